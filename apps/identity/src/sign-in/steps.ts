import type { Store } from '@kyzmat/store';
import type { Entering } from '../sessions/entrance.ts';

/** How far somebody has come in signing in; bound to the OpenID interaction, which is bound to the browser. */
export type Step =
  | ({ readonly kind: 'consents' } & Entering)
  /** May act in several names and has still to choose. */
  | ({ readonly kind: 'names' } & Entering)
  | {
      readonly kind: 'register';
      readonly registration: string;
      readonly codeId: string;
      readonly sentTo: string;
    }
  /** The phone is proved in this very sign-in; `person` is missing when no cabinet came of it. */
  | { readonly kind: 'registered'; readonly login: string; readonly person?: string; readonly at: Date }
  /** The password was right; the code by message or of the authenticator is still to come. */
  | {
      readonly kind: 'own';
      readonly person: string;
      readonly tries: string;
      readonly message?: { readonly codeId: string; readonly sentTo: string };
    }
  /** A file given out to be signed with a certificate. */
  | { readonly kind: 'challenge'; readonly challenge: string; readonly until: Date }
  | { readonly kind: 'recover'; readonly recovery: string }
  | {
      readonly kind: 'code';
      readonly staffId: string;
      readonly login: string;
      readonly codeId: string;
      readonly sentTo: string;
    };

export interface Steps {
  ensureIndexes(): Promise<void>;
  put(interaction: string, step: Step): Promise<void>;
  get<K extends Step['kind']>(interaction: string, kind: K): Promise<Extract<Step, { kind: K }> | undefined>;
  /** The step, if it is of this kind, taken out: of any number of tries at once one gets it. */
  take<K extends Step['kind']>(interaction: string, kind: K): Promise<Extract<Step, { kind: K }> | undefined>;
  clear(interaction: string): Promise<void>;
}

interface StoredStep {
  readonly _id: string;
  readonly step: Step;
  readonly at: Date;
}
const keptSeconds = 3600;

export function openSteps(store: Store): Steps {
  const collection = store.collection<StoredStep>('sign_in_steps');
  return {
    async ensureIndexes() {
      await collection.createIndex({ at: 1 }, { expireAfterSeconds: keptSeconds });
    },
    async put(interaction, step) {
      await collection.updateOne({ _id: interaction }, { $set: { step, at: new Date() } }, { upsert: true });
    },
    async get(interaction, kind) {
      const step = (await collection.findOne({ _id: interaction }))?.step;
      return isOf(step, kind) ? step : undefined;
    },
    async take(interaction, kind) {
      const step = (await collection.findOneAndDelete({ _id: interaction, 'step.kind': kind }))?.step;
      return isOf(step, kind) ? step : undefined;
    },
    async clear(interaction) {
      await collection.deleteOne({ _id: interaction });
    },
  };
}

function isOf<K extends Step['kind']>(step: Step | undefined, kind: K): step is Extract<Step, { kind: K }> {
  return step?.kind === kind;
}
