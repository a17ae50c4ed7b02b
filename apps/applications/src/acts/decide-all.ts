import {
  decide,
  evolve,
  type ApplicationEvent,
  type ApplicationState,
  type Command,
  type CommandRefusal,
  type Context,
} from '@kyzmat/lifecycle';

/** A command of one of our own processes was refused: something is wrong that a person has to look at. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: CommandRefusal;

  constructor(command: Command, refusal: CommandRefusal) {
    super(`${command.type} is refused: ${refusal.code}`);
    this.refusal = refusal;
  }
}

/** The events of commands given one after the other. Throws Refused at the first that cannot be. */
export function decideAll(
  state: ApplicationState,
  commands: readonly Command[],
  context: Context,
): ApplicationEvent[] {
  const events: ApplicationEvent[] = [];
  let current = state;
  for (const command of commands) {
    const decision = decide(current, command, context);
    if (!decision.ok) throw new Refused(command, decision.refusal);
    for (const event of decision.events) {
      current = evolve(current, event);
      events.push(event);
    }
  }
  return events;
}
