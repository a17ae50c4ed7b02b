import type { Applications as Contract } from '@kyzmat/contracts';
import type { Calendars } from '../calendars/calendars.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Drafts } from '../drafts/store.ts';
import { draftExpires } from './draft-end.ts';
import { retention } from './policy.ts';

/** What a draft's notice has to say; undefined when there is no such notice. */
export type DraftNotice = (draftId: string, noticeId: string) => Promise<Contract['NoticeFacts'] | undefined>;

/** Facts of the notice that a draft will go soon (P573-27f); a draft saved or gone since owes none. */
export function openDraftNotice(drafts: Drafts, catalogue: Catalogue, calendars: Calendars): DraftNotice {
  return async (draftId, noticeId) => {
    const draft = await drafts.load(draftId);
    if (draft?.state.reminder?.noticeId !== noticeId) return undefined;
    const { ownerId, language, serviceCode, serviceVersion, reminder } = draft.state;
    const [service, calendar] = await Promise.all([
      catalogue.version(serviceCode, serviceVersion),
      calendars.current(),
    ]);
    const endsAt = retention.draft.ends(reminder.savedAt, calendar);
    return {
      noticeId,
      kind: draftExpires,
      ruleId: retention.draft.ruleId,
      recipientId: ownerId,
      language,
      channels: { required: ['cabinet'], extra: ['emessage', 'email'] },
      dueAt: endsAt,
      applicationId: draftId,
      reference: '',
      serviceTitle: service.definition.service.title,
      providerName: service.providerName,
      endsAt,
    };
  };
}
