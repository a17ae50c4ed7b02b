import { filesIn } from '@kyzmat/forms';
import type { Kit } from '@kyzmat/kit';
import { openQuestion } from '@kyzmat/lifecycle';
import type { Drafts } from '../drafts/store.ts';
import type { ApplicationDocument } from '../state/application.ts';
import type { Applications } from '../state/store.ts';
import { lookAgainMs, realTime, type Attachment, type Attachments } from './store.ts';

/** Removes what nothing refers to: uploads that broke off, files taken back, drafts that are gone. */
export type Sweep = () => Promise<void>;

const batch = 100;
/** Put to the scanner again in a round, should the note of them have been lost with a process. */
const mostUnscanned = 1000;

export function sweeper(
  attachments: Attachments,
  drafts: Drafts,
  applications: Applications,
  toScan: (fileId: string) => void = () => undefined,
): Sweep {
  async function look(file: Attachment): Promise<void> {
    const needed = await neededBy(file);
    if (needed === 'nothing') await attachments.erase(file._id);
    else await attachments.look(file._id, needed === 'draft' ? realTime(lookAgainMs) : undefined);
  }

  async function neededBy({ _id, draftId, state }: Attachment): Promise<'application' | 'draft' | 'nothing'> {
    if (state === 'arriving') return 'nothing';
    // The application first: a draft becomes one, never the other way round.
    const application = await applications.documents.findOne({ _id: draftId });
    if (application !== null) {
      if (filesOfApplication(application).has(_id)) return 'application';
      // It may be on its way into the answer to a question.
      return openQuestion(application.state) !== undefined && state === 'stored' ? 'draft' : 'nothing';
    }
    const draft = await drafts.load(draftId);
    if (draft === undefined) return 'nothing';
    const named = filesIn(draft.state.answers).some(({ fileId }) => fileId === _id);
    return named || state === 'stored' ? 'draft' : 'nothing';
  }

  return async () => {
    for (const { _id } of await attachments.unscanned(mostUnscanned)) toScan(_id);
    for (;;) {
      const due = await attachments.due(batch);
      for (const file of due) await look(file);
      if (due.length < batch) return;
    }
  };
}

/** Ids of everything an application names: its answers, and the answers to the provider's questions. */
export function filesOfApplication({ content, state }: ApplicationDocument): ReadonlySet<string> {
  const answered = state.clarifications.flatMap(({ attachmentIds = [] }) => attachmentIds);
  return new Set([...content.files.map(({ fileId }) => fileId), ...answered]);
}

export interface Sweeping {
  stop(): Promise<void>;
}

const everyMs = 60_000;

/** Sweeps every minute; several at once, in several replicas, do no harm. */
export function startSweeping(
  kit: Kit,
  attachments: Attachments,
  drafts: Drafts,
  applications: Applications,
  toScan: (fileId: string) => void,
): Sweeping {
  const sweep = sweeper(attachments, drafts, applications, toScan);
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= sweep()
      .catch(() => kit.telemetry.log.warn('files are not swept: the database is away, the next round comes'))
      .finally(() => (running = undefined));
  }, everyMs).unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
