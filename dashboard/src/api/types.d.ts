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
    "/api/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what was changed, newest first
         * @description Kept for a year. What callers said and the numbers they have are masked; secrets are never in it.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as a table for a spreadsheet
         * @description CSV in UTF-8 (RFC 4180) with a line of names, up to 10,000 entries, newest first. When there are more, `Link` names the
         *     address of the following part with `rel="next"`. A cell that a spreadsheet would take for a formula begins with an
         *     apostrophe. That it was exported is an entry of its own.
         */
        get: operations["getAuditExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email-changes/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the address that a link was sent to the one its person signs in with
         * @description The former address is told. `LINK_INVALID` when the code is not good, was used, is older than a day, or when there is a
         *     newer one; `EMAIL_TAKEN` when the address has got an account in the meantime.
         */
        post: operations["redeemEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Joins an organization as a new person */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/invitations/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an invitation is for
         * @description A code that was used, withdrawn, replaced or is too old is `LINK_INVALID`.
         */
        post: operations["lookUpInvitation"];
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
        /**
         * Opens a session with e-mail and password, or asks for the second step
         * @description After five failures an account cannot be signed in to for half a minute, and twice as long with each one after that, up to
         *     a quarter of an hour; the same holds, later, for the address that tries. The answer is then `TOO_MANY_REQUESTS` with
         *     `Retry-After`, also for the right password and for an account that does not exist.
         */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login/second-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a session for somebody who has shown their password */
        post: operations["takeSecondStep"];
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
    "/api/auth/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for a new password
         * @description The answer is the same for every address. Its mailbox is sent a link, good once for half an hour, or word that it has
         *     no account. The newest link of a person is the only good one.
         */
        post: operations["createPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password-resets/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets the password of whom a link is for
         * @description Ends all their sessions, and lets them sign in at once however often it was tried before. `LINK_INVALID` when the code
         *     is not good, was used, is older than half an hour, or when there is a newer one.
         */
        post: operations["redeemPasswordReset"];
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
        /**
         * Asks for an account with a new organization on a trial
         * @description The answer is the same for every address. Its mailbox is sent a link that opens the account, good for a day; or, when
         *     it has an account already, word of that.
         */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/signup/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens the account that a link is for, and a session in it
         * @description `LINK_INVALID` when the code is not good, was used or is older than a day; `EMAIL_TAKEN` when the address has got an
         *     account in the meantime.
         */
        post: operations["confirmSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchanges the refresh cookie for a session in another organization
         * @description The person has to belong to it. The session that the cookie was of ends.
         */
        post: operations["switchOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bridge/hangups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the call
         * @description Safe to repeat; a call that is over stays so.
         */
        post: operations["createBridgeHangup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bridge/redirects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the call from the receptionist to a person
         * @description TRANSFER rings the person whom the tool `transfer_call` last chose; it is `CONFLICT` when it chose nobody. MODEL_FAILED rings the
         *     first person there is, and takes a message when there is none or nobody answers. Safe to repeat. With `UNAVAILABLE` Twilio could
         *     not be told: close the stream, and Twilio asks.
         */
        post: operations["createBridgeRedirect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bridge/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange the token of a media stream for everything about its call
         * @description The token is the credential of this request. It opens one stream of one call, once, within two minutes. `INVALID_TOKEN` (401) is
         *     the answer to a token that is wrong, used, too old or of another call or account; a stream that Twilio did not open is answered
         *     403 without a word.
         */
        post: operations["createBridgeSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bridge/tools/transfer-call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The tool transfer_call: choose a person to put the caller through to
         * @description Nobody is rung before the redirect. A name that is nobody's chooses the first who can be rung.
         */
        post: operations["transferCall"];
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
    "/api/crm/authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins to connect a CRM
         * @description Send the browser to `authorizationUrl` within ten minutes. The answer sets a cookie, so it must be the browser that asked.
         *     It comes back to the dashboard's page `/settings/integrations`, with `connected=hubspot` or an `error`.
         */
        post: operations["createCrmAuthorization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a CRM sends the browser back to */
        get: operations["getCrmCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the connected CRM accounts, one a provider */
        get: operations["listCrmConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/connections/{crmConnectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                crmConnectionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Disconnects a CRM; nothing more is written to it, and what was written stays there */
        delete: operations["deleteCrmConnection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/connections/{crmConnectionId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                crmConnectionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Which leads were brought to the CRM and what came of each attempt, newest first */
        get: operations["listCrmDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists where leads and calls are in the CRM, newest first */
        get: operations["listCrmLinks"];
        put?: never;
        post?: never;
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
    "/api/leads/tools/capture-lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Saves who is calling and what they want
         * @description A tool of the receptionist, used by the call itself. A call has one lead: a second time it is filled in and changed.
         *     A number or address that cannot be read is kept in words, within what they want.
         */
        post: operations["captureLead"];
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
        /** Changes what the person who asks is called */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/me/email-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks to sign in with another e-mail address
         * @description The answer is the same for every address. Its mailbox is sent a link, good once for a day, or word that it has an account.
         *     A wrong password is `INVALID_REQUEST` on `password`.
         */
        post: operations["createEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Joins one more organization
         * @description For who has signed in with the address that was invited.
         */
        post: operations["acceptMyInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the organizations that the person belongs to */
        get: operations["listOwnOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes the password of who asks
         * @description Ends their other sessions. The password they have is asked for once more, and counted as at sign-in: a wrong one is
         *     `INVALID_REQUEST` on `currentPassword`, one too many `TOO_MANY_REQUESTS`.
         */
        put: operations["updatePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the devices on which the person is signed in, newest first
         * @description The hundred newest, of all organizations of the person.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * Signs the person out everywhere, here too
         * @description Access tokens of the sessions are refused within a minute.
         */
        delete: operations["deleteSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Signs the person out on one device
         * @description Its access token is refused within a minute.
         */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/two-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says whether the person signs in with two steps */
        get: operations["getTwoStep"];
        put?: never;
        /**
         * Gives a secret for an authenticator app
         * @description It counts once it is confirmed. Asking again before that gives another.
         */
        post: operations["createTwoStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/two-step/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turns two-step sign-in on and shows the recovery codes this once */
        post: operations["confirmTwoStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/two-step/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turns two-step sign-in off */
        post: operations["disableTwoStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/two-step/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives new recovery codes in place of the former ones */
        post: operations["createRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/email/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to the organization's members and what came back, newest first */
        get: operations["listEmailDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/email/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the member who asks is told of by e-mail
         * @description Until they choose, owners and admins are told of everything and the others of nothing.
         */
        get: operations["getEmailPreferences"];
        /** Replaces what the member who asks is told of by e-mail */
        put: operations["updateEmailPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/slack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where in Slack the organization is told what happened */
        get: operations["getSlack"];
        put?: never;
        post?: never;
        /** Disconnects Slack; what waits for it is not sent, and the app stays in the workspace until it is removed there */
        delete: operations["deleteSlack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/slack/authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins to connect Slack
         * @description Send the browser to `authorizationUrl` within ten minutes. The answer sets a cookie, so it must be the browser that asked.
         *     It comes back to the dashboard's page `/settings/integrations`, with `connected=slack` or an `error`.
         */
        post: operations["createSlackAuthorization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/slack/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where Slack sends the browser back to */
        get: operations["getSlackCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/slack/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was told in Slack and how that went, newest first */
        get: operations["listSlackDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who the organization is and how people sign in to it */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes the named settings of the organization
         * @description A JSON merge patch (RFC 7396): what is absent stays, null clears. The receptionist answers under a new name at once.
         */
        patch: operations["updateOrganization"];
        trace?: never;
    };
    "/api/organization/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the organization's API keys, newest first */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Adds an API key; it is shown in this answer and never again
         * @description A program sends it as a bearer token. It may do what its scopes say, and nothing that belongs to a person.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization/api-keys/{apiKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Removes an API key
         * @description It is refused within a minute.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What ends with the organization, and when
         * @description For owners. From the moment an organization is closed until it is erased: a call to its numbers is told that the number is
         *     not in service and ends, nothing of it is kept, and nothing is charged. Everything that is there can be looked at,
         *     exported and changed. At `erasesAt` all of it is erased: the numbers are given up, the recordings deleted, connected
         *     accounts let go, and people who belong to no other organization forgotten. A receipt goes to the owner who asked.
         */
        get: operations["getOrganizationClosing"];
        put?: never;
        /**
         * Closes the organization
         * @description For owners, with the name of the organization and their password, which is counted as at sign-in: a wrong one is
         *     `INVALID_REQUEST` on `password`, one too many `TOO_MANY_REQUESTS`. All owners are told by e-mail. One that is closing
         *     already stays as it is: the days are not counted anew.
         */
        post: operations["createOrganizationClosing"];
        /**
         * Keeps the organization after all
         * @description For owners. Its numbers are answered again at once. One that is not closing stays as it is; when the days are over it is
         *     `CONFLICT`.
         */
        delete: operations["deleteOrganizationClosing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receptionist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How callers are received */
        get: operations["getReceptionist"];
        /** Changes how callers are received */
        put: operations["updateReceptionist"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receptionist/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what the receptionist knows, in its order
         * @description There are 500 at most, so they are always one page.
         */
        get: operations["listReceptionistFacts"];
        put?: never;
        /** Adds something that the receptionist knows */
        post: operations["createReceptionistFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receptionist/facts/{receptionistFactId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                receptionistFactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a fact */
        delete: operations["deleteReceptionistFact"];
        options?: never;
        head?: never;
        /**
         * Changes the named fields of a fact
         * @description A JSON merge patch (RFC 7396): what is absent stays.
         */
        patch: operations["updateReceptionistFact"];
        trace?: never;
    };
    "/api/receptionist/tools/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finds what may answer a caller's question
         * @description A tool of the receptionist, used by the call itself.
         */
        post: operations["lookUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who belongs to the organization, by name */
        get: operations["listTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was asked to join and has not yet, newest first */
        get: operations["listTeamInvitations"];
        put?: never;
        /**
         * Asks people to join the organization
         * @description Each is written a link that is good for seven days, once. All are asked or none: whoever cannot be is named in `errors`.
         *     Members and open invitations together keep to the plan (`PLAN_LIMIT`). Only owners ask owners.
         */
        post: operations["createTeamInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an invitation back */
        delete: operations["deleteTeamInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/invitations/{invitationId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes once more, with a new link
         * @description The former link is good no longer.
         */
        post: operations["resendTeamInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/ownership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hands the organization to another member
         * @description They become an owner, and the owner who asks an admin.
         */
        post: operations["createTeamOwnership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes a member out of the team
         * @description Everybody may leave; others are taken out by who manages the team, owners by owners, and the last owner stays (`LAST_OWNER`).
         *     Their sessions end, and what was assigned to them is nobody's.
         */
        delete: operations["deleteTeamMember"];
        options?: never;
        head?: never;
        /**
         * Gives a member another role
         * @description Only owners make owners and change them; the last owner stays one (`LAST_OWNER`). The member's rights are others within a minute.
         */
        patch: operations["updateTeamMember"];
        trace?: never;
    };
    "/api/twilio/after-dial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nobody is rung for the caller any more, and Twilio asks what to do
         * @description Signed by Twilio (X-Twilio-Signature). Safe to repeat; how it went the first time counts.
         */
        post: operations["afterDialWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/twilio/after-stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The stream to the media bridge is over, and Twilio asks what to do
         * @description Signed by Twilio (X-Twilio-Signature). Safe to repeat and to reorder.
         */
        post: operations["afterStreamWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/twilio/incoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody calls a number of ours, and Twilio asks what to do
         * @description Signed by Twilio (X-Twilio-Signature). Safe to repeat: the call is the same, and the token of the answer before is void.
         */
        post: operations["incomingCallWebhook"];
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
    "/api/twilio/voicemail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A caller has left a message
         * @description Signed by Twilio (X-Twilio-Signature). Told when the caller stops talking, and when the recording can be fetched.
         */
        post: operations["voicemailWebhook"];
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
        /** Format: uuid */
        Id: string;
        /**
         * @description What it happened to, and what happened.
         * @example lead.updated
         */
        AuditAction: string;
        /**
         * Format: date-time
         * @description RFC 3339 in UTC.
         * @example 2026-11-24T10:03:03Z
         */
        Time: string;
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
        /** @description The fields that the change was of, by name; null where there were none. */
        AuditFields: {
            [key: string]: unknown;
        } | null;
        AuditEntry: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Time"];
            actor: {
                /** @enum {string} */
                kind: "PERSON" | "API_KEY" | "ASSISTANT" | "SYSTEM";
                /** @description Of the person, the key, or the call that the receptionist was in. */
                id: string | null;
                /** @description Of a person who is still a member. */
                name: string | null;
            };
            /** @example lead.updated */
            action: string;
            target: {
                /** @example lead */
                type: string;
                id: string | null;
            };
            before: components["schemas"]["AuditFields"];
            after: components["schemas"]["AuditFields"];
            /** @description Where the request came from. */
            address: string | null;
            /** @description As the answer to the request named it. */
            requestId: string | null;
        };
        /** @description Pass it back as `cursor` for the following page; null on the last. */
        Next: string | null;
        /** @description What stands behind the `#` of the link in a mail. */
        LinkCode: string;
        PersonName: string;
        /** @description At most 72 bytes in UTF-8. Not easy to guess, and without the name, address or organization of the person. */
        NewPassword: string;
        /**
         * @example MANAGER
         * @enum {string}
         */
        Role: "OWNER" | "ADMIN" | "MANAGER" | "AGENT";
        /** @example sam@example.com */
        Email: string;
        /** @example CA00000000000000000000000000000001 */
        CallSid: string;
        /** @example AC00000000000000000000000000000001 */
        AccountSid: string;
        BridgeSession: {
            callId: components["schemas"]["Id"];
            organizationId: components["schemas"]["Id"];
            /** @description A bearer token for the routes of this call; four hours, and shortly after the end of the call not any more. */
            credential: string;
            /** @description The receptionist has been in this call before. */
            resumed: boolean;
            /** @description What is true of this call */
            context: string;
            /** @description What the receptionist is; see bridge.md. */
            snapshot: Record<string, never>;
            turnsPath: string;
            reportPath: string;
            redirectsPath: string;
            hangupsPath: string;
        };
        TransferWanted: {
            /** @description Whom the caller named, in their words. */
            to?: string;
            /** @description Why the caller wants a person. */
            reason: string;
        };
        /** @enum {string} */
        CallStatus: "RINGING" | "IN_PROGRESS" | "CANCELED" | "FAILED" | "NO_ANSWER" | "BUSY" | "COMPLETED";
        /**
         * @description What a call led to; of several things the last of these.
         * @enum {string}
         */
        CallOutcome: "MISSED" | "ANSWERED" | "VOICEMAIL_LEFT" | "MESSAGE_TAKEN" | "LEAD_CAPTURED" | "TRANSFERRED";
        /** @enum {string} */
        CallDirection: "INBOUND" | "OUTBOUND";
        /**
         * @description Who has the caller. RINGING is nobody yet, or nobody any more while the call waits to be taken; TRANSFERRING is a person who is
         *     being rung; VOICEMAIL is a caller who has left a message.
         * @enum {string}
         */
        CallStage: "RINGING" | "ASSISTANT" | "TRANSFERRING" | "PERSON" | "VOICEMAIL" | "ENDED";
        Call: {
            id: components["schemas"]["Id"];
            /** @description Null for the moment until it is known. */
            direction?: components["schemas"]["CallDirection"] | null;
            /** @description E.164; null when the caller withheld it. */
            from?: string | null;
            /** @description E.164. */
            to?: string | null;
            status: components["schemas"]["CallStatus"];
            stage: components["schemas"]["CallStage"];
            stageSince: components["schemas"]["Time"];
            /** @description Who is rung or has the caller, as a name, while it is a person. */
            stagePerson?: string | null;
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
            kind: "STARTED" | "ANSWERED" | "LEAD_CAPTURED" | "MESSAGE_TAKEN" | "TRANSFER_STARTED" | "TRANSFER_ENDED" | "VOICEMAIL_LEFT" | "ASSISTANT_FINISHED" | "ENDED";
            /** @description What goes with the kind. */
            detail: {
                direction?: components["schemas"]["CallDirection"];
                /**
                 * @description ANSWERED: who took the caller.
                 * @enum {string}
                 */
                by?: "ASSISTANT" | "PERSON";
                /** @description ANSWERED: the person's name. */
                person?: string;
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
                voicemailId?: components["schemas"]["Id"];
                /** @description ASSISTANT_FINISHED: how long it was in the call. VOICEMAIL_LEFT: how long the message is. */
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
        CrmProvider: "HUBSPOT";
        CrmConnection: {
            id: components["schemas"]["Id"];
            provider: components["schemas"]["CrmProvider"];
            /** @description As the CRM calls it, for example HubSpot's hub id. */
            accountId: string;
            accountName?: string | null;
            /** @enum {string} */
            status: "ACTIVE" | "RECONNECT_NEEDED";
            /** @description Why it has to be connected again. */
            error?: string | null;
            /** @description When the CRM last took something. */
            lastOkAt?: components["schemas"]["Time"] | null;
            connectedAt: components["schemas"]["Time"];
        };
        CrmDelivery: {
            id: components["schemas"]["Id"];
            leadId: components["schemas"]["Id"];
            /** @enum {string} */
            status: "WAITING" | "DELIVERED" | "FAILED";
            /** @description What was tried, the oldest first. */
            attempts: {
                at: components["schemas"]["Time"];
                /** @description Why it did not arrive; null when it did. */
                error?: string | null;
            }[];
            /** @description Why it has not arrived, also when it was given up without being tried. */
            lastError?: string | null;
            createdAt: components["schemas"]["Time"];
            nextAttemptAt?: components["schemas"]["Time"] | null;
            deliveredAt?: components["schemas"]["Time"] | null;
        };
        CrmLink: {
            provider: components["schemas"]["CrmProvider"];
            /** @enum {string} */
            kind: "CONTACT" | "CALL";
            leadId: components["schemas"]["Id"];
            callId?: components["schemas"]["Id"] | null;
            /** @description As the CRM calls it. */
            externalId?: string | null;
            /** @description Where people see it in the CRM. */
            url?: string | null;
            /** @enum {string} */
            state: "WAITING" | "SYNCED" | "FAILED";
            syncedAt?: components["schemas"]["Time"] | null;
            /** @description Why the CRM refuses it. */
            error?: string | null;
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
        EmailEventType: "LEAD_CAPTURED" | "MESSAGE_TAKEN" | "VOICEMAIL_LEFT" | "CONNECTION_LOST" | "CRM_SYNC_FAILED";
        DeliveryAttempt: {
            at: components["schemas"]["Time"];
            /** @description HTTP status of the answer; null when there was none. */
            status?: number | null;
            /** @description Why it did not arrive; null when it did. */
            error?: string | null;
        };
        EmailDelivery: {
            id: components["schemas"]["Id"];
            /** @description Whom it is for; null when they left the organization. */
            to: {
                userId: components["schemas"]["Id"];
                name: string;
            } | null;
            eventType: components["schemas"]["EmailEventType"];
            /**
             * @description DELIVERED: the e-mail service has taken it.
             * @enum {string}
             */
            status: "WAITING" | "DELIVERED" | "FAILED";
            /** @description What was tried, the oldest first. */
            attempts: components["schemas"]["DeliveryAttempt"][];
            /** @description Why it has not arrived, also when it was given up without being tried. */
            lastError?: string | null;
            createdAt: components["schemas"]["Time"];
            nextAttemptAt?: components["schemas"]["Time"] | null;
            deliveredAt?: components["schemas"]["Time"] | null;
        };
        EmailPreferences: {
            /** @description What the member is told of; empty for nothing. */
            eventTypes: components["schemas"]["EmailEventType"][];
        };
        SlackConnection: {
            /** @enum {string} */
            status: "ACTIVE" | "RECONNECT_NEEDED" | "DISCONNECTED";
            /** @description The workspace. */
            teamName?: string | null;
            /** @description As Slack shows it, for example `#calls`. */
            channelName?: string | null;
            /** @description Why it has to be connected again. */
            error?: string | null;
            /** @description When Slack last took a message. */
            lastOkAt?: components["schemas"]["Time"] | null;
            connectedAt?: components["schemas"]["Time"] | null;
        };
        SlackDelivery: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            eventType: "LEAD_CAPTURED" | "MESSAGE_TAKEN" | "VOICEMAIL_LEFT";
            /** @enum {string} */
            status: "WAITING" | "DELIVERED" | "FAILED";
            /** @description What was tried, the oldest first. */
            attempts: components["schemas"]["DeliveryAttempt"][];
            /** @description Why it has not arrived, also when it was given up without being tried. */
            lastError?: string | null;
            createdAt: components["schemas"]["Time"];
            nextAttemptAt?: components["schemas"]["Time"] | null;
            deliveredAt?: components["schemas"]["Time"] | null;
        };
        Organization: {
            id: components["schemas"]["Id"];
            name: string;
            timeZone: string;
            country: string;
            branding: {
                color: string | null;
            };
            requireTwoStep: boolean;
            version: number;
        };
        OrganizationName: string;
        /**
         * @description IANA zone of the business.
         * @example America/New_York
         */
        TimeZone: string;
        /**
         * @description ISO 3166-1.
         * @example US
         */
        Country: string;
        ApiKey: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description The eight characters after hxk_. */
            prefix: string;
            scopes: string[];
            createdAt: components["schemas"]["Time"];
            createdBy: {
                id: components["schemas"]["Id"];
                /** @description Null when the person has left. */
                name: string | null;
            };
            /** Format: date-time */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
        };
        OrganizationClosing: {
            /** @description How many numbers are given up. */
            numbers: number;
            /** @description How many recordings of callers are deleted. */
            recordings: number;
            leads: number;
            /** @description How many calls, with what was said in them. */
            calls: number;
            /** @description How many people lose access. */
            members: number;
            /** @description Whether a plan that is paid for ends. */
            subscription: boolean;
            /** @description In how many days it can be undone. */
            daysKept: number;
            /** @description Null unless it was closed. */
            closing: {
                /** Format: date-time */
                requestedAt: string;
                /**
                 * Format: date-time
                 * @description Until then it can be undone; erasing ends some hours later.
                 */
                erasesAt: string;
            } | null;
        };
        /** @enum {string} */
        Voice: "marin" | "cedar" | "alloy" | "ash" | "ballad" | "coral" | "echo" | "sage" | "shimmer" | "verse";
        /** @enum {string} */
        Language: "en" | "es" | "fr" | "de" | "it" | "pt" | "nl";
        /** @description What callers are asked for beside their name and what they want. */
        CaptureFields: ("PHONE" | "EMAIL" | "COMPANY")[];
        /**
         * @description When callers are put through to a person.
         * @enum {string}
         */
        TransferPolicy: "WHEN_ASKED" | "WHEN_ASKED_OR_URGENT" | "NEVER";
        Receptionist: {
            assistantName: string;
            voice: components["schemas"]["Voice"];
            language: components["schemas"]["Language"];
            /** @description Said first in every call, word by word. */
            greeting: string;
            /** @description Said instead when a caller comes back to the receptionist within a call, as when nobody answered. */
            resumedGreeting: string;
            captureFields: components["schemas"]["CaptureFields"];
            instructions?: string | null;
            transferPolicy: components["schemas"]["TransferPolicy"];
            limits: {
                maxCallSeconds: number;
                checkInAfterSeconds: number;
                checkIns: number;
            };
            updatedAt: components["schemas"]["Time"];
            version: number;
        };
        /** @description Said word by word. */
        Greeting: string;
        CallLimits: {
            /** @description After this the receptionist says goodbye. */
            maxCallSeconds: number;
            /** @description So long a silence makes it ask whether the caller is there. */
            checkInAfterSeconds: number;
            /** @description So often it asks before it says goodbye. */
            checkIns: number;
        };
        Fact: {
            id: components["schemas"]["Id"];
            topic: string;
            answer: string;
            position: number;
            updatedAt: components["schemas"]["Time"];
            version: number;
        };
        /** @description A question, or a word or two. */
        FactTopic: string;
        /** @description What is to be said about it. */
        FactAnswer: string;
        /** @description Its place among the others. The receptionist is told the first ones when a call begins, as many as there is room for, and looks the others up. */
        FactPosition: number;
        TeamMember: {
            userId: components["schemas"]["Id"];
            name: string;
            email: string;
            role: components["schemas"]["Role"];
            /** @description Whether they sign in with two steps. */
            twoStep: boolean;
            joinedAt: components["schemas"]["Time"];
            /** @description When a session of theirs here was last continued; null before the first. */
            lastSeenAt: components["schemas"]["Time"] | null;
        };
        Invitation: {
            id: components["schemas"]["Id"];
            email: string;
            role: components["schemas"]["Role"];
            /** @description Null when they have left since. */
            inviterName: string | null;
            createdAt: components["schemas"]["Time"];
            expiresAt: components["schemas"]["Time"];
        };
        /** @enum {string} */
        WebhookEventType: "lead.captured" | "lead.updated" | "message.taken" | "voicemail.left" | "call.ended";
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
            /** @description What was tried, the oldest first. */
            attempts: components["schemas"]["DeliveryAttempt"][];
            /** @description Why it has not arrived, also when it was given up without being tried. */
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
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Retry-After": components["headers"]["RetryAfter"];
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
        /** @description Twilio is doing it, or the call is over already. */
        Told: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": Record<string, never>;
            };
        };
        /** @description What Twilio is to do. */
        Twiml: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/xml": string;
            };
        };
    };
    parameters: {
        /** @description The id of a person, of a key, or of a call that the receptionist was in. */
        Actor: components["schemas"]["Id"];
        Action: components["schemas"]["AuditAction"];
        /** @description The id of what was changed. */
        Target: string;
        /** @description The first moment that counts. */
        From: components["schemas"]["Time"];
        /** @description The first moment that no longer counts. */
        To: components["schemas"]["Time"];
        Limit: number;
        /** @description The `next` of the page before. */
        Cursor: string;
        /** @description Any text that is unique to this attempt, for example a UUID. */
        IdempotencyKey: string;
        CallId: components["schemas"]["Id"];
        WebhookId: components["schemas"]["Id"];
    };
    requestBodies: {
        Question: {
            content: {
                "application/x-www-form-urlencoded": {
                    CallSid: components["schemas"]["CallSid"];
                    AccountSid: components["schemas"]["AccountSid"];
                    /** @description E.164, anonymous, client:… or sip:… */
                    From?: string;
                    To?: string;
                    /** @description completed, answered, busy, no-answer, failed or canceled */
                    DialCallStatus?: string;
                    /** @description Whether the two have heard each other. */
                    DialBridged?: string;
                    RecordingSid?: string;
                    RecordingUrl?: string;
                    /** @description In seconds. */
                    RecordingDuration?: string;
                    /** @description in-progress, completed or absent */
                    RecordingStatus?: string;
                };
            };
        };
    };
    headers: {
        /** @description How many requests may come at once, of the quota of which least is left. On every answer of a limited route. */
        RateLimitLimit: number;
        /** @description How many of them are left. */
        RateLimitRemaining: number;
        /** @description In so many seconds all of them are there again; they come back evenly. */
        RateLimitReset: number;
        /** @description With 429 and 503, in so many seconds one may ask again. */
        RetryAfter: number;
    };
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
    listAuditEntries: {
        parameters: {
            query?: {
                /** @description The id of a person, of a key, or of a call that the receptionist was in. */
                actor?: components["parameters"]["Actor"];
                action?: components["parameters"]["Action"];
                /** @description The id of what was changed. */
                target?: components["parameters"]["Target"];
                /** @description The first moment that counts. */
                from?: components["parameters"]["From"];
                /** @description The first moment that no longer counts. */
                to?: components["parameters"]["To"];
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
                        items: components["schemas"]["AuditEntry"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAuditExport: {
        parameters: {
            query?: {
                /** @description The id of a person, of a key, or of a call that the receptionist was in. */
                actor?: components["parameters"]["Actor"];
                action?: components["parameters"]["Action"];
                /** @description The id of what was changed. */
                target?: components["parameters"]["Target"];
                /** @description The first moment that counts. */
                from?: components["parameters"]["From"];
                /** @description The first moment that no longer counts. */
                to?: components["parameters"]["To"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries. */
            200: {
                headers: {
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    redeemEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: components["schemas"]["LinkCode"];
                };
            };
        };
        responses: {
            /** @description The address is theirs from now on. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: components["schemas"]["LinkCode"];
                    name: components["schemas"]["PersonName"];
                    password: components["schemas"]["NewPassword"];
                };
            };
        };
        responses: {
            201: components["responses"]["Session"];
            default: components["responses"]["Problem"];
        };
    };
    lookUpInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: components["schemas"]["LinkCode"];
                };
            };
        };
        responses: {
            /** @description The invitation as its mail's reader sees it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organizationName: string;
                        inviterName: string;
                        email: string;
                        role: components["schemas"]["Role"];
                        /** @description Then they sign in first and accept as who they are. */
                        hasAccount: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
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
            /** @description The password is right, and the person signs in with two steps. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secondStep: {
                            /** @description For the second step; good once. */
                            challenge: string;
                            expiresInSeconds: number;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    takeSecondStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    challenge: string;
                    /** @description Six digits of the authenticator, or a recovery code. */
                    code: string;
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
    createPasswordReset: {
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
                };
            };
        };
        responses: {
            /** @description Somebody who reads the mail of the address is told how to go on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    redeemPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: components["schemas"]["LinkCode"];
                    password: components["schemas"]["NewPassword"];
                };
            };
        };
        responses: {
            /** @description The password is theirs from now on. */
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
                     * @example US
                     */
                    country?: string;
                };
            };
        };
        responses: {
            /** @description Somebody who reads the mail of the address is told how to go on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: components["schemas"]["LinkCode"];
                };
            };
        };
        responses: {
            201: components["responses"]["Session"];
            default: components["responses"]["Problem"];
        };
    };
    switchOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: components["schemas"]["Id"];
                };
            };
        };
        responses: {
            200: components["responses"]["Session"];
            default: components["responses"]["Problem"];
        };
    };
    createBridgeHangup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            202: components["responses"]["Told"];
            default: components["responses"]["Problem"];
        };
    };
    createBridgeRedirect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @example MODEL_FAILED
                     * @enum {string}
                     */
                    reason: "TRANSFER" | "MODEL_FAILED";
                };
            };
        };
        responses: {
            202: components["responses"]["Told"];
            default: components["responses"]["Problem"];
        };
    };
    createBridgeSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    callSid: components["schemas"]["CallSid"];
                    accountSid: components["schemas"]["AccountSid"];
                    /** @example MZ00000000000000000000000000000001 */
                    streamSid: string;
                    /** @description The request that opened the WebSocket. */
                    upgrade: {
                        /** @description With its query. */
                        path: string;
                        /** @description The header X-Twilio-Signature; empty when there was none. */
                        signature: string;
                    };
                };
            };
        };
        responses: {
            /** @description The bridge is in the call. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BridgeSession"];
                };
            };
            /** @description Twilio did not open this stream. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    transferCall: {
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
                "application/json": components["schemas"]["TransferWanted"];
            };
        };
        responses: {
            /** @description What the receptionist is told, word by word. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        ok: true;
                        transferring: boolean;
                        /** @description Whom, as a name. */
                        to?: string;
                        /** @description Why to nobody. */
                        reason?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCalls: {
        parameters: {
            query?: {
                /** @description Only calls that go on. */
                live?: "true" | "false";
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
    createCrmAuthorization: {
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
                    provider: components["schemas"]["CrmProvider"];
                };
            };
        };
        responses: {
            /** @description Where the CRM asks its owner. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        authorizationUrl: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCrmCallback: {
        parameters: {
            query?: {
                state?: string;
                code?: string;
                error?: string;
                error_description?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description To `/settings/integrations?connected=hubspot`, or with an `error`: `denied`, `missing_scopes`, `expired` (too late, a second time, or in
             *     another browser), `not_allowed` or `unavailable`.
             */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listCrmConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CrmConnection"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteCrmConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                crmConnectionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is disconnected. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listCrmDeliveries: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                crmConnectionId: components["schemas"]["Id"];
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
                        items: components["schemas"]["CrmDelivery"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCrmLinks: {
        parameters: {
            query?: {
                /** @description Only what belongs to this lead. */
                leadId?: components["schemas"]["Id"];
                /** @description Only what belongs to this call. */
                callId?: components["schemas"]["Id"];
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
                        items: components["schemas"]["CrmLink"][];
                        next: components["schemas"]["Next"];
                    };
                };
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
    captureLead: {
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
                    /** @description The caller's name. */
                    name: string;
                    /** @description What they want, in a full sentence or two. */
                    need: string;
                    /** @description The number to reach them on, best as +14155550100. */
                    phone?: string;
                    /** @description Their e-mail address. */
                    email?: string;
                    /** @description The company they call for. */
                    company?: string;
                };
            };
        };
        responses: {
            /** @description The lead is saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        ok: true;
                        leadId: components["schemas"]["Id"];
                    };
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
                        /** @description Whether the person signs in with two steps. */
                        twoStep: boolean;
                        /** @description Whether they have to set that up before they may do anything. */
                        restricted: boolean;
                        /** @description How many they belong to. */
                        organizations: number;
                        plan: components["schemas"]["Plan"];
                        serverTime: components["schemas"]["Time"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateMe: {
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
                };
            };
        };
        responses: {
            /** @description They are called that from now on. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    createEmailChange: {
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
            /** @description Somebody who reads the mail of the new address is told how to go on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptMyInvitation: {
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
                    code: components["schemas"]["LinkCode"];
                };
            };
        };
        responses: {
            /** @description They belong to it now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organizationId: components["schemas"]["Id"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listOwnOrganizations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, the one they belong to the longest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: components["schemas"]["Id"];
                            name: string;
                            role: components["schemas"]["Role"];
                            /** @description Whether the person asks from there. */
                            current: boolean;
                        }[];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updatePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: components["schemas"]["NewPassword"];
                };
            };
        };
        responses: {
            /** @description The new password is theirs from now on. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The devices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: components["schemas"]["Id"];
                            /** @description For people, for example Firefox on Windows. */
                            device: string;
                            /** @description Where it last continued the session from. */
                            address: string | null;
                            createdAt: components["schemas"]["Time"];
                            lastUsedAt: components["schemas"]["Time"];
                            /** @description Whether it is the device that asks. */
                            current: boolean;
                        }[];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All sessions are over and the cookie removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getTwoStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enabled: boolean;
                        /** Format: date-time */
                        since: string | null;
                        recoveryCodesLeft: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createTwoStep: {
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
                    password: string;
                };
            };
        };
        responses: {
            /** @description The secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In base 32, to type. */
                        secret: string;
                        /** @description otpauth, to show as a QR code. */
                        uri: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmTwoStep: {
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
                    /** @description Six digits of the authenticator, or a recovery code. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description The codes. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Each lets the person in once. Shown this once. */
                        recoveryCodes: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    disableTwoStep: {
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
                    password: string;
                    /** @description Six digits of the authenticator, or a recovery code. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description It is off. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    createRecoveryCodes: {
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
                    password: string;
                    /** @description Six digits of the authenticator, or a recovery code. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description The codes. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Each lets the person in once. Shown this once. */
                        recoveryCodes: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listEmailDeliveries: {
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
                        items: components["schemas"]["EmailDelivery"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getEmailPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The preferences. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailPreferences"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateEmailPreferences: {
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
                "application/json": components["schemas"]["EmailPreferences"];
            };
        };
        responses: {
            /** @description The new preferences. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailPreferences"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSlack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection; `DISCONNECTED` and nothing else when there is none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlackConnection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteSlack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is disconnected. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    createSlackAuthorization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text that is unique to this attempt, for example a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where Slack asks its owner, who picks a channel there. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        authorizationUrl: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSlackCallback: {
        parameters: {
            query?: {
                state?: string;
                code?: string;
                error?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description To `/settings/integrations?connected=slack`, or with an `error`: `denied`, `missing_scopes`, `not_in_channel` (it is private and
             *     the app was not invited into it), `expired` (too late, a second time, or in another browser), `not_allowed` or `unavailable`.
             */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listSlackDeliveries: {
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
                        items: components["schemas"]["SlackDelivery"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateOrganization: {
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
                    /** @description The version this change was made on. */
                    version: number;
                    name?: components["schemas"]["OrganizationName"];
                    timeZone?: components["schemas"]["TimeZone"];
                    country?: components["schemas"]["Country"];
                    branding?: {
                        /**
                         * @description #rrggbb; null is the product's own.
                         * @example #0f766e
                         */
                        color?: string | null;
                    };
                    /** @description Members without two-step sign-in may only set it up. */
                    requireTwoStep?: boolean;
                };
            };
        };
        responses: {
            /** @description The organization as saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listApiKeys: {
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
                        items: components["schemas"]["ApiKey"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createApiKey: {
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
                    /** @description What it is for. */
                    name: string;
                    scopes: ("CALLS_READ" | "LEADS_READ" | "LEADS_WRITE" | "LEADS_WRITE_ANY" | "RECEPTIONIST_MANAGE" | "CRM_MANAGE" | "WEBHOOKS_MANAGE" | "NOTIFICATIONS_MANAGE" | "TEAM_READ" | "AUDIT_READ")[];
                    /**
                     * Format: date-time
                     * @description When it stops being good; null or left out for never.
                     * @example 2030-01-01T00:00:00Z
                     */
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description The key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"] & {
                        /** @description hxk_, eight characters, _, and the secret. Shown this once. */
                        key: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                apiKeyId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getOrganizationClosing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What there is to lose. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationClosing"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createOrganizationClosing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the organization, as it is written. */
                    name: string;
                    /** @description Of the owner who asks. */
                    password: string;
                };
            };
        };
        responses: {
            /** @description The organization is closing. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteOrganizationClosing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization goes on. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getReceptionist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receptionist. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receptionist"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateReceptionist: {
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
                    /** @description The version this change was made on. */
                    version: number;
                    assistantName: string;
                    voice: components["schemas"]["Voice"];
                    language: components["schemas"]["Language"];
                    greeting: components["schemas"]["Greeting"];
                    resumedGreeting: components["schemas"]["Greeting"];
                    captureFields: components["schemas"]["CaptureFields"];
                    /** @description Your own wishes, in words. */
                    instructions?: string | null;
                    transferPolicy: components["schemas"]["TransferPolicy"];
                    limits: components["schemas"]["CallLimits"];
                };
            };
        };
        responses: {
            /** @description The receptionist as saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receptionist"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listReceptionistFacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All facts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Fact"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createReceptionistFact: {
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
                    topic: components["schemas"]["FactTopic"];
                    answer: components["schemas"]["FactAnswer"];
                    position?: components["schemas"]["FactPosition"];
                };
            };
        };
        responses: {
            /** @description The fact as saved; without a position it is the last. */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fact"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteReceptionistFact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                receptionistFactId: components["schemas"]["Id"];
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
    updateReceptionistFact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text that is unique to this attempt, for example a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                receptionistFactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version this change was made on. */
                    version: number;
                    topic?: components["schemas"]["FactTopic"];
                    answer?: components["schemas"]["FactAnswer"];
                    position?: components["schemas"]["FactPosition"];
                };
            };
        };
        responses: {
            /** @description The fact as saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fact"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    lookUp: {
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
                    /** @description The caller's question, in full. */
                    question: string;
                };
            };
        };
        responses: {
            /** @description The best five at most; none when nothing fits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        ok: true;
                        facts: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All members; there is no following page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TeamMember"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listTeamInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All that wait, also those whose link has expired; there is no following page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createTeamInvitations: {
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
                    invitations: {
                        email: components["schemas"]["Email"];
                        role: components["schemas"]["Role"];
                    }[];
                };
            };
        };
        responses: {
            /** @description The invitations as saved. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteTeamInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text that is unique to this attempt, for example a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                invitationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its link is good no longer. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    resendTeamInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text that is unique to this attempt, for example a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                invitationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation as saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createTeamOwnership: {
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
                    userId: components["schemas"]["Id"];
                    /** @description Of the owner who asks. */
                    password: string;
                };
            };
        };
        responses: {
            /** @description The organization has its new owner. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteTeamMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text that is unique to this attempt, for example a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                userId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are no longer a member. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateTeamMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text that is unique to this attempt, for example a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                userId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    role: components["schemas"]["Role"];
                };
            };
        };
        responses: {
            /** @description The member as saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMember"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    afterDialWebhook: {
        parameters: {
            query: {
                transfer: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Question"];
        responses: {
            200: components["responses"]["Twiml"];
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
    afterStreamWebhook: {
        parameters: {
            query: {
                session: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Question"];
        responses: {
            200: components["responses"]["Twiml"];
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
    incomingCallWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Question"];
        responses: {
            200: components["responses"]["Twiml"];
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
                    CallSid: components["schemas"]["CallSid"];
                    AccountSid: components["schemas"]["AccountSid"];
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
    voicemailWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Question"];
        responses: {
            200: components["responses"]["Twiml"];
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
