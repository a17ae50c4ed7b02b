import type { Answers, FieldError, RawBody } from '@kyzmat/forms';
import type { Person } from '../persons/person.ts';
import { guessableOf, passwordFault } from '../passwords/policy.ts';
import { registrationForm, registrationPage } from './form.ts';

/** A registration as it was posted: what it says, what there is to mend. */
export interface Posted {
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  readonly details?: Details;
}
export interface Details {
  readonly pin: string;
  readonly phone: string;
  readonly email?: string;
  readonly profile: Person['profile'];
}

/** Reads and checks the whole page; `details` are there when nothing is to be mended. */
export function readRegistration(raw: RawBody, password: string, now: string): Posted {
  const { values: answers } = registrationForm.parsePage(registrationPage, raw);
  const text = (name: string): string | undefined => {
    const value = answers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const [pin, phone, email] = [text('pin'), text('phone'), text('email')];
  const fault = passwordFault(password, guessableOf({ ...(pin && { pin }), ...(phone && { phone }) }));
  const errors = [
    ...registrationForm.checkPage(registrationPage, answers, { now }),
    ...(fault === undefined ? [] : [{ field: 'password', ...fault }]),
  ];
  if (errors.length > 0 || pin === undefined || phone === undefined) return { answers, errors };
  return {
    answers,
    errors,
    details: { pin, phone, ...(email && { email }), profile: profileOf({ pin, phone, email, text }) },
  };
}

function profileOf(parts: {
  pin: string;
  phone: string;
  email: string | undefined;
  text: (name: string) => string | undefined;
}): Person['profile'] {
  const { pin, phone, email, text } = parts;
  const [lastName = '', firstName = '', patronymic, birthDate] = [
    'lastName',
    'firstName',
    'patronymic',
    'birthDate',
  ].map(text);
  return {
    kind: 'natural',
    displayName: [lastName, firstName, patronymic].filter((name) => name !== undefined).join(' '),
    assurance: 'self_asserted',
    pin,
    phone,
    lastName,
    firstName,
    sex: pin.startsWith('1') ? 'female' : 'male',
    ...(patronymic === undefined ? {} : { patronymic }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(email === undefined ? {} : { email }),
  };
}
