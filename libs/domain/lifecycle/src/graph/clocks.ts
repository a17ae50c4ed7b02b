import { stages } from '../types.ts';
import type { Edge } from './edge.ts';

const anywhere = { from: stages, to: 'same', roles: ['system'] } as const satisfies Partial<Edge>;
const handOver = {
  ...anywhere,
  command: 'close_notice',
  guards: ['noticeKnown'],
} as const satisfies Partial<Edge>;
const breach = { ...anywhere, command: 'breach_clock', rules: [] } as const satisfies Partial<Edge>;
const remind = { ...anywhere, command: 'remind_clock', rules: [] } as const satisfies Partial<Edge>;
const replan = { ...anywhere, command: 'replan_clocks', guards: [] } as const satisfies Partial<Edge>;

/** What happens to limits and to notices owed, at any stage: debts outlive the end of an application. */
export const clockEdges: readonly Edge[] = [
  {
    ...handOver,
    id: 'notice-handed-over',
    when: ['lastChannel'],
    does: [{ event: 'notice_handed_over', closes: [{ clock: 'named', as: 'met' }] }],
    rules: ['P573-34a', 'P573-41a', 'P573-41c'],
  },
  {
    ...handOver,
    id: 'notice-handed-over-in-part',
    when: ['oneOfChannels'],
    does: [{ event: 'notice_handed_over' }],
    rules: ['P573-34a', 'P573-41c'],
  },
  { ...handOver, id: 'notice-handed-over-again', when: ['channelDone'], does: [], rules: ['P573-34a'] },
  {
    ...breach,
    id: 'limit-passed',
    when: ['clockRunning'],
    guards: ['limitPassed'],
    does: [{ event: 'clock_breached' }],
  },
  { ...breach, id: 'limit-passed-again', when: ['clockNotRunning'], guards: ['clockKnown'], does: [] },
  {
    ...remind,
    id: 'reminder',
    when: ['reminderNew'],
    guards: ['reminderDue'],
    does: [{ event: 'clock_reminded' }],
  },
  { ...remind, id: 'reminder-again', when: ['reminderOver'], guards: ['clockKnown'], does: [] },
  {
    ...replan,
    id: 'limits-replanned',
    when: ['limitsMove', 'promisesStay'],
    does: [{ event: 'clocks_replanned' }],
    rules: ['P573-41a', 'P573-41c', 'P573-34a'],
  },
  {
    ...replan,
    id: 'promise-replanned',
    when: ['promiseMoves'],
    does: [
      {
        event: 'clocks_replanned',
        notices: [{ kind: 'term_changed', due: 'action', act: 'P573-34a' }],
      },
    ],
    rules: ['P573-34a', 'P573-35a', 'P573-41a', 'P573-41c'],
  },
  { ...replan, id: 'limits-stay', when: ['limitsStay'], does: [], rules: [] },
];
