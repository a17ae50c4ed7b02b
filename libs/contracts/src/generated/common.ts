export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Id: string;
        /** @description ISO 8601 in UTC with milliseconds. */
        Instant: string;
        LocalDate: string;
        /** @enum {string} */
        Language: "ky" | "ru";
        /** @description A text for people in the state and the official language (P573-7). */
        Text: {
            ky: string;
            ru: string;
            en?: string;
        };
        Tyiyn: number;
        /** @description Answers by field id, as libs/domain/forms defines them. */
        Answers: {
            [key: string]: unknown;
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
        Erased: {
            erased: boolean;
        };
        /** @description A person's lines of the access journal, newest first (P573-13c, P573-19d). */
        JournalPage: {
            lines: components["schemas"]["JournalLine"][];
            more: boolean;
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
        /** @description Why the operator looked into an application (C22-3a), as the person is told. No free words, no names. */
        SupportReason: {
            /** @enum {string} */
            ground: "user_request" | "failure" | "incident";
            request: string;
        };
        Sightings: {
            sightings: components["schemas"]["Sighting"][];
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
    };
    responses: {
        /** @description Whether nothing is left here that may go, and what stays by which rule. */
        Erased: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Erased"];
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
        /** @description What went wrong (RFC 9457), with a stable code. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
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
