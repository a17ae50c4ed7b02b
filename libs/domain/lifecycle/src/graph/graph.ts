import type { CommandType, Role } from '../types.ts';
import { clockEdges } from './clocks.ts';
import { conversationEdges } from './conversation.ts';
import type { Edge } from './edge.ts';
import { intakeEdges } from './intake.ts';
import { moneyEdges } from './money.ts';
import { provisionEdges } from './provision.ts';

/** The whole life of an application as data, in the order of the story. */
export const graph: readonly Edge[] = [
  ...intakeEdges,
  ...provisionEdges,
  ...conversationEdges,
  ...moneyEdges,
  ...clockEdges,
];

const edgesByCommand = Map.groupBy(graph, (edge) => edge.command);

/** All edges of a command. */
export function edgesOf(command: CommandType): readonly Edge[] {
  return edgesByCommand.get(command) ?? [];
}

/** Every command the graph knows, in the order of the story. */
export const commandTypes: readonly CommandType[] = [...edgesByCommand.keys()];

const rolesByCommand = new Map(
  commandTypes.map((command) => [command, new Set(edgesOf(command).flatMap((edge) => edge.roles))]),
);

/** Who may give the command at all; stage and guards decide the rest. */
export function rolesOf(command: CommandType): ReadonlySet<Role> {
  return rolesByCommand.get(command) ?? new Set();
}
