// Written by `npm run api-types` from docs/api; change it there.
export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that access tokens are signed with */
        get: operations["getJwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a session with e-mail and password */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session of the refresh cookie */
        post: operations["logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchanges the refresh cookie for a new access token
         * @description The cookie is replaced as well. A cookie that was used before ends the session it belongs to.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens an account with a new organization on a trial */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the organization's calls, newest first */
        get: operations["listCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/tools/take-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a message that a caller wants to be passed on
         * @description A tool of the receptionist, used by the call itself; the key is the id of the model's tool call.
         */
        post: operations["takeMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{callId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: components["parameters"]["CallId"];
            };
            cookie?: never;
        };
        /** One call with the messages that were left in it */
        get: operations["getCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{callId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: components["parameters"]["CallId"];
            };
            cookie?: never;
        };
        /** What happened in a call, from its beginning */
        get: operations["listCallEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{callId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: components["parameters"]["CallId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tells what the receptionist's part in a call came to
         * @description By the call itself, once for each stream of audio. The stream's id is the key, so a repeated report changes nothing.
         */
        post: operations["createCallReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{callId}/turns": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: components["parameters"]["CallId"];
            };
            cookie?: never;
        };
        /** What was said in a call, from its beginning */
        get: operations["listCallTurns"];
        put?: never;
        /**
         * Saves what is said in a call as it goes on
         * @description By the call itself. Safe to repeat and to reorder: a turn is known by its `itemId`, and a version of it replaces another unless
         *     it knows less, which is to say that it was not interrupted while the other was, or has less text.
         */
        post: operations["createCallTurns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the organization's leads, newest first */
        get: operations["listLeads"];
        put?: never;
        /** Adds a lead by hand */
        post: operations["createLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/{leadId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** One lead */
        get: operations["getLead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes the named fields of a lead
         * @description A JSON merge patch (RFC 7396): what is absent stays, null clears. Agents change leads that are theirs or nobody's.
         */
        patch: operations["updateLead"];
        trace?: never;
    };
    "/api/live/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A ticket to open the live link with, for one use within thirty seconds */
        post: operations["createLiveTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is asking, in which organization, with which rights and limits */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/twilio/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Twilio says how a leg of a call goes
         * @description Signed by Twilio (X-Twilio-Signature). Safe to repeat and to reorder: a leg's state only moves forward.
         */
        post: operations["callStatusWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the organization's webhooks, newest first */
        get: operations["listWebhooks"];
        put?: never;
        /** Adds a webhook; its secret is shown in this answer and never again */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a webhook; what waits for it is not sent */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /** What was sent to a webhook and what came back, newest first */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Email: string;
        /** @description RFC 9457. What was wrong and what to do about it. */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Stable, for programs. */
            code: string;
            /** @description Name it when asking for help. */
            requestId: string;
            errors?: {
                /** @description Path in the body, or the parameter's name. */
                field: string;
                message: string;
            }[];
        };
        PersonName: string;
        /** @description At most 72 bytes in UTF-8. */
        NewPassword: string;
        /** @enum {string} */
        CallStatus: "RINGING" | "IN_PROGRESS" | "CANCELED" | "FAILED" | "NO_ANSWER" | "BUSY" | "COMPLETED";
        /**
         * @description What a call led to; of several things the last of these.
         * @enum {string}
         */
        CallOutcome: "MISSED" | "ANSWERED" | "MESSAGE_TAKEN" | "LEAD_CAPTURED" | "TRANSFERRED";
        /** @enum {string} */
        CallDirection: "INBOUND" | "OUTBOUND";
        /**
         * Format: date-time
         * @description RFC 3339 in UTC.
         */
        Time: string;
        /** Format: uuid */
        Id: string;
        Call: {
            id: components["schemas"]["Id"];
            /** @description Null for the moment until it is known. */
            direction?: components["schemas"]["CallDirection"] | null;
            /** @description E.164; null when the caller withheld it. */
            from?: string | null;
            /** @description E.164. */
            to?: string | null;
            status: components["schemas"]["CallStatus"];
            startedAt: components["schemas"]["Time"];
            endedAt?: components["schemas"]["Time"] | null;
            /** @description From answer to end. */
            talkSeconds: number;
            outcome?: components["schemas"]["CallOutcome"] | null;
            /** @description The lead that was captured in it. */
            leadId?: components["schemas"]["Id"] | null;
            /** @description The name of the person who took it over. */
            transferredTo?: string | null;
            /** @description How long the receptionist was in it. */
            assistantSeconds: number;
            /** @description Grows with everything that is heard of it. */
            version: number;
        };
        /** @description Pass it back as `cursor` for the following page; null on the last. */
        Next: string | null;
        /** @description E.164, for example +14155550100. */
        PhoneNumber: string;
        CallMessage: {
            id: components["schemas"]["Id"];
            message: string;
            name?: string | null;
            /** @description E.164. */
            phone?: string | null;
            /** @description Whom it is for, in the caller's words. */
            forWhom?: string | null;
            takenAt: components["schemas"]["Time"];
        };
        CallEvent: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Time"];
            /** @enum {string} */
            kind: "STARTED" | "LEAD_CAPTURED" | "MESSAGE_TAKEN" | "TRANSFER_STARTED" | "TRANSFER_ENDED" | "ASSISTANT_FINISHED" | "ENDED";
            /** @description What goes with the kind. */
            detail: {
                direction?: components["schemas"]["CallDirection"];
                status?: components["schemas"]["CallStatus"];
                /** @description ENDED: from answer to end. */
                talkSeconds?: number;
                leadId?: components["schemas"]["Id"];
                /** @description LEAD_CAPTURED: the lead's name. */
                name?: string;
                messageId?: components["schemas"]["Id"];
                /** @description TRANSFER_STARTED and TRANSFER_ENDED: the person's name. */
                to?: string;
                /** @description TRANSFER_ENDED: ANSWERED, NO_ANSWER, BUSY or FAILED. */
                outcome?: string;
                /** @description ASSISTANT_FINISHED: as in the report. */
                reason?: string;
                /** @description ASSISTANT_FINISHED: how long it was in the call. */
                seconds?: number;
            };
        };
        Count: number;
        /** @description What the model counted in one session. */
        ModelUsage: {
            inputTextTokens?: components["schemas"]["Count"];
            inputAudioTokens?: components["schemas"]["Count"];
            cachedTextTokens?: components["schemas"]["Count"];
            cachedAudioTokens?: components["schemas"]["Count"];
            outputTextTokens?: components["schemas"]["Count"];
            outputAudioTokens?: components["schemas"]["Count"];
            transcriptionSeconds?: number | null;
            transcriptionTokens?: number | null;
        };
        /** @enum {string} */
        Speaker: "CALLER" | "ASSISTANT";
        CallTurn: {
            itemId: string;
            /** @description In the order of the audio; each session of the receptionist counts from 0. */
            position: number;
            speaker: components["schemas"]["Speaker"];
            text: string;
            at: components["schemas"]["Time"];
            /** @description The caller spoke before it was played to its end. */
            interrupted: boolean;
            /** @description How much of an interrupted turn was played. */
            heardMs?: number | null;
        };
        NewCallTurn: {
            itemId: string;
            position: number;
            speaker: components["schemas"]["Speaker"];
            text: string;
            at: components["schemas"]["Time"];
            interrupted: boolean;
            heardMs?: number | null;
        };
        /** @enum {string} */
        LeadStage: "NEW" | "CONTACTED" | "QUALIFIED" | "WON" | "LOST";
        /** @enum {string} */
        LeadSource: "CALL" | "MANUAL";
        Lead: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description E.164. */
            phone?: string | null;
            email?: string | null;
            company?: string | null;
            need?: string | null;
            stage: components["schemas"]["LeadStage"];
            source: components["schemas"]["LeadSource"];
            /** @description The call it was captured on. */
            callId?: components["schemas"]["Id"] | null;
            assignedTo?: {
                userId: components["schemas"]["Id"];
                name: string;
            } | null;
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: number;
        };
        LeadName: string;
        /** @enum {string} */
        Role: "OWNER" | "ADMIN" | "MANAGER" | "AGENT";
        Plan: {
            /** @enum {string} */
            code: "TRIAL" | "STARTER" | "BUSINESS_PRO" | "SCALE" | "ENTERPRISE";
            /** @description A limit that is null does not exist on this plan. */
            limits: {
                callMinutes: number | null;
                aiMinutes: number | null;
                phoneNumbers: number | null;
                members: number | null;
            };
            features: ("AI_RECEPTIONIST" | "CRM" | "CALENDAR" | "RECORDING" | "API_KEYS" | "WEBHOOKS")[];
        };
        /** @enum {string} */
        WebhookEventType: "lead.captured" | "lead.updated" | "call.ended";
        Webhook: {
            id: components["schemas"]["Id"];
            url: string;
            eventTypes: components["schemas"]["WebhookEventType"][];
            /** @enum {string} */
            status: "ACTIVE" | "DISABLED";
            createdAt: components["schemas"]["Time"];
        };
        WebhookDelivery: {
            id: components["schemas"]["Id"];
            eventType: components["schemas"]["WebhookEventType"];
            /** @enum {string} */
            status: "WAITING" | "DELIVERED" | "FAILED";
            attempts: number;
            /** @description HTTP status of the last answer. */
            lastStatus?: number | null;
            lastError?: string | null;
            createdAt: components["schemas"]["Time"];
            nextAttemptAt?: components["schemas"]["Time"] | null;
            deliveredAt?: components["schemas"]["Time"] | null;
        };
    };
    responses: {
        /** @description A problem. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A session. The refresh token comes as the cookie `hekax_refresh` (HttpOnly, Secure, SameSite=Strict, Path=/api/auth). */
        Session: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    accessToken: string;
                    /** @constant */
                    tokenType: "Bearer";
                    expiresInSeconds: number;
                };
            };
        };
    };
    parameters: {
        Limit: number;
        /** @description The `next` of the page before. */
        Cursor: string;
        /** @description Any text that is unique to this attempt, for example a UUID. */
        IdempotencyKey: string;
        CallId: components["schemas"]["Id"];
        WebhookId: components["schemas"]["Id"];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getJwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Web Key Set (RFC 7517). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            /** @constant */
                            kty: "RSA";
                            /** @constant */
                            use: "sig";
                            /** @constant */
                            alg: "RS256";
                            kid: string;
                            n: string;
                            e: string;
                        }[];
                    };
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["Email"];
                    password: string;
                };
            };
        };
        responses: {
            200: components["responses"]["Session"];
            default: components["responses"]["Problem"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over and the cookie removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Session"];
            default: components["responses"]["Problem"];
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: components["schemas"]["PersonName"];
                    email: components["schemas"]["Email"];
                    password: components["schemas"]["NewPassword"];
                    organizationName: string;
                    /**
                     * @description IANA zone of the business.
                     * @default America/New_York
                     */
                    timeZone?: string;
                    /**
                     * @description ISO 3166-1.
                     * @default US
                     */
                    country?: string;
                };
            };
        };
        responses: {
            201: components["responses"]["Session"];
            default: components["responses"]["Problem"];
        };
    };
    listCalls: {
        parameters: {
            query?: {
                status?: components["schemas"]["CallStatus"];
                outcome?: components["schemas"]["CallOutcome"];
                direction?: components["schemas"]["CallDirection"];
                startedFrom?: components["schemas"]["Time"];
                startedBefore?: components["schemas"]["Time"];
                /** @description The number that rang; its plus sign is sent as %2B. */
                caller?: string;
                leadId?: components["schemas"]["Id"];
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Call"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    takeMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text that is unique to this attempt, for example a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    message: string;
                    /** @description The caller's. */
                    name?: string;
                    phone?: components["schemas"]["PhoneNumber"];
                    /** @description Whom it is for, in the caller's words. */
                    forWhom?: string;
                };
            };
        };
        responses: {
            /** @description The message is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        ok: true;
                        messageId: components["schemas"]["Id"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: components["parameters"]["CallId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The call. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Call"] & {
                        messages: components["schemas"]["CallMessage"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCallEvents: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                callId: components["parameters"]["CallId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CallEvent"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createCallReport: {
        parameters: {
            query?: never;
            header: {
                /** @description The stream's id. */
                "Idempotency-Key": string;
            };
            path: {
                callId: components["parameters"]["CallId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "CALLER_HUNG_UP" | "ASSISTANT_ENDED" | "TRANSFERRED" | "SILENCE" | "TIME_LIMIT" | "MODEL_FAILED" | "STREAM_LOST" | "DRAINED";
                    startedAt: components["schemas"]["Time"];
                    endedAt: components["schemas"]["Time"];
                    model: string;
                    usage: components["schemas"]["ModelUsage"];
                    /** @description From the start of the stream until the caller was sent the first sound. */
                    firstAudioMillis?: number | null;
                };
            };
        };
        responses: {
            /** @description Saved. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listCallTurns: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                callId: components["parameters"]["CallId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CallTurn"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createCallTurns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: components["parameters"]["CallId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    turns: components["schemas"]["NewCallTurn"][];
                };
            };
        };
        responses: {
            /** @description Saved. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listLeads: {
        parameters: {
            query?: {
                stage?: components["schemas"]["LeadStage"];
                source?: components["schemas"]["LeadSource"];
                /** @description A member's user id, or `nobody`. */
                assignedTo?: string;
                createdFrom?: components["schemas"]["Time"];
                createdBefore?: components["schemas"]["Time"];
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Lead"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text that is unique to this attempt, for example a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: components["schemas"]["LeadName"];
                    phone?: components["schemas"]["PhoneNumber"];
                    email?: components["schemas"]["Email"];
                    company?: string;
                    /** @description What they want, in words. */
                    need?: string;
                    assignedTo?: components["schemas"]["Id"];
                };
            };
        };
        responses: {
            /** @description The lead as saved. */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lead. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text that is unique to this attempt, for example a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                leadId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version this change was made on. */
                    version: number;
                    name?: components["schemas"]["LeadName"];
                    phone?: components["schemas"]["PhoneNumber"] | null;
                    email?: components["schemas"]["Email"] | null;
                    company?: string | null;
                    need?: string | null;
                    stage?: components["schemas"]["LeadStage"];
                    assignedTo?: components["schemas"]["Id"] | null;
                };
            };
        };
        responses: {
            /** @description The lead as saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createLiveTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticket: string;
                        expiresAt: components["schemas"]["Time"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person behind the access token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: components["schemas"]["Id"];
                            name: string;
                            email: string;
                        };
                        organization: {
                            id: components["schemas"]["Id"];
                            name: string;
                            timeZone: string;
                            country: string;
                        };
                        role: components["schemas"]["Role"];
                        permissions: string[];
                        plan: components["schemas"]["Plan"];
                        serverTime: components["schemas"]["Time"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    callStatusWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    CallSid: string;
                    AccountSid: string;
                    ParentCallSid?: string;
                    /** @enum {string} */
                    CallStatus: "queued" | "initiated" | "ringing" | "in-progress" | "completed" | "busy" | "failed" | "no-answer" | "canceled";
                    /** @enum {string} */
                    Direction: "inbound" | "outbound-api" | "outbound-dial";
                    From: string;
                    To: string;
                    CallDuration?: string;
                    SequenceNumber?: string;
                    Timestamp?: string;
                };
            };
        };
        responses: {
            /** @description Noted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The signature is missing or wrong. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text that is unique to this attempt, for example a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example https://example.com/hooks/calls */
                    url: string;
                    eventTypes: components["schemas"]["WebhookEventType"][];
                };
            };
        };
        responses: {
            /** @description The webhook with its signing secret. */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"] & {
                        /** @description whsec_ and base64; the key is the decoded part. */
                        secret: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookDelivery"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
