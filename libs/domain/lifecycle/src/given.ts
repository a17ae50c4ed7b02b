import { provisionEnd, provisionStart, type Deadline } from '@kyzmat/working-time';
import { changesBy } from './limits.ts';
import type { ApplicationState, ClockChange, Command, Context, Instant, StartCondition } from './types.ts';

/** What is known before anybody asks for anything. */
export interface Situation {
  state: ApplicationState;
  context: Pick<Context, 'actor' | 'provider'>;
}

/** A command together with everything its decision may look at. */
export interface Given extends Situation {
  command: Command;
  context: Context;
  /** When provision starts and ends once this command is carried out. */
  outlook: () => Outlook;
  /** Open limits that the calendar of the context moves. */
  changes: () => readonly ClockChange[];
}

interface Outlook {
  /** Start conditions still open (P573-29b, P573-29c). */
  awaits: readonly StartCondition[];
  startedAt?: Instant;
  end?: Deadline;
}

/** Brings a command and its situation together; what is costly is computed when asked for, and once. */
export function given(state: ApplicationState, command: Command, context: Context): Given {
  return {
    state,
    command,
    context,
    outlook: once(() => outlookOf(state, command, context)),
    changes: once(() => changesBy(state, context)),
  };
}

/** Narrows a command to the types named. */
function isOneOf<C extends Command['type']>(
  command: Command,
  ...types: readonly C[]
): command is Extract<Command, { type: C }> {
  return types.some((type) => type === command.type);
}

/** The command as one of the types that the edge was made for; any other is a mistake in the graph. */
export function commandAs<C extends Command['type']>(
  command: Command,
  ...types: readonly C[]
): Extract<Command, { type: C }> {
  if (isOneOf(command, ...types)) return command;
  throw new TypeError(`The graph asks ${command.type} for what only ${types.join(', ')} can give`);
}

/** The earlier of two: clocks of our machines differ a little, and a fact is never later than its record. */
export function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

function outlookOf(state: ApplicationState, command: Command, context: Context): Outlook {
  const { terms } = state;
  const registeredAt = state.registeredAt ?? (command.type === 'register' ? context.now : undefined);
  const paidAt =
    state.paidAt ?? (command.type === 'confirm_payment' ? earlier(command.paidAt, context.now) : undefined);
  const appearedAt =
    state.appearedAt ?? (command.type === 'record_appearance' ? command.appearedAt : undefined);

  const awaits: StartCondition[] = [];
  if (registeredAt === undefined) awaits.push('registration');
  if (terms.priceTyiyn > 0 && paidAt === undefined) awaits.push('payment');
  if (terms.appearanceRequired && appearedAt === undefined) awaits.push('appearance');

  const startedAt = provisionStart({
    registeredAt,
    payment: terms.priceTyiyn === 0 ? 'free' : { confirmedAt: paidAt },
    appearance: terms.appearanceRequired ? { recordedAt: appearedAt } : 'not_required',
  });
  if (startedAt === undefined) return { awaits };
  return { awaits, startedAt, end: provisionEnd(startedAt, terms.term, { calendar: context.calendar }) };
}

function once<T>(compute: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}
