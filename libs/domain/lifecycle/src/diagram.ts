import type { Edge, Effect } from './graph/edge.ts';
import { graph } from './graph/graph.ts';
import { guards } from './guards/guards.ts';
import { finalStages, type ClockKind, type DueRule } from './types.ts';

/** Limits as the law words them; the dates themselves come from the working-time library. */
const limits: Readonly<Record<DueRule, string>> = {
  acceptance: '1 working day from submission',
  refusal: '1 working day from arrival, or the first day of the next week',
  action: '1 working day from the action',
  provision: "the service's own term from the start",
  outage: '24 hours from the removal',
};
const clockLimits: Readonly<Record<Exclude<ClockKind, 'notice'>, string>> = {
  intake_acceptance: limits.acceptance,
  intake_refusal: limits.refusal,
  provision_end: limits.provision,
  result_handover: '1 working day from the decision',
  outage_status: limits.outage,
};

/** The page `docs/lifecycle.md`: both machines drawn, then every edge with who, what it owes, by when and by which rule. */
export function lifecyclePage(): string {
  return [
    '# The life of an application',
    '',
    'Generated from the graph in `libs/domain/lifecycle/src/graph`; write it again with',
    '`node tools/generators/lifecycle-diagram.ts`. Rule ids are those of the requirements.',
    '',
    '## Stages',
    '',
    ...mermaid(stageLines()),
    '## Payment',
    '',
    'It runs beside the stages and moves only by what the e-payment system reports (`P573-32`).',
    '',
    ...mermaid(paymentLines()),
    '## Edges',
    '',
    'An edge without events answers a message that came twice: nothing changes. Notices go to the cabinet and the',
    'e-message system (that of arrival to the cabinet only), and to e-mail as well when there is an address; each is an',
    'open clock until it is handed over.',
    '',
    ...table(),
    '',
  ].join('\n');
}

function mermaid(lines: readonly string[]): string[] {
  return ['```mermaid', 'stateDiagram-v2', ...[...new Set(lines)].map((line) => `  ${line}`), '```', ''];
}

function stageLines(): string[] {
  const moves = graph.flatMap((edge) => {
    if (edge.from === 'nothing') return [`[*] --> ${edge.to}: ${edge.command}`];
    return edge.to === 'same' ? [] : edge.from.map((from) => `${from} --> ${edge.to}: ${edge.command}`);
  });
  return [...moves, ...finalStages.map((stage) => `${stage} --> [*]`)];
}

function paymentLines(): string[] {
  return graph.flatMap(({ payment, command }) => {
    if (payment === undefined || payment.to === 'same') return [];
    return payment.from.map((from) => `${from} --> ${payment.to}: ${command}`);
  });
}

function table(): string[] {
  const heads = ['Edge', 'Who', 'From → to', 'Must hold', 'Events', 'Notices owed', 'Clocks', 'Rules'];
  return [row(heads), row(heads.map(() => '---')), ...graph.map((edge) => row(cells(edge)))];
}

function row(values: readonly string[]): string {
  return `| ${values.join(' | ')} |`;
}

function cells(edge: Edge): string[] {
  const from = edge.from === 'nothing' ? 'nothing' : stagesOf(edge.from);
  const refusals = edge.guards.map((name) => `${name} (else \`${guards[name].code}\`)`);
  return [
    `**${edge.id}**`,
    edge.roles.join(', '),
    `${from} → ${edge.to}${moneyOf(edge)}`,
    lines([...(edge.when ?? []).map((name) => `when ${name}`), ...refusals]),
    lines(edge.does.map(({ event }) => event)),
    lines(edge.does.flatMap(noticesOf)),
    lines(edge.does.flatMap(clocksOf)),
    edge.rules.join(', ') || '–',
  ];
}

function stagesOf(from: readonly string[]): string {
  return from.length > 5 ? 'any' : from.join(', ');
}

function moneyOf({ payment }: Edge): string {
  return payment === undefined ? '' : `<br>payment: ${payment.from.join(', ')} → ${payment.to}`;
}

function noticesOf(effect: Effect): string[] {
  return (effect.notices ?? []).map((rule) => {
    const act = rule.due === 'action' ? ` (${rule.act})` : '';
    return `${rule.kind}: ${limits[rule.due]}${act}`;
  });
}

function clocksOf(effect: Effect): string[] {
  const opens = (effect.opens ?? []).map((kind) => `opens ${kind}: ${clockLimits[kind]}`);
  const closes = (effect.closes ?? []).map(({ clock, as }) => `closes ${clock} (${as.replace('_', ' ')})`);
  return [...opens, ...closes];
}

function lines(values: readonly string[]): string {
  return values.length === 0 ? '–' : values.join('<br>');
}
