export interface paths {
    "/cabinet/drafts/{id}/pages/{page}/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Draft"];
                page: components["parameters"]["Page"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The check after one field (P573-26a); `_field` names it. Nothing is stored. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["parameters"]["Draft"];
                    page: components["parameters"]["Page"];
                };
                cookie?: never;
            };
            requestBody: components["requestBodies"]["Form"];
            responses: {
                /** @description What is wrong with the field, in the language of the page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CheckAnswer"];
                    };
                };
                /** @description The session is over. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cabinet/drafts/{id}/pages/{page}/autosave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Draft"];
                page: components["parameters"]["Page"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stores the page as it is typed, right or wrong. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["parameters"]["Draft"];
                    page: components["parameters"]["Page"];
                };
                cookie?: never;
            };
            requestBody: components["requestBodies"]["Form"];
            responses: {
                /** @description Stored. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AutosaveAnswer"];
                    };
                };
                /** @description The session is over. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The draft was saved in another window meanwhile. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
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
        CheckAnswer: {
            errors: {
                field: string;
                what: string;
                mend: string;
            }[];
            /** @description Which conditional fields are asked now. */
            visible?: {
                [key: string]: boolean;
            };
        };
        AutosaveAnswer: {
            /** @description When it was stored, in words. */
            saved: string;
            version?: string;
        };
        Id: string;
    };
    responses: never;
    parameters: {
        Draft: components["schemas"]["Id"];
        Page: components["schemas"]["Id"];
    };
    requestBodies: {
        Form: {
            content: {
                "application/x-www-form-urlencoded": {
                    _csrf: string;
                    _field?: string;
                    version?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
