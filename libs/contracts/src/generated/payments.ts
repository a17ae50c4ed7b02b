export interface paths {
    "/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The charge of an application. */
        get: {
            parameters: {
                query: {
                    applicationId: components["schemas"]["Id"];
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
                        "application/json": components["schemas"]["Charge"];
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
    "/charges/{id}/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The payer goes to pay: where to. */
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
                        "application/json": {
                            /** Format: uri */
                            payUrl: string;
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
    "/charges/{id}/document.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The payment document (P573-31b, 31d). */
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
    "/refunds/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refunds the e-payment system will not make until a person has cleared them up. For the operator. */
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
                            refunds: components["schemas"]["RefusedRefund"][];
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
    "/refunds/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The e-payment system is asked once more for the refund of this charge. */
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
    "/callbacks/e-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signed message of the e-payment system (header X-Signature: t=unix seconds,v1=hex HMAC-SHA256 of "t.body"). */
        post: {
            parameters: {
                query?: never;
                header: {
                    "X-Signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        messageId: components["schemas"]["Id"];
                        chargeId: components["schemas"]["Id"];
                        /** @enum {string} */
                        state: "paid" | "failed" | "refunded";
                        amountTyiyn: components["schemas"]["Tyiyn"];
                        at: components["schemas"]["Instant"];
                        confirmationId?: string;
                    } & {
                        [key: string]: unknown;
                    };
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
        RefusedRefund: {
            chargeId: components["schemas"]["Id"];
            applicationId: components["schemas"]["Id"];
            reference: string;
            amountTyiyn: components["schemas"]["Tyiyn"];
            refusedAt: components["schemas"]["Instant"];
            reason: string;
        };
        Charge: {
            id: components["schemas"]["Id"];
            applicationId: components["schemas"]["Id"];
            reference: string;
            payerId?: components["schemas"]["Id"];
            amountTyiyn: components["schemas"]["Tyiyn"];
            split: {
                receiver: components["schemas"]["Text"];
                amountTyiyn: components["schemas"]["Tyiyn"];
            }[];
            /** @enum {string} */
            state: "charged" | "pending" | "confirmed" | "expired" | "refund_due" | "refunded";
            createdAt: components["schemas"]["Instant"];
            confirmedAt?: components["schemas"]["Instant"];
            confirmationId?: string;
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
        Tyiyn: number;
        /** @description ISO 8601 in UTC with milliseconds. */
        Instant: string;
        /** @enum {string} */
        Language: "ky" | "ru";
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
