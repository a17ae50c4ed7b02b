import assert from 'node:assert/strict';
import test from 'node:test';
import { decide } from './decide.ts';
import { graph, rolesOf } from './graph/graph.ts';
import { isFinal, openClocks } from './view.ts';
import { deadEnds, delivered, explore, type Visit, type Walk } from './testing/explorer.ts';
import { attemptsOn, everybody } from './testing/commands.ts';
import * as laws from './testing/laws.ts';
import { contextOf, freeTerms, local, paidTerms, submitted } from './testing/story.ts';
import type { Terms } from './types.ts';

const services: Record<string, Terms> = {
  'a free service': freeTerms,
  'a free service that needs an appearance': { ...freeTerms, appearanceRequired: true },
  'a paid service that refunds': { ...paidTerms, refundOnProvisionRefusal: true },
  'a paid service that needs an appearance': { ...paidTerms, appearanceRequired: true },
};

const walked = new Set<string>(['submit']);

for (const [name, terms] of Object.entries(services)) {
  test(`every reachable state of ${name} obeys the law`, () => {
    const walk = explore(terms, (visit) => {
      for (const law of Object.values(laws)) law(visit);
      failsWhenBlocked(visit);
    });
    assert.deepEqual(deadEnds(walk), []);
    assert.ok(walk.states.size > 50);
    for (const edge of walk.edges) walked.add(edge);
    everyNoticeArrives(walk);
    everyMoveIsSomebodys(walk);
  });
}

test('P573-12: nobody gives a command that the graph does not give to the role', () => {
  const { state } = submitted(local('2021-03-12 10:00'));
  for (const { command, at, more } of attemptsOn(state, state.submittedAt)) {
    for (const actor of everybody.filter(({ role }) => !rolesOf(command.type).has(role))) {
      const decision = decide(state, command, contextOf(at, actor, more));
      if (command.type !== 'submit') assert.ok(!decision.ok && decision.refusal.code === 'forbidden');
    }
  }
});

test('no edge of the graph is out of reach', () => {
  assert.deepEqual(
    graph.map(({ id }) => id).filter((id) => !walked.has(id)),
    [],
  );
});

/** What succeeded would not have, had the provider been blocked a moment before. */
function failsWhenBlocked({ before, command, context, decision, after, edge }: Visit): void {
  if (!decision.ok) return;
  const blocked = { ...context, provider: { blocked: true } };
  laws.blockedDoesNothing({
    before,
    command,
    context: blocked,
    decision: decide(before, command, blocked),
    after,
    edge,
  });
}

function everyNoticeArrives({ states }: Walk): void {
  for (const state of states.values()) {
    const { state: after, edges } = delivered(state);
    assert.deepEqual(
      openClocks(after).filter((clock) => clock.kind === 'notice'),
      [],
    );
    for (const edge of edges) walked.add(edge);
  }
}

/** From every state that is no end, one act leads on. */
function everyMoveIsSomebodys({ states, ways }: Walk): void {
  for (const [key, state] of states) {
    if (isFinal(state.stage)) continue;
    const next = [...(ways.get(key) ?? [])].map((to) => states.get(to)?.stage);
    assert.ok(
      next.some((stage) => stage !== state.stage),
      `nothing leads on from ${key}`,
    );
  }
}
