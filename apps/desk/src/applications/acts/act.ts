import type { Applications, Common, Identity } from '@kyzmat/contracts';
import type { FieldDefinition, Fields } from '@kyzmat/web';
import type { Service } from '../../site/services.ts';
import type { Staff } from '../../staff/staff.ts';

export type Mend = Common['FieldError'];

/** What the form of an act is made from. */
export interface ActFacts {
  readonly view: Applications['ApplicationView'];
  readonly service: Service;
  readonly me: Staff;
  /** Staff of the provider who may be in charge of an application. */
  readonly executors: readonly Identity['StaffMember'][];
  /** Staff whose signature a result may carry (P573-33a). */
  readonly signers: readonly Identity['Signer'][];
  /** Legal time. */
  readonly now: string;
}

/** One act as a form: its fields, what stands in them at first, and the command made of what was posted. */
export interface Act {
  readonly fields: (facts: ActFacts) => readonly FieldDefinition[];
  readonly suggested?: (facts: ActFacts) => Fields;
  readonly command: (posted: Fields, facts: ActFacts) => Readonly<Record<string, unknown>>;
  /** A refusal is shown as such: the button is a warning. */
  readonly grave?: true;
  /** At which field a refusal of the lifecycle belongs, by its code. */
  readonly at?: Readonly<Record<string, string>>;
}
