export interface paths {
    "/provider-api/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's applications, due soonest first (C22-3b); page by page with `after`. */
        get: {
            parameters: {
                query?: {
                    stage?: "submitted" | "accepted" | "suspended_unpaid" | "in_progress" | "approved" | "completed" | "provision_refused" | "intake_refused" | "withdrawn";
                    after?: string;
                    limit?: number;
                };
                header: {
                    "X-Road-Client": string;
                };
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
                            applications: {
                                [key: string]: unknown;
                            }[];
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
    "/provider-api/v1/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The package of one application. */
        get: {
            parameters: {
                query?: never;
                header: {
                    "X-Road-Client": string;
                };
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
                            [key: string]: unknown;
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
    "/provider-api/v1/applications/{id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register, refuse, decide; the digest of the body is checked (P573-17b). */
        post: {
            parameters: {
                query?: never;
                header: {
                    "X-Road-Client": string;
                    Digest: string;
                };
                path: {
                    id: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        executor: components["schemas"]["Id"];
                        command: {
                            type: string;
                        } & {
                            [key: string]: unknown;
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
                            [key: string]: unknown;
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
    "/provider-api/v1/block-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The provider asks for its own block (C22-13b). */
        post: {
            parameters: {
                query?: never;
                header: {
                    "X-Road-Client": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description: components["schemas"]["Text"];
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
                        "application/json": {
                            [key: string]: unknown;
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
    "/erasures/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether everything that may go of an application its person let go has gone from here (P573-49). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: components["schemas"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: components["responses"]["Erased"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
        Erased: {
            erased: boolean;
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
        /** @description Whether nothing is left here that may go, and what stays by which rule. */
        Erased: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Erased"];
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
