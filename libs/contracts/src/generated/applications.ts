export interface paths {
    "/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's drafts, newest first. */
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
                            drafts: components["schemas"]["DraftSummary"][];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** Start a draft; fields are filled from the profile (P573-27c). */
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
                        serviceCode: components["schemas"]["Id"];
                        language?: components["schemas"]["Language"];
                        /** @description An earlier application of the same person whose answers may be taken over; naming it is the consent. */
                        prefillFrom?: components["schemas"]["Id"];
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
                        "application/json": components["schemas"]["Draft"];
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
    "/drafts/prefill-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Earlier applications of the same person or entity whose answers would fit this service's form, newest first. */
        get: {
            parameters: {
                query: {
                    serviceCode: components["schemas"]["Id"];
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
                            sources: components["schemas"]["PrefillSource"][];
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
    "/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft with its answers. */
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
                        "application/json": components["schemas"]["Draft"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        /** The person removes an own draft. */
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
    "/drafts/{id}/pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Store a page as it was posted, right or wrong (raw form fields), and say what is wrong with it. A stale version is a 409 stale_version with the newer draft in `current`. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                    page: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        /** @description Posted form fields: name to text or list of texts */
                        fields: {
                            [key: string]: string | string[];
                        };
                        language?: components["schemas"]["Language"];
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
                        "application/json": components["schemas"]["DraftPageResult"];
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
    "/drafts/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The check after one field (P573-26a): nothing is stored. */
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
                        page: components["schemas"]["Id"];
                        field: string;
                        fields: {
                            [key: string]: string | string[];
                        };
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
                            errors: components["schemas"]["FieldError"][];
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
    "/drafts/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a file to a field (multipart: field, file). */
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
                    "multipart/form-data": {
                        field: string;
                        /** Format: binary */
                        file: string;
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
                        "application/json": components["schemas"]["StoredFile"];
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
    "/drafts/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its content. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                    fileId: components["schemas"]["Id"];
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
                    content?: never;
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        /** Remove it from the draft. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                    fileId: components["schemas"]["Id"];
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
    "/drafts/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would be signed now: canonical content, hash, described rows, what is still wrong. */
        get: {
            parameters: {
                query?: {
                    language?: components["schemas"]["Language"];
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
                        "application/json": components["schemas"]["DraftContent"];
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
    "/drafts/{id}/service-version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on with the version of the service now in force; answers that still fit stay. 409 stale_version as with pages. */
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
                        version: number;
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
                        "application/json": components["schemas"]["Draft"];
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
    "/drafts/{id}/copy.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The request for machines, at any step (P573-27a); see the schema RequestCopy. */
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
                        "application/json": components["schemas"]["RequestCopy"];
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
    "/drafts/{id}/copy.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A copy to save or print at any step (P573-27a, 27b). */
        get: {
            parameters: {
                query?: {
                    language?: components["schemas"]["Language"];
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
                    content?: never;
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
    "/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A user's own applications, or the inbox of the caller's provider; what is due soonest first for staff, newest first for users. */
        get: {
            parameters: {
                query?: {
                    stage?: "submitted" | "accepted" | "suspended_unpaid" | "in_progress" | "approved" | "completed" | "provision_refused" | "intake_refused" | "withdrawn";
                    executor?: components["schemas"]["Id"];
                    serviceCode?: components["schemas"]["Id"];
                    reference?: string;
                    /** @description Only what the provider owes this for, in time or late (P573-42). */
                    owes?: "outage_status";
                    after?: string;
                    limit?: number;
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
                            applications: components["schemas"]["ApplicationSummary"][];
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** Submit: creates the application (P573-8l). Same draft and content again: the same confirmation. */
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
                        draftId: components["schemas"]["Id"];
                        draftVersion: number;
                        signature: string;
                        /**
                         * @description The form of the result the user chose (P573-33); the service's first when left out.
                         * @enum {string}
                         */
                        resultForm?: "signed_document" | "information";
                    };
                };
            };
            responses: {
                /** @description Submitted before with the same content. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Submitted"];
                    };
                };
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Submitted"];
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
    "/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One application as the caller may see it. */
        get: {
            parameters: {
                query?: {
                    language?: components["schemas"]["Language"];
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
                        "application/json": components["schemas"]["ApplicationView"];
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
    "/applications/{id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An act: register, refuse, decide, withdraw and so on; guarded by the version. */
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
                    "application/json": components["schemas"]["CommandRequest"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationView"];
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
    "/applications/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a file to the answer to an open question of the provider (multipart: file). */
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
                    "multipart/form-data": {
                        field?: string;
                        /** Format: binary */
                        file: string;
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
                        "application/json": components["schemas"]["StoredFile"];
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
    "/applications/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An attachment. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                    fileId: components["schemas"]["Id"];
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
                    content?: never;
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
    "/applications/{id}/copy.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was signed and sent, for machines (P573-27a). */
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
                        "application/json": components["schemas"]["RequestCopy"];
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
    "/applications/{id}/copy.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A copy of the application. */
        get: {
            parameters: {
                query?: {
                    language?: components["schemas"]["Language"];
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
                    content?: never;
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
    "/applications/{id}/result.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed result document. */
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
                    content?: never;
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
    "/applications/{id}/notices/{noticeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Facts for the text of a notice owed; for the notifications process. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                    noticeId: components["schemas"]["Id"];
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
                        "application/json": components["schemas"]["NoticeFacts"];
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
    "/applications/{id}/package": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything the provider's document system receives; for tunduk. */
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
                        "application/json": components["schemas"]["ApplicationPackage"];
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
    "/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For the operator. How long what is kept, by which rule, and what would be removed when; counts only. */
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
                        "application/json": components["schemas"]["Retention"];
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
    "/retention/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For the operator. Nothing of this application is removed while the hold stands. */
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
                        reference: string;
                        reason: string;
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
                        "application/json": components["schemas"]["Hold"];
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
    "/retention/holds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** For the operator. Lifts a hold; that it stood is kept. */
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
    "/support-accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The operator looks into one application for technical support (C22-3a); the person sees it and why. */
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
                        reference: string;
                        reason: components["schemas"]["SupportReason"];
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
                        "application/json": components["schemas"]["ApplicationView"];
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
    "/sightings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who reached for what is not theirs, again and again, for the operator (P573-19e). */
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
    "/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Legal limits that were broken, newest first, mended or not; all for the operator, its own for a provider. Nobody can change one. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
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
                            breaches: components["schemas"]["Breach"][];
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
    "/applications/{id}/result.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The information given as the result, sealed by its hash (P573-33b); see the schema ResultInformation. */
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
                        "application/json": components["schemas"]["ResultInformation"];
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
    "/applications/{id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The user rates an ended application (P573-36a), once; for some days it can be changed. Nothing depends on it (P573-36b). */
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
                    "application/json": {
                        stars: number;
                        suggestion?: string;
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
                        "application/json": components["schemas"]["Rating"];
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
    "/services/{code}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How users rate a service, for its public page. Nothing is told while so few have rated that one could be guessed. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: components["schemas"]["Id"];
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
                            rating?: components["schemas"]["ServiceRating"];
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
    "/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What users suggest, newest first and without who they are; its own for a provider, all for the operator. */
        get: {
            parameters: {
                query?: {
                    before?: components["schemas"]["Instant"];
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
                            suggestions: components["schemas"]["Suggestion"][];
                            next?: components["schemas"]["Instant"];
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
    "/verifications/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verification of a result by its code; open to all through the portal. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description As it was typed; blanks, dashes and case do not matter. */
                    code: string;
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
                        "application/json": components["schemas"]["Verification"];
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
    "/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verification of a result by its file. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/pdf": string;
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Verification"];
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
    "/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is held of the caller here, and what of it the law lets go now (P573-27e, P573-27f, P573-49). */
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
                            items: components["schemas"]["HeldItem"][];
                            /** @description What the caller let go lately, newest first, and which processes have erased it. */
                            gone: components["schemas"]["GoneItem"][];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** The person lets items go for good. `signature` is identity's JWS over the SHA-256 of their ids, sorted, one a line. Again with the same ids is the same answer. 409 not_erasable names what has to stay. */
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
                        ids: components["schemas"]["Id"][];
                        signature: string;
                    };
                };
            };
            responses: {
                /** @description Gone here; other processes follow within moments. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            erased: components["schemas"]["Id"][];
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
    "/owners/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For identity - how many applications of a person go on, so that the cabinet cannot go yet (P573-31c). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["parameters"]["Owner"];
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
                            open: number;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** For identity - the person has deleted the cabinet. What may go goes now; the rest when its time is over. Again is the same answer. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["parameters"]["Owner"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It goes. */
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
        GoneItem: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "draft" | "application";
            at: components["schemas"]["Instant"];
            /** @description Processes that have nothing left of it that may go. */
            erasedBy: string[];
            /** @description Processes that have not said so yet. */
            owedBy: string[];
        };
        HeldItem: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "draft" | "application";
            reference?: string;
            serviceTitle: components["schemas"]["Text"];
            at: components["schemas"]["Instant"];
            /**
             * @description What lets it go, or why it stays.
             * @enum {string}
             */
            standing: "erasable" | "open" | "year" | "held" | "breach";
            ruleId?: string;
            until?: components["schemas"]["Instant"];
        };
        StoredFile: {
            fileId: components["schemas"]["Id"];
            name: string;
            size: number;
            sha256: string;
            type: string;
            /**
             * @description What the scanner says. `waiting`: it will say soon, signing waits. `unavailable`: it is away; the application may go, the provider gets the file when it is clean.
             * @enum {string}
             */
            scan?: "waiting" | "unavailable" | "clean" | "infected";
        };
        PrefillSource: {
            applicationId: components["schemas"]["Id"];
            reference: string;
            serviceTitle: components["schemas"]["Text"];
            submittedAt: components["schemas"]["Instant"];
            /** @description The questions that would be answered. */
            fields: components["schemas"]["Text"][];
        };
        /** @description The service was published anew while the draft was open. */
        ServiceChange: {
            from: number;
            to: number;
            /** @description The draft goes on with the new version already. */
            moved: boolean;
            changes: {
                /** @enum {string} */
                kind: "added" | "removed" | "changed" | "terms";
                about: components["schemas"]["Text"];
                page?: components["schemas"]["Id"];
            }[];
        };
        /** @description An answer that no longer counts, for another answer has made its question fall away. */
        StaleAnswer: {
            field: string;
            label: components["schemas"]["Text"];
            /** @description The questions whose answers decide it; empty when the service no longer asks. */
            because: components["schemas"]["Text"][];
        };
        /** @description A request for machines. Additive only within a version. */
        RequestCopy: {
            /** @enum {string} */
            schema: "kyzmat.request-copy";
            /** @enum {integer} */
            schemaVersion: 1;
            /** @enum {string} */
            state: "draft" | "submitted";
            /** @description In a draft: that it is one, and not signed. */
            notice?: components["schemas"]["Text"];
            savedAt?: components["schemas"]["Instant"];
            submittedAt?: components["schemas"]["Instant"];
            reference?: string;
            service: {
                code: components["schemas"]["Id"];
                version: number;
                title: components["schemas"]["Text"];
            };
            provider: components["schemas"]["Text"];
            applicant?: {
                name: string;
                /** @enum {string} */
                kind: "natural" | "legal";
                identifier: string;
            };
            answers: components["schemas"]["Answers"];
            /** @description The same in words. */
            questions: {
                field: string;
                page: components["schemas"]["Text"];
                label: components["schemas"]["Text"];
                text: components["schemas"]["Text"];
            }[];
            files: components["schemas"]["StoredFile"][];
            /** @description The canonical text that was signed. */
            content?: string;
            contentHash?: string;
            signature?: string;
            qualifiedSignature?: components["schemas"]["QualifiedSignature"];
        };
        Hold: {
            id: components["schemas"]["Id"];
            reference: string;
            reason: string;
            placedAt: components["schemas"]["Instant"];
            placedBy: components["schemas"]["Id"];
        };
        Retention: {
            rules: {
                /** @enum {string} */
                what: "draft" | "application";
                ruleId: string;
                from: components["schemas"]["Text"];
                months: number;
                /** @description Whether the platform removes it by itself when the time is over. */
                removed: boolean;
            }[];
            /** @description How many are kept through which day at the least; drafts go when it is over. */
            preview: {
                /** @enum {string} */
                what: "draft" | "application";
                on: components["schemas"]["LocalDate"];
                count: number;
                held: number;
            }[];
            holds: components["schemas"]["Hold"][];
        };
        DraftSummary: {
            id: components["schemas"]["Id"];
            serviceCode: components["schemas"]["Id"];
            serviceTitle: components["schemas"]["Text"];
            savedAt: components["schemas"]["Instant"];
            keptUntil: components["schemas"]["Instant"];
        };
        Draft: {
            id: components["schemas"]["Id"];
            serviceCode: components["schemas"]["Id"];
            serviceVersion: number;
            serviceTitle: components["schemas"]["Text"];
            version: number;
            savedAt: components["schemas"]["Instant"];
            keptUntil: components["schemas"]["Instant"];
            answers: components["schemas"]["Answers"];
            autofilled: string[];
            completedPages?: components["schemas"]["Id"][];
            submittedAs?: components["schemas"]["Id"];
            /** @description Everything uploaded to the draft. */
            files?: components["schemas"]["StoredFile"][];
            /** @description What was taken over from an earlier application, with the person's consent. */
            prefilled?: {
                applicationId: components["schemas"]["Id"];
                reference: string;
                submittedAt: components["schemas"]["Instant"];
                fields: string[];
            };
            serviceChange?: components["schemas"]["ServiceChange"];
            stale?: components["schemas"]["StaleAnswer"][];
            /** @description The profile could not be asked for, so nothing was filled in from it. */
            profileUnavailable?: boolean;
            /** @description With a new draft: other open drafts of the same service, newest first. */
            others?: components["schemas"]["DraftSummary"][];
        };
        DraftPageResult: {
            draft: components["schemas"]["Draft"];
            errors: components["schemas"]["FieldError"][];
            dropped: string[];
        };
        DraftContent: {
            version: number;
            hash: string;
            content: string;
            pages: components["schemas"]["DescribedPage"][];
            errors: components["schemas"]["FieldError"][];
            stale?: components["schemas"]["StaleAnswer"][];
            /** @description Files the scanner has not seen yet; signing waits for them. */
            waiting?: components["schemas"]["StoredFile"][];
            serviceChange?: components["schemas"]["ServiceChange"];
        };
        Submitted: {
            id: components["schemas"]["Id"];
            reference: string;
            submittedAt: components["schemas"]["Instant"];
        };
        ApplicationSummary: {
            id: components["schemas"]["Id"];
            reference: string;
            serviceCode: components["schemas"]["Id"];
            serviceTitle: components["schemas"]["Text"];
            providerId: components["schemas"]["Id"];
            /** @enum {string} */
            stage: "submitted" | "accepted" | "suspended_unpaid" | "in_progress" | "approved" | "completed" | "provision_refused" | "intake_refused" | "withdrawn";
            /** @enum {string} */
            payment: "none" | "charged" | "pending" | "confirmed" | "expired" | "refund_due" | "refunded";
            submittedAt: components["schemas"]["Instant"];
            provisionEndsAt?: components["schemas"]["Instant"];
            nextDueAt?: components["schemas"]["Instant"];
            nextDueKind?: string;
            executorId?: components["schemas"]["Id"];
            breached?: boolean;
            version: number;
        };
        WhyStep: {
            text: components["schemas"]["Text"];
            at?: components["schemas"]["Instant"];
        };
        ClockView: {
            id: components["schemas"]["Id"];
            kind: string;
            ruleId: string;
            openedAt: components["schemas"]["Instant"];
            dueAt: components["schemas"]["Instant"];
            closedAt?: components["schemas"]["Instant"];
            breachedAt?: components["schemas"]["Instant"];
            responsible?: string;
            noticeKind?: string;
            /** @enum {string} */
            outcome?: "met" | "late" | "not_owed";
            /** @description Dates it had before, and why each was changed. */
            replanned?: components["schemas"]["ReplannedLimit"][];
            why: components["schemas"]["WhyStep"][];
        };
        ReplannedLimit: {
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            at: components["schemas"]["Instant"];
            reason: components["schemas"]["Text"];
            calendarVersion?: string;
        };
        MovedLimit: {
            what: components["schemas"]["Text"];
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
        };
        Breach: {
            applicationId: components["schemas"]["Id"];
            reference: string;
            providerId: components["schemas"]["Id"];
            serviceTitle: components["schemas"]["Text"];
            executorId?: components["schemas"]["Id"];
            clockId: string;
            kind: string;
            noticeKind?: string;
            ruleId: string;
            responsible: string;
            since: components["schemas"]["Instant"];
            breachedAt: components["schemas"]["Instant"];
            loosest: components["schemas"]["Instant"];
            mendedAt?: components["schemas"]["Instant"];
            outage?: components["schemas"]["Text"];
        };
        /** @description Unforeseen circumstances at the provider, shown as the reason of a delay (P573-42). */
        OutageView: {
            cause: components["schemas"]["Text"];
            startedAt: components["schemas"]["Instant"];
            removedAt?: components["schemas"]["Instant"];
        };
        TimelineEntry: {
            at: components["schemas"]["Instant"];
            type: string;
            text: components["schemas"]["Text"];
            role: string;
            note?: string;
            because?: components["schemas"]["Text"];
            moved?: components["schemas"]["MovedLimit"][];
        };
        Refusal: {
            /** @enum {string} */
            kind: "intake" | "provision";
            grounds: string[];
            reason: string;
            executorName?: string;
            appeal?: components["schemas"]["Text"];
            at?: components["schemas"]["Instant"];
            /** @description Where to appeal and until when, in the order to go (P573-38). */
            appealWays?: {
                where: components["schemas"]["Text"];
                until: components["schemas"]["Instant"];
                why: components["schemas"]["WhyStep"][];
            }[];
        };
        /** @description How the user can be reached about one application. */
        Contacts: {
            phone?: string;
            email?: string;
            postal?: string;
        };
        Rating: {
            stars: number;
            suggestion?: string;
            at: components["schemas"]["Instant"];
            changeableUntil: components["schemas"]["Instant"];
        };
        ServiceRating: {
            count: number;
            /** @description With one digit after the point. */
            average: number;
            /** @description How many gave one star, two, and so on. */
            stars: number[];
        };
        Suggestion: {
            at: components["schemas"]["Instant"];
            serviceCode: components["schemas"]["Id"];
            serviceTitle: components["schemas"]["Text"];
            providerId: components["schemas"]["Id"];
            stars: number;
            text: string;
        };
        /** @description Information from an information system, for people and machines. Additive only within a version. */
        ResultInformation: {
            /** @enum {string} */
            schema: "kyzmat.result-information";
            /** @enum {integer} */
            schemaVersion: 1;
            /** @description By which anybody checks it. */
            code: string;
            verifyAt: string;
            reference: string;
            service: {
                code: components["schemas"]["Id"];
                version: number;
                title: components["schemas"]["Text"];
            };
            provider: components["schemas"]["Text"];
            /** @description The information system. */
            source: components["schemas"]["Text"];
            /** @description The law by which information is given instead of a document. */
            basis: components["schemas"]["Text"];
            /** @description When the provider gave the data. */
            givenAt: components["schemas"]["Instant"];
            issuedAt: components["schemas"]["Instant"];
            subject: {
                name: string;
                /** @enum {string} */
                kind: "natural" | "legal";
                identifier: string;
            };
            values: components["schemas"]["Answers"];
            /** @description The same in words. */
            data: {
                field: string;
                label: components["schemas"]["Text"];
                text: components["schemas"]["Text"];
            }[];
            /** @description The portal's seal over everything else here, written as canonical JSON (RFC 8785): CMS, CAdES baseline B, detached. */
            signature?: {
                /** @enum {string} */
                format: "cades-b-over-rfc8785";
                /** Format: byte */
                value: string;
            };
        };
        ApplicationView: {
            outage?: components["schemas"]["OutageView"];
            id: components["schemas"]["Id"];
            reference: string;
            version: number;
            serviceCode: components["schemas"]["Id"];
            serviceVersion: number;
            serviceTitle: components["schemas"]["Text"];
            providerId: components["schemas"]["Id"];
            providerName: components["schemas"]["Text"];
            applicantName?: string;
            /**
             * @description Who vouches for the applicant's identity (see identity). Absent in applications of before.
             * @enum {string}
             */
            applicantAssurance?: "self_asserted" | "esi" | "qualified";
            /** @enum {string} */
            stage: "submitted" | "accepted" | "suspended_unpaid" | "in_progress" | "approved" | "completed" | "provision_refused" | "intake_refused" | "withdrawn";
            /** @enum {string} */
            payment: "none" | "charged" | "pending" | "confirmed" | "expired" | "refund_due" | "refunded";
            priceTyiyn: components["schemas"]["Tyiyn"];
            submittedAt: components["schemas"]["Instant"];
            language: components["schemas"]["Language"];
            registeredAt?: components["schemas"]["Instant"];
            registrationNumber?: string;
            startedAt?: components["schemas"]["Instant"];
            provisionEndsAt?: components["schemas"]["Instant"];
            executor?: {
                id: components["schemas"]["Id"];
                name: string;
            };
            /** @enum {string} */
            resultForm?: "signed_document" | "information";
            refusal?: components["schemas"]["Refusal"];
            contacts?: components["schemas"]["Contacts"];
            contactsCorrectedAt?: components["schemas"]["Instant"];
            /** @description There while it can be withdrawn: what that means for the money. */
            withdrawal?: {
                paidTyiyn: components["schemas"]["Tyiyn"];
                refundTyiyn: components["schemas"]["Tyiyn"];
            };
            /** @description The decision has to be taken again, for nobody may sign its document any more. */
            returned?: boolean;
            /** @description There once the application has ended, for its user only. */
            rating?: {
                given?: components["schemas"]["Rating"];
                /** @description Whether it can be given or changed now. */
                open: boolean;
            };
            clarifications: {
                id: components["schemas"]["Id"];
                question: string;
                askedAt: components["schemas"]["Instant"];
                answer?: string;
                answeredAt?: components["schemas"]["Instant"];
                files?: components["schemas"]["StoredFile"][];
            }[];
            timeline: components["schemas"]["TimelineEntry"][];
            clocks: components["schemas"]["ClockView"][];
            /** @description Commands this caller may give now. */
            actions: string[];
            pages: components["schemas"]["DescribedPage"][];
            files?: components["schemas"]["StoredFile"][];
            /** @description Fields the clerk fills in with the decision. */
            decisionForm?: {
                [key: string]: unknown;
            }[];
            result?: {
                ready: boolean;
                /** @enum {string} */
                form?: "signed_document" | "information";
                verificationCode?: string;
                signedBy?: string;
                at?: components["schemas"]["Instant"];
            };
            next?: components["schemas"]["Text"];
        };
        CommandRequest: {
            version: number;
            /** @description Command of libs/domain/lifecycle, checked by its type: register, refuse_intake, designate_executor, record_appearance, ask_clarification, answer_clarification, approve, refuse_provision, confirm_status, withdraw. Besides, `decide` {decision: posted fields of the decision form, signerId}: a positive decision whose result is then made, signed and given. */
            command: {
                type: string;
            } & {
                [key: string]: unknown;
            };
        };
        NoticeFacts: {
            noticeId: string;
            kind: string;
            ruleId: string;
            recipientId: components["schemas"]["Id"];
            language: components["schemas"]["Language"];
            channels: {
                required: ("cabinet" | "emessage" | "email")[];
                extra: ("cabinet" | "emessage" | "email")[];
            };
            dueAt: components["schemas"]["Instant"];
            applicationId: components["schemas"]["Id"];
            reference: string;
            serviceTitle: components["schemas"]["Text"];
            providerName: components["schemas"]["Text"];
            startsAt?: components["schemas"]["Instant"];
            endsAt?: components["schemas"]["Instant"];
            /** @description What the period still waits for, while it has no start (P573-29b, P573-29c). */
            awaits?: ("registration" | "payment" | "appearance")[];
            amountTyiyn?: components["schemas"]["Tyiyn"];
            /** @description Limits that a new calendar moved, and why. */
            moved?: components["schemas"]["MovedLimit"][];
            because?: components["schemas"]["Text"];
            reason?: string;
            grounds?: components["schemas"]["Text"][];
            question?: string;
            executorName?: string;
            appeal?: components["schemas"]["Text"];
            /** @description Given for this application by its user; they come before those of the account. */
            contacts?: components["schemas"]["Contacts"];
        };
        ApplicationPackage: {
            id: components["schemas"]["Id"];
            reference: string;
            serviceCode: components["schemas"]["Id"];
            serviceTitle: components["schemas"]["Text"];
            providerId: components["schemas"]["Id"];
            submittedAt: components["schemas"]["Instant"];
            language: components["schemas"]["Language"];
            applicantName: string;
            /**
             * @description Who vouches for the applicant's identity (see identity). Absent in applications of before.
             * @enum {string}
             */
            applicantAssurance?: "self_asserted" | "esi" | "qualified";
            /**
             * @description In which form the user wants the result (P573-33).
             * @enum {string}
             */
            resultForm?: "signed_document" | "information";
            contentHash: string;
            signature: string;
            qualifiedSignature?: components["schemas"]["QualifiedSignature"];
            content: string;
            pages: components["schemas"]["DescribedPage"][];
            files: components["schemas"]["StoredFile"][];
            /** Format: byte */
            copyPdf: string;
            version: number;
            /** @enum {string} */
            stage: "submitted" | "accepted" | "suspended_unpaid" | "in_progress" | "approved" | "completed" | "provision_refused" | "intake_refused" | "withdrawn";
        };
        Verification: {
            /** @enum {string} */
            outcome: "valid" | "changed" | "foreign_signature" | "unknown" | "revoked";
            reference?: string;
            serviceTitle?: components["schemas"]["Text"];
            providerName?: components["schemas"]["Text"];
            issuedAt?: components["schemas"]["Instant"];
            signedBy?: string;
            /** @description For information: the information system it came from. */
            source?: components["schemas"]["Text"];
            sha256?: string;
            /** @description What else whoever checks should know. */
            note?: components["schemas"]["Text"];
            problems?: components["schemas"]["Text"][];
        };
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
        Id: string;
        /** @description ISO 8601 in UTC with milliseconds. */
        Instant: string;
        /** @enum {string} */
        Language: "ky" | "ru";
        /** @description Answers by field id, as libs/domain/forms defines them. */
        Answers: {
            [key: string]: unknown;
        };
        FieldError: {
            field: string;
            code: string;
            what: components["schemas"]["Text"];
            mend: components["schemas"]["Text"];
        };
        DescribedRow: {
            fieldId: string;
            label: string;
            text: string;
        };
        DescribedPage: {
            pageId: string;
            page: string;
            rows: components["schemas"]["DescribedRow"][];
        };
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
        Tyiyn: number;
        LocalDate: string;
        /** @description Why the operator looked into an application (C22-3a), as the person is told. No free words, no names. */
        SupportReason: {
            /** @enum {string} */
            ground: "user_request" | "failure" | "incident";
            request: string;
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
        /** @description What was noticed within the last day, for the operator. */
        Sightings: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Sightings"];
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
    };
    parameters: {
        Owner: components["schemas"]["Id"];
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
