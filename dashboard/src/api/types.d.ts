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
        LeadStage: "NEW" | "CONTACTED" | "QUALIFIED" | "WON" | "LOST";
        /** @enum {string} */
        LeadSource: "CALL" | "MANUAL";
        /**
         * Format: date-time
         * @description RFC 3339 in UTC.
         */
        Time: string;
        /** Format: uuid */
        Id: string;
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
        /** @description Pass it back as `cursor` for the following page; null on the last. */
        Next: string | null;
        LeadName: string;
        /** @description E.164, for example +14155550100. */
        PhoneNumber: string;
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
