export interface paths {
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's notices in the cabinet, newest first. */
        get: {
            parameters: {
                query?: {
                    applicationId?: components["schemas"]["Id"];
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
                            notices: components["schemas"]["Notice"][];
                            unopened: number;
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
    "/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One notice. */
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
                        "application/json": components["schemas"]["Notice"];
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
    "/notices/{id}/opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The person opened it. */
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
                        "application/json": components["schemas"]["Notice"];
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
    "/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For the operator, what channels have refused for good or for lack of an address; newest first. Nothing people wrote. */
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
                            failures: components["schemas"]["FailedDelivery"][];
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
    "/notices/{id}/deliveries/{number}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The operator has a failed delivery tried again, by the address as it is now. The failed one stays on record. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["Id"];
                    number: number;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reminders and breaches that the staff were told of, newest first; the provider's staff see their own provider's. */
        get: {
            parameters: {
                query?: {
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
                            alerts: components["schemas"]["Alert"][];
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
        Notice: {
            id: string;
            kind: string;
            ruleId: string;
            applicationId?: components["schemas"]["Id"];
            reference?: string;
            title: components["schemas"]["Text"];
            body: components["schemas"]["Text"];
            at: components["schemas"]["Instant"];
            dueAt?: components["schemas"]["Instant"];
            openedAt?: components["schemas"]["Instant"];
            deliveries: {
                /** @enum {string} */
                channel: "cabinet" | "emessage" | "email";
                /** @enum {string} */
                status: "pending" | "handed_over" | "delivered" | "failed";
                at?: components["schemas"]["Instant"];
                attempts?: number;
                /** @description What the other system calls it. */
                externalId?: string;
                /**
                 * @description This channel stepped in for one that took nothing for long (P573-34a).
                 * @enum {string}
                 */
                insteadOf?: "emessage";
                /** @description Number of the failed delivery that the operator had tried again. */
                again?: number;
            }[];
        };
        FailedDelivery: {
            noticeId: string;
            /** @description Which of the notice's deliveries. */
            number: number;
            /** @enum {string} */
            channel: "emessage" | "email";
            kind: string;
            title: components["schemas"]["Text"];
            reference?: string;
            dueAt?: components["schemas"]["Instant"];
            at: components["schemas"]["Instant"];
            attempts: number;
            /** @enum {string} */
            reason?: "no_address" | "refused" | "given_up";
            triedAgain: boolean;
        };
        Alert: {
            id: string;
            /** @enum {string} */
            kind: "reminder" | "breach" | "contacts_corrected";
            reference: string;
            applicationId: components["schemas"]["Id"];
            providerId: components["schemas"]["Id"];
            ruleId: string;
            title: components["schemas"]["Text"];
            at: components["schemas"]["Instant"];
            dueAt?: components["schemas"]["Instant"];
            /** @description Who was told, and how it went. */
            to: {
                staffId: components["schemas"]["Id"];
                /** @enum {string} */
                channel: "emessage" | "email";
                /** @enum {string} */
                status: "pending" | "handed_over" | "delivered" | "failed";
                at?: components["schemas"]["Instant"];
            }[];
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
        /** @description ISO 8601 in UTC with milliseconds. */
        Instant: string;
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
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
