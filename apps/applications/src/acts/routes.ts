import type { Caller } from '@kyzmat/auth';
import { instant } from '@kyzmat/clock';
import type { ApplicationsApi } from '@kyzmat/contracts';
import { Problem } from '@kyzmat/http';
import type { ContractRoutes, Kit } from '@kyzmat/kit';
import type { Context } from '@kyzmat/lifecycle';
import { actorOf } from '@kyzmat/policy';
import { checkAnswerFiles } from '../attachments/answer.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FilesOf } from '../attachments/store.ts';
import type { People } from '../people/people.ts';
import type { StoredApplication } from '../state/application.ts';
import type { Trial } from '../results/make.ts';
import type { ViewOf } from '../view/view.ts';
import type { Act, CarryOut } from './carry-out.ts';
import { readCommand, type Decide, type OutsideCommand } from './commands.ts';
import { makeResult, type MakeResult } from './make-result.ts';
import type { Doors } from './visible.ts';

interface ActParts {
  readonly kit: Kit;
  readonly doors: Doors;
  readonly carryOut: CarryOut;
  readonly people: People;
  readonly catalogue: Catalogue;
  readonly viewOf: ViewOf;
  /** Refuses a decision whose document could not be made. */
  readonly trial: Trial;
  readonly filesOf: FilesOf;
}

export function actRoutes(routes: ContractRoutes<ApplicationsApi>, parts: ActParts): void {
  const { doors, carryOut, viewOf } = parts;

  routes.post('/applications/{id}/commands', async ({ params, body, caller }) => {
    const command = readCommand(body.command);
    const application = await doors.see(params.id, caller);
    const act = await actFor(parts, application, command, caller);
    await carryOut({ ...act, applicationId: application._id, actor: actorOf(caller), seen: body.version });
    return doors.document(application._id, caller, 'application.view', (found) => viewOf(found, caller));
  });
}

type What = Pick<Act, 'command' | 'executor' | 'todo'>;

async function actFor(
  parts: ActParts,
  application: StoredApplication,
  command: OutsideCommand,
  caller: Caller,
): Promise<What> {
  if (command.type === 'answer_clarification') {
    await checkAnswerFiles(parts.filesOf, application._id, command.attachmentIds);
  }
  if (command.type === 'correct_contacts') {
    await parts.people.mustHaveProved(application.state.ownerId, command.contacts);
  }
  if (command.type === 'decide') return decision(parts, application, command, caller);
  if (!('executorId' in command)) return { command };
  const executor = await executorOf(parts.people, command.executorId);
  return { command, ...(executor === undefined ? {} : { executor }) };
}

/** P573-8d: an executor is an employee of the provider, now; identity knows. */
async function executorOf(people: People, id: string): Promise<Context['executor']> {
  const member = await people.staff(id);
  if (typeof member?.providerId !== 'string') return undefined;
  return { id, providerId: member.providerId };
}

/** P573-35d: the decision is recorded at once; its document follows, owed in the same write. */
async function decision(
  { kit, catalogue, trial }: ActParts,
  { _id, state }: StoredApplication,
  { decision: posted, signerId }: Decide,
  caller: Caller,
): Promise<What> {
  const { decisionForm } = await catalogue.version(state.serviceCode, state.serviceVersion);
  const now = instant(kit.clock);
  const { values } = decisionForm.parsePage('decision', posted);
  const errors = decisionForm.checkPage('decision', values, { now });
  if (errors.length > 0) {
    throw new Problem(422, 'decision_incomplete', 'The data of the decision have to be mended.', { errors });
  }
  const payload: MakeResult = {
    applicationId: _id,
    decision: decisionForm.dropHidden(values).answers,
    ...(signerId !== undefined && { signerId }),
    actor: actorOf(caller),
  };
  await trial(_id, payload);
  return {
    command: { type: 'approve' },
    todo: [{ queue: makeResult, id: `${_id}:${state.version}:${makeResult}`, time: now, payload }],
  };
}
