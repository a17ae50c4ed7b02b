export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        NoticeOwed: {
            noticeId: string;
            kind: string;
            ruleId: string;
            dueAt: components["schemas"]["Instant"];
            recipientId: components["schemas"]["Id"];
            channels: components["schemas"]["Channels"];
        };
        /** @description All of `required` must take the notice before the debt is closed; `extra` is added when the user gave an address. */
        Channels: {
            required: ("cabinet" | "emessage" | "email")[];
            extra: ("cabinet" | "emessage" | "email")[];
        };
        /** @description Data of every event of the topic `applications`. Types are application.<event>.v1 with the events of libs/domain/lifecycle: submitted, registered, suspended, resumed, started, completed and so on. */
        ApplicationEvent: {
            applicationId: components["schemas"]["Id"];
            reference: string;
            ownerId: components["schemas"]["Id"];
            providerId: components["schemas"]["Id"];
            serviceCode: components["schemas"]["Id"];
            serviceVersion: number;
            stage: string;
            payment: string;
            priceTyiyn: components["schemas"]["Tyiyn"];
            version: number;
            at: components["schemas"]["Instant"];
            actorRole: string;
            language: components["schemas"]["Language"];
            executorId?: components["schemas"]["Id"];
            provisionEndsAt?: components["schemas"]["Instant"];
            notices: components["schemas"]["NoticeOwed"][];
            alerts?: components["schemas"]["StaffAlert"][];
        };
        /** @description A word to the staff: a limit comes near, or it was broken, or the user is reached in another way. Its id makes it once. */
        StaffAlert: {
            alertId: string;
            /** @enum {string} */
            kind: "reminder" | "breach" | "contacts_corrected";
            /** @description Of the limit, as is `dueAt`. */
            clockKind?: string;
            noticeKind?: string;
            ruleId: string;
            dueAt?: components["schemas"]["Instant"];
            to: ("executor" | "provider_head" | "operator")[];
        };
        /** @description Data of the topic `payments`: payment.charged.v1, payment.pending.v1, payment.confirmed.v1, payment.expired.v1, payment.refunded.v1. */
        PaymentEvent: {
            chargeId: components["schemas"]["Id"];
            applicationId: components["schemas"]["Id"];
            amountTyiyn: components["schemas"]["Tyiyn"];
            state: string;
            at: components["schemas"]["Instant"];
        };
        /** @description Data of the topic `notices`: notice.handed-over.v1, one for each channel, notice.failed.v1 when a channel gave up. */
        NoticeEvent: {
            noticeId: string;
            applicationId: components["schemas"]["Id"];
            /** @enum {string} */
            channel: "cabinet" | "emessage" | "email";
            at: components["schemas"]["Instant"];
        };
        /** @description Data of service.published.v1 on the topic `providers`; the definition itself is asked for over HTTP. */
        ServicePublished: {
            code: components["schemas"]["Id"];
            version: number;
            providerId: components["schemas"]["Id"];
            contentHash: string;
            at: components["schemas"]["Instant"];
        };
        /** @description Data of calendar.published.v1 on the topic `providers`. */
        CalendarPublished: {
            version: string;
            at: components["schemas"]["Instant"];
        };
        /** @description Data of provider.outage.v1 on the topic `providers`: the outage as it is now; without `removedAt` it lasts. */
        ProviderOutage: {
            providerId: components["schemas"]["Id"];
            outageId: components["schemas"]["Id"];
            /** @enum {string} */
            cause: "no_internet" | "no_electricity" | "system_failure" | "other";
            startedAt: components["schemas"]["Instant"];
            removedAt?: components["schemas"]["Instant"];
            at: components["schemas"]["Instant"];
        };
        /** @description Data of provider.standing.v1 on the compacted topic `provider-standing`: full state, lower versions are ignored. */
        ProviderStanding: {
            providerId: components["schemas"]["Id"];
            blocked: boolean;
            version: number;
            at: components["schemas"]["Instant"];
            /** @enum {string} */
            cause?: "leak" | "own_request" | "threat";
        };
        /** @description Data of the topic `deliveries`: delivery.delivered.v1 (the provider's system has the application), delivery.failed.v1. */
        DeliveryEvent: {
            applicationId: components["schemas"]["Id"];
            providerId: components["schemas"]["Id"];
            documentId?: string;
            at: components["schemas"]["Instant"];
        };
        /** @description ISO 8601 in UTC with milliseconds. */
        Instant: string;
        Id: string;
        Tyiyn: number;
        /** @enum {string} */
        Language: "ky" | "ru";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
