export interface paths {
    "/persons/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Data for filling in forms and for documents (P573-27c). The person or a process. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Profile"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where notices go. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contact"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        /** The person corrects own contact data. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ContactChange"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contact"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Consents given and withdrawn (P573-14c). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            consents: components["schemas"]["Consent"][];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** The person gives consents again, to the texts in force (P573-14c). */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        consents: {
                            kind: components["schemas"]["ConsentKind"];
                            version: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            consents: components["schemas"]["Consent"][];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the person signs in on the own route, and how far identity is proven. The person only. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Security"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/password-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A code for setting a password without the former one; only a short while after an entry through ESI. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SigningRequest"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets the password, with the former one or with a code after an entry through ESI. Every other session ends. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordChange"];
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["Problem"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A fresh secret for an authenticator (RFC 6238); it counts only once confirmed. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordGiven"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TotpSecret"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        /** The authenticator no longer counts; codes come by message again. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TotpGiven"];
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The first code of the authenticator: from now on it is asked for. Answers recovery codes, once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TotpGiven"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fresh recovery codes, shown once; the former ones end. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordGiven"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/means-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another telephone or e-mail for signing in and recovery: the password first, then a second factor, then a code to the new one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MeansChange"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeansChangeStep"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        /** This was not me: the change under way stops, every session ends. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/means-changes/{changeId}/second": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second factor: a code to the present telephone, or of the authenticator. A code goes to the new address. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                    changeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TotpGiven"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeansChangeStep"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/means-changes/{changeId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The code that came to the new address. The change waits a day, or counts at once just after an entry through ESI. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                    changeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TotpGiven"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeansChangeTaken"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** This was not me: a recovery under way stops. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person registers the legal entity they head (P573-8h); self-asserted until ESI proves it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewOrganisation"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Power"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/powers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Powers of representation the caller gave (for the person in whose name the caller acts) and received. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Powers"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** The principal gives somebody a power; it counts once that person accepts it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPower"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Power"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/powers/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The representative takes the power on. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Power"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/powers/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The principal revokes, or the representative declines or lays down; at once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Power"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/powers/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether one person may act for another now (P573-15). Processes only. */
        get: {
            parameters: {
                query: {
                    principal: components["schemas"]["Id"];
                    representative: components["schemas"]["Id"];
                    serviceCode?: components["schemas"]["Id"];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PowerStanding"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a fresh one-time code bound to the hash of a content (simple signature). */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        contentHash: string;
                        title: components["schemas"]["Text"];
                    };
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SigningRequest"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-requests/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the code; the answer is the signature: a JWS by identity over subject, hash, level and time. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Signature"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys (JWKS) that verify signatures. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            keys: {
                                [key: string]: unknown;
                            }[];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/document-signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remote signing of a document by an authorised person of a provider (P573-33a). */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        providerId: components["schemas"]["Id"];
                        signerId: components["schemas"]["Id"];
                        /**
                         * Format: byte
                         * @description DER of the signed attributes, base64
                         */
                        toBeSigned: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentSignature"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/document-seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The portal's own certificates, whose seal stands under information from information systems (P573-33b). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            certificateChain: string[];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** The portal's seal on information of a provider that is not blocked. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        providerId: components["schemas"]["Id"];
                        /**
                         * Format: byte
                         * @description DER of the signed attributes, base64
                         */
                        toBeSigned: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentSignature"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/document-signers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Authorised signers of a provider with their certificate chains. */
        get: {
            parameters: {
                query: {
                    providerId: components["schemas"]["Id"];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            signers: components["schemas"]["Signer"][];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trust anchors and revocation lists for verification (PEM). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            anchors: string[];
                            crls: string[];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Staff of a provider, for naming an executor. */
        get: {
            parameters: {
                query: {
                    providerId: components["schemas"]["Id"];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            staff: components["schemas"]["StaffMember"][];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** The operator keeps a staff account; the password is taken the first time only. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewStaff"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffMember"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff-contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For notifications only, where staff are reached; of a provider, or those of the operator. */
        get: {
            parameters: {
                query?: {
                    providerId?: components["schemas"]["Id"];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            contacts: components["schemas"]["StaffContact"][];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member of staff (provider, roles). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffMember"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        /** Roles end at once, sessions too. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs a member of staff out everywhere, at the next call. The member of staff, or the operator. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What users agree to, every version that was ever in force (P573-8i). Public. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            agreements: components["schemas"]["Agreement"][];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/consents/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has still to be agreed to before services open, by whom it is about and by who acts; and who vouches for that person now. */
        get: {
            parameters: {
                query?: {
                    actor?: components["schemas"]["Id"];
                };
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            missing: components["schemas"]["MissingConsent"][];
                            assurance?: components["schemas"]["Assurance"];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/consents/{kind}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The person withdraws a consent; in force at once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                    kind: components["schemas"]["ConsentKind"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            consents: components["schemas"]["Consent"][];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own sign-ins, failed ones too, newest first, and the sessions that are open (P573-19d). */
        get: {
            parameters: {
                query?: {
                    after?: string;
                };
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            signIns: components["schemas"]["SignIn"][];
                            sessions: components["schemas"]["Session"][];
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The person deletes the own cabinet for good. `signature` is identity's JWS over the SHA-256 of `cabinet:` and the id. All sessions end. 409 applications_open while an application goes on. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        signature: string;
                    };
                };
            };
            responses: {
                /** @description Gone. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out everywhere; the sessions end at their next request. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For the portal, at each request - whether a session is still open, and which consents are missing. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            open: boolean;
                            missing: components["schemas"]["MissingConsent"][];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        /** Ends one of the own sessions. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The portal signs out; the answer says where the browser ends its session at ESI too, if it came from there. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            continueAt?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/qualified-signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A detached CMS (CAdES-BES) by the own certificate over a content; the answer is the same signed statement as for a code. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        contentHash: string;
                        /** Format: byte */
                        cms: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Compact JWS; level qualified. */
                            signature: string;
                            signedBy: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/qualified-signatures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A qualified signature as it was given, by the id in the statement. For the signer and for applications. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            contentHash: string;
                            signature: components["schemas"]["QualifiedSignature"];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/contact-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new e-mail address or telephone number; a code goes there, and only with it the change is made. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /**
                         * @description An address of an application is proved and stays beside the account's own.
                         * @enum {string}
                         */
                        use?: "account" | "application";
                    } | {
                        phone: string;
                        /**
                         * @description An address of an application is proved and stays beside the account's own.
                         * @enum {string}
                         */
                        use?: "account" | "application";
                    };
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SigningRequest"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{id}/contact-changes/{changeId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The code that went to the new address. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                    changeId: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contact"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who used the caller's personal data here, newest first (P573-13c). */
        get: {
            parameters: {
                query?: {
                    application?: components["parameters"]["JournalApplication"];
                    provider?: components["parameters"]["JournalProvider"];
                    before?: components["parameters"]["JournalBefore"];
                    limit?: components["parameters"]["JournalLimit"];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: components["responses"]["JournalPage"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sightings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refused sign-ins that came in numbers, for the operator (P573-19e). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: components["responses"]["Sightings"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal-heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A process says how far its journal has come, so that a cut behind that place is found. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        chain: components["schemas"]["Id"];
                        seq: number;
                        hash: string;
                    };
                };
            };
            responses: {
                /** @description Anchored. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The person takes a copy of all own data; recorded, and only now and then (429 wait_before_next). */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Recorded. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["Problem"];
            };
        };
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
        Address: {
            region?: string;
            district?: string;
            settlement?: string;
            street?: string;
            house?: string;
            flat?: string;
        };
        /**
         * @description Who vouches for the identity. self_asserted - the person alone, with a proven phone; esi - the unified identification system; qualified - a qualified certificate with the same PIN.
         * @enum {string}
         */
        Assurance: "self_asserted" | "esi" | "qualified";
        /** @enum {string} */
        MeansKind: "phone" | "email";
        MeansChange: {
            kind: components["schemas"]["MeansKind"];
            address: string;
            password: string;
        };
        MeansChangeStep: {
            id: string;
            /** @description Masked; absent when the authenticator is asked. */
            sentTo?: string;
        };
        MeansChangeTaken: {
            /** @description From when it counts; absent when it does already. */
            readyAt?: components["schemas"]["Instant"];
        };
        Security: {
            assurance: components["schemas"]["Assurance"];
            /** @description Masked. */
            phone: string;
            /** @description Masked; where a recovery link goes. */
            email?: string;
            /** @description Whether there is one, so that the own route is open. */
            password: boolean;
            /** @description Another telephone or e-mail that waits. */
            change?: {
                kind: components["schemas"]["MeansKind"];
                /** @description Masked. */
                address: string;
                readyAt: components["schemas"]["Instant"];
            };
            /** @description An entry through ESI not long ago, so that a password can be set without the former one. */
            provedLately?: boolean;
            totp: boolean;
            recoveryCodesLeft: number;
            recoveryUntil?: components["schemas"]["Instant"];
        };
        PasswordChange: {
            password: string;
            former?: string;
            codeId?: components["schemas"]["Id"];
            code?: string;
        };
        PasswordGiven: {
            password: string;
        };
        TotpGiven: {
            code: string;
        };
        TotpSecret: {
            /** @description Base32, to be typed into an authenticator. */
            secret: string;
            /** @description otpauth URI, for the QR code. */
            uri: string;
        };
        RecoveryCodes: {
            codes: string[];
        };
        NewOrganisation: {
            name: string;
            inn: string;
            address: components["schemas"]["Address"];
        };
        /** @description All services, or these. */
        PowerScope: "all" | components["schemas"]["Id"][];
        NewPower: {
            representativePin: string;
            representativePhone: string;
            scope: components["schemas"]["PowerScope"];
            validFrom: components["schemas"]["LocalDate"];
            validUntil: components["schemas"]["LocalDate"];
        };
        Power: {
            id: components["schemas"]["Id"];
            /**
             * @description granted - by the principal; head - registered the legal entity as its head; esi - ESI named the entity.
             * @enum {string}
             */
            basis: "granted" | "head" | "esi";
            /** @description Name of the person or entity in whose name. */
            principal: string;
            /** @description Name of the representative once accepted, their masked PIN before. */
            representative?: string;
            scope: components["schemas"]["PowerScope"];
            validFrom: components["schemas"]["LocalDate"];
            validUntil?: components["schemas"]["LocalDate"];
            /** @enum {string} */
            state: "offered" | "standing" | "not_yet" | "expired" | "ended";
            grantedAt: components["schemas"]["Instant"];
            acceptedAt?: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
        };
        Powers: {
            given: components["schemas"]["Power"][];
            received: components["schemas"]["Power"][];
        };
        PowerStanding: {
            stands: boolean;
            powerId?: components["schemas"]["Id"];
        };
        Profile: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "natural" | "legal";
            displayName: string;
            assurance?: components["schemas"]["Assurance"];
            pin?: string;
            inn?: string;
            lastName?: string;
            firstName?: string;
            patronymic?: string;
            birthDate?: components["schemas"]["LocalDate"];
            /** @enum {string} */
            sex?: "female" | "male";
            phone?: string;
            email?: string;
            address?: components["schemas"]["Address"];
            organisation?: {
                name?: string;
                inn?: string;
                address?: components["schemas"]["Address"];
                headName?: string;
            };
        };
        Contact: {
            language: components["schemas"]["Language"];
            email?: string;
            phone?: string;
            emessageAddress?: string;
            channels: ("emessage" | "email")[];
            /** @description Other telephones and post boxes that a code has proved, for single applications (P573-14e). */
            proved?: string[];
        };
        /** @description Addresses are changed by contact-changes, with a code that proves them. */
        ContactChange: {
            language?: components["schemas"]["Language"];
            channels?: ("emessage" | "email")[];
        };
        Consent: {
            /** @enum {string} */
            kind: "user_agreement" | "personal_data";
            version: string;
            givenAt: components["schemas"]["Instant"];
            withdrawnAt?: components["schemas"]["Instant"];
            route?: components["schemas"]["Route"];
            by?: components["schemas"]["Id"];
        };
        SigningRequest: {
            id: components["schemas"]["Id"];
            /** @description Masked address the code went to. */
            sentTo: string;
            expiresAt: components["schemas"]["Instant"];
        };
        Signature: {
            /** @description Compact JWS; payload {sub, act, hash, level, at, jti}. */
            signature: string;
        };
        DocumentSignature: {
            /** Format: byte */
            value: string;
        };
        Signer: {
            id: components["schemas"]["Id"];
            name: string;
            post: components["schemas"]["Text"];
            organisation: components["schemas"]["Text"];
            certificateChain: string[];
        };
        StaffContact: {
            id: components["schemas"]["Id"];
            roles: string[];
            phone: string;
            email?: string;
        };
        StaffMember: {
            id: components["schemas"]["Id"];
            name: string;
            post?: components["schemas"]["Text"];
            providerId: string | null;
            roles: ("executor" | "signer" | "provider_head" | "operator" | "owner")[];
        };
        NewStaff: {
            id: components["schemas"]["Id"];
            login: string;
            initialPassword: string;
            name: string;
            post: components["schemas"]["Text"];
            phone: string;
            email?: string;
            providerId: string | null;
            roles: ("executor" | "signer" | "provider_head" | "operator" | "owner")[];
        };
        /** @enum {string} */
        ConsentKind: "user_agreement" | "personal_data";
        /**
         * @description The way somebody came in.
         * @enum {string}
         */
        Route: "esi" | "own" | "qualified" | "staff" | "portal";
        Text3: {
            ky: string;
            ru: string;
            en?: string;
        };
        Agreement: {
            kind: components["schemas"]["ConsentKind"];
            version: string;
            inForceFrom: components["schemas"]["Instant"];
            inForce: boolean;
            title: components["schemas"]["Text3"];
            paragraphs: components["schemas"]["Text3"][];
        };
        MissingConsent: {
            person: components["schemas"]["Id"];
            kind: components["schemas"]["ConsentKind"];
            version: string;
        };
        SignIn: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            /** @enum {string} */
            outcome: "entered" | "refused";
            route: components["schemas"]["Route"];
            /** @description Why it was refused, a stable word. */
            reason?: string;
            /** @description Name of the browser and system, as far as it can be told. */
            browser?: string;
            /** @description Shortened. */
            address?: string;
            actingFor?: string;
            newBrowser?: boolean;
        };
        Session: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            route: components["schemas"]["Route"];
            browser?: string;
            address?: string;
            actingFor?: string;
        };
        Id: string;
        /** @description A text for people in the state and the official language (P573-7). */
        Text: {
            ky: string;
            ru: string;
            en?: string;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail?: string;
            message?: components["schemas"]["Text"];
            ruleId?: string;
            retryAfterSeconds?: number;
            errors?: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        LocalDate: string;
        /** @enum {string} */
        Language: "ky" | "ru";
        /** @description ISO 8601 in UTC with milliseconds. */
        Instant: string;
        /** @description A qualified signature as it was given (P573-28a): detached CMS over the content, and whose certificate it is by. */
        QualifiedSignature: {
            /** Format: byte */
            cms: string;
            /** @description When it was checked and accepted. */
            at: components["schemas"]["Instant"];
            certificate: {
                holder: string;
                organisation?: string;
                /** @description Hexadecimal. */
                serialNumber: string;
                issuer: string;
            };
        };
        /** @description Why the operator looked into an application (C22-3a), as the person is told. No free words, no names. */
        SupportReason: {
            /** @enum {string} */
            ground: "user_request" | "failure" | "incident";
            request: string;
        };
        JournalLine: {
            at: components["schemas"]["Instant"];
            /** @description For `before`; sorts lines of all processes by time. */
            cursor: string;
            role: string;
            /** @description The process the call came from. */
            route: string;
            provider?: components["schemas"]["Id"];
            /** @description Where the law lets the person know it (P573-35a). */
            actorName?: string;
            act: string;
            data: string[];
            /** @description Of the form, where they are known one by one. */
            fields?: string[];
            application?: components["schemas"]["Id"];
            reference?: string;
            /** @enum {string} */
            outcome: "given" | "refused";
            support?: components["schemas"]["SupportReason"];
        };
        /** @description A person's lines of the access journal, newest first (P573-13c, P573-19d). */
        JournalPage: {
            lines: components["schemas"]["JournalLine"][];
            more: boolean;
        };
        /** @description What the monitoring noticed and somebody should look at (P573-19e). Ids and counts only. */
        Sighting: {
            /** @description The same while the same goes on on one day. */
            key: string;
            /** @enum {string} */
            kind: "refused_sign_ins" | "refused_access";
            /** @description The id of who tried, or whose account it was, where it is known. */
            who?: string;
            /** @description The network it came from, never a whole address. */
            address?: string;
            count: number;
            firstAt: components["schemas"]["Instant"];
            lastAt: components["schemas"]["Instant"];
        };
        Sightings: {
            sightings: components["schemas"]["Sighting"][];
        };
    };
    responses: {
        /** @description What went wrong (RFC 9457), with a stable code. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Lines of the person who asks. */
        JournalPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JournalPage"];
            };
        };
        /** @description What was noticed within the last day, for the operator. */
        Sightings: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Sightings"];
            };
        };
    };
    parameters: {
        JournalApplication: components["schemas"]["Id"];
        JournalProvider: components["schemas"]["Id"];
        JournalBefore: string;
        JournalLimit: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
