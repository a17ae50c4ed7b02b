import { createHash } from 'node:crypto';
import { instant } from '@kyzmat/clock';
import type { Applications, ApplicationsApi } from '@kyzmat/contracts';
import { dataOf, Problem } from '@kyzmat/http';
import { ownWork, type Kit, type OwnWork } from '@kyzmat/kit';
import { DependencyDown } from '@kyzmat/store';
import { folderAt, putLast } from '../cmis/folders.ts';
import { changeDelivery, type Deliveries } from '../delivery/change.ts';
import {
  concluded,
  isSame,
  queues,
  type AnswerOutcome,
  type AnswerWork,
  type DeliveryState,
  type TakenAnswer,
} from '../delivery/delivery.ts';
import { jsonBytes } from '../delivery/request.ts';
import type { Edms, OpenEdms } from '../edms/open.ts';
import { waiting, worksInEdms, type ProviderRegister } from '../providers/providers.ts';
import { readAnswer, type Answer } from './document.ts';

export interface CarryOutParts {
  readonly deliveries: () => Deliveries;
  readonly providers: ProviderRegister;
  readonly openEdms: OpenEdms;
}

const errorName = 'error.json';
const reloads = 5;

/** C22-11: what the provider's side wrote becomes acts at applications, in its name and in order, with nobody typing. */
export function answersWork(kit: Kit, { deliveries, providers, openEdms }: CarryOutParts): OwnWork {
  const applicationsFor = kit.to<ApplicationsApi>('applications');

  async function carryOut(id: string, { providerId }: DeliveryState, answer: Answer): Promise<void> {
    const { executor, command } = answer;
    const role = 'provider_system' as const;
    const api = applicationsFor({ subject: providerId, actor: executor, role, provider: providerId });
    const params = { path: { id } };
    for (let attempt = 1; ; attempt++) {
      const view = dataOf(await waiting(api.GET('/applications/{id}', { params })));
      if (isDone(view, command)) return;
      try {
        const body = { version: view.version, command };
        await waiting(api.POST('/applications/{id}/commands', { params, body }));
        return;
      } catch (error) {
        const stale = error instanceof Problem && error.code === 'stale_version';
        if (!stale || attempt === reloads) throw error;
      }
    }
  }

  async function conclude(
    answer: TakenAnswer,
    delivery: { readonly id: string; readonly state: DeliveryState },
    edms: Edms,
  ): Promise<Omit<AnswerOutcome, 'at'>> {
    const bytes = await edms.cmis.content(answer.objectId);
    if (bytes === undefined) return { kind: 'gone' };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    try {
      await carryOut(delivery.id, delivery.state, readAnswer(answer.name, bytes));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await say(edms, delivery.state.reference, answer, error);
      return { kind: 'refused', code: error.code, sha256 };
    }
    await unsay(edms, delivery.state.reference);
    return { kind: 'carried_out', sha256 };
  }

  /** The clerk sees why, beside what was written. */
  async function say(
    { cmis, folderOf }: Edms,
    reference: string,
    { name }: TakenAnswer,
    { code, extra }: Problem,
  ): Promise<void> {
    const path = folderOf(reference);
    await putLast(cmis, await folderAt(cmis, path), path, {
      name: errorName,
      type: 'application/json',
      bytes: jsonBytes({ ...extra, document: name, code, at: instant(kit.clock) }),
    });
  }

  async function unsay({ cmis, folderOf }: Edms, reference: string): Promise<void> {
    const error = await cmis.byPath(`${folderOf(reference)}/${errorName}`);
    if (error !== undefined) await cmis.remove(error.id);
  }

  return ownWork<AnswerWork>(kit, queues.answers, async ({ applicationId, ...key }) => {
    const delivery = await deliveries().aggregates.load(applicationId);
    const answers = delivery?.state.answers ?? [];
    const place = answers.findIndex((each) => isSame(each, key));
    const answer = answers[place];
    if (delivery === undefined || answer === undefined) throw new Error('The answer is not there');
    if (answer.outcome !== undefined) return;
    if (answers.slice(0, place).some(({ outcome }) => outcome === undefined)) {
      throw new DependencyDown('An earlier document comes first', { retryAfterMs: 300 });
    }
    const provider = await providers.get(delivery.state.providerId);
    if (!worksInEdms(provider)) throw new Error('The provider no longer has a document system');
    if (provider.standing.blocked) throw blocked();
    const { state } = delivery;
    const edms = openEdms(provider.edms, state.reference);
    const outcome = {
      ...(await conclude(answer, { id: applicationId, state }, edms)),
      at: instant(kit.clock),
    };
    await changeDelivery(deliveries(), applicationId, (current) => concluded(current.state, answer, outcome));
  });
}

/** Applications said no for good. A block may end, and whoever failed may come back: those wait. */
function isRefusal(error: unknown): error is Problem {
  if (!(error instanceof Problem)) return false;
  if (error.code === 'provider_blocked') throw blocked();
  return error.status < 500 && error.code !== 'stale_version';
}

function blocked(): DependencyDown {
  return new DependencyDown('The provider is blocked', { retryAfterMs: 30_000 });
}

/** After a crash the act may stand already while we do not know of it. */
export function isDone(
  {
    registrationNumber,
    refusal,
    stage,
  }: Pick<Applications['ApplicationView'], 'registrationNumber' | 'refusal' | 'stage'>,
  command: Answer['command'],
): boolean {
  switch (command.type) {
    case 'register':
      return registrationNumber !== undefined && registrationNumber === command['registrationNumber'];
    case 'refuse_intake':
      return refusal?.kind === 'intake' && refusal.reason === command['reason'];
    case 'refuse_provision':
      return refusal?.kind === 'provision' && refusal.reason === command['reason'];
    default:
      return stage === 'approved' || stage === 'completed';
  }
}
