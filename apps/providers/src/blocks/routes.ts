import { randomUUID } from 'node:crypto';
import { instant, type Clock } from '@kyzmat/clock';
import type { Providers, ProvidersApi } from '@kyzmat/contracts';
import { notFound, permit, Problem } from '@kyzmat/http';
import { created, type ContractRoutes } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import { blockNotice, type Calendar } from '@kyzmat/working-time';
import { only } from '../only.ts';
import { openBlock, type Register } from '../register/store.ts';

/** C22-13, C22-14: a block acts from the moment it is written; it ends with the last problem the operator confirms removed. */
export function blockRoutes(
  routes: ContractRoutes<ProvidersApi>,
  register: Register,
  calendar: () => Promise<Calendar>,
  clock: Clock,
): void {
  routes.get('/providers/{id}/standing', ({ params }) => register.standing(params.id));
  routes.get('/providers/{id}/blocks', async ({ params }) => ({
    blocks: [...(await register.blocks(params.id))],
  }));

  routes.post('/providers/{id}/blocks', async ({ params, body, caller }) => {
    // C22-13b: a provider may ask for its own block, also a second time; the operator may record such a request.
    if (body.cause !== 'own_request') only(caller, 'provider.block');
    else permit(may(caller, 'provider.ask-block', { providerId: params.id, providerBlocked: false }));
    mustDescribe(body);
    const at = instant(clock);
    const noticeDueAt = blockNotice(at, { calendar: await calendar() }).at;
    const blocks = await register.changeBlocks(params.id, (before) =>
      begin(before, body, params.id, at, noticeDueAt),
    );
    return created(theOpenOne(blocks));
  });

  routes.post('/providers/{id}/blocks/{blockId}/problems/{problemId}/removal', async ({ params, caller }) => {
    only(caller, 'provider.unblock');
    const at = instant(clock);
    const blocks = await register.changeBlocks(params.id, (before) =>
      before.map((block) =>
        block.id === params.blockId ? removeProblem(block, params.problemId, at) : block,
      ),
    );
    const block = blocks.find(({ id }) => id === params.blockId);
    if (block === undefined) throw notFound('No such block.');
    return block;
  });
}

/**
 * C22-14a: a notice of a block without a description of the problem would count for nothing. What a provider asks for
 * itself waits for no words (C22-13b).
 */
function mustDescribe({ cause, problems }: Providers['BlockRequest']): void {
  const said = problems.every(({ ky, ru }) => ky.trim() !== '' && ru.trim() !== '');
  if (said || cause === 'own_request') return;
  throw new Problem(422, 'description_missing', 'A block says in both languages what the problem is.', {
    ruleId: 'C22-14a',
  });
}

/** A provider blocked already stays in one block: the new problems join it, and it ends only when all are removed. */
function begin(
  before: readonly Providers['Block'][],
  request: Providers['BlockRequest'],
  providerId: string,
  at: string,
  noticeDueAt: string,
): readonly Providers['Block'][] {
  const problems = request.problems.map((description) => ({ id: randomUUID(), description }));
  const open = openBlock(before);
  if (open !== undefined) {
    return before.map((block) =>
      block === open ? { ...open, problems: [...open.problems, ...problems] } : block,
    );
  }
  return [
    ...before,
    { id: randomUUID(), providerId, cause: request.cause, problems, blockedAt: at, noticeDueAt },
  ];
}

function removeProblem(block: Providers['Block'], problemId: string, at: string): Providers['Block'] {
  if (!block.problems.some(({ id }) => id === problemId)) throw notFound('No such problem in this block.');
  const problems = block.problems.map((problem) =>
    problem.id === problemId && problem.removedAt === undefined ? { ...problem, removedAt: at } : problem,
  );
  const removed = problems.every((problem) => problem.removedAt !== undefined);
  return { ...block, problems, ...(removed && block.liftedAt === undefined ? { liftedAt: at } : {}) };
}

function theOpenOne(blocks: readonly Providers['Block'][]): Providers['Block'] {
  const block = openBlock(blocks);
  if (block === undefined) throw new Error('A block was just begun and is not there');
  return block;
}
