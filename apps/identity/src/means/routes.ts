import type { CommonConfig } from '@kyzmat/kit';
import type { Identity, IdentityApi } from '@kyzmat/contracts';
import { notFound, Problem } from '@kyzmat/http';
import { created, noContent, type ContractRoutes } from '@kyzmat/kit';
import type { Codes } from '../codes/codes.ts';
import type { EMail } from '../e-mail.ts';
import type { Credential } from '../passwords/credentials.ts';
import { mustBeActor, mustKnow, provedLately } from '../passwords/routes.ts';
import type { Person } from '../persons/person.ts';
import { authenticatorRefusal, type AuthenticatorParts } from '../sign-in/authenticator.ts';
import { applyChange, everyWay, type ApplyParts } from './apply.ts';
import type { MeansChange } from './changes.ts';
import { waitingNews } from './news.ts';
import { problems } from './problems.ts';

export interface MeansParts extends ApplyParts, AuthenticatorParts {
  readonly config: Pick<CommonConfig, 'identity'>;
  readonly codes: Codes;
  readonly mail: EMail;
  readonly endSessionsOf: (person: string) => Promise<unknown>;
}

/** Another phone or e-mail on the own route, in three steps: password, second factor, a code to the new one (P573-14b). */
export function meansRoutes(routes: ContractRoutes<IdentityApi>, parts: MeansParts): void {
  const { persons, credentials, changes, codes, throttle, tell, mail, config, endSessionsOf } = parts;

  routes.post('/persons/{id}/means-changes', async ({ caller, params: { id }, body }) => {
    mustBeActor(caller, id);
    const [person, credential] = await Promise.all([
      persons.get(id),
      mustKnow(parts, id, await credentials.find(id), body.password),
    ]);
    mustBeChangeable(person, credential, body);
    if (!provedLately(person) && (await changes.stoppedLately(id))) throw problems.stoppedLately();
    await throttle.count(`means:${id}`);
    const { kind, address } = body;
    const change = await changes.begin({ person: id, kind, address, passwordHash: credential.passwordHash });
    if (credential.totp !== undefined) return created({ id: change._id });
    const sent = await codes.send({
      person: id,
      to: credential.phone,
      purpose: `means-second:${change._id}`,
      text: secondText,
    });
    await changes.setCode(change._id, sent.id);
    return created({ id: change._id, sentTo: sent.sentTo });
  });

  routes.post('/persons/{id}/means-changes/{changeId}/second', async ({ caller, params, body }) => {
    mustBeActor(caller, params.id);
    const change = await under(params, 'asked');
    if (change.codeId === undefined) await mustHaveAuthenticator(params.id, body.code);
    else await codes.redeem(change.codeId, params.id, digitsOf(body.code));
    const sent = await sendToNew(change);
    if (!(await changes.move(change._id, 'asked', 'proved'))) throw problems.beginAgain();
    await changes.setCode(change._id, sent.id);
    return created({ id: change._id, sentTo: sent.sentTo });
  });

  routes.post('/persons/{id}/means-changes/{changeId}/confirm', async ({ caller, params, body }) => {
    mustBeActor(caller, params.id);
    const change = await under(params, 'proved');
    await codes.redeem(change.codeId ?? '', params.id, digitsOf(body.code));
    const [person, credential] = await Promise.all([persons.get(params.id), credentials.find(params.id)]);
    if (credential?.passwordHash !== change.passwordHash) throw problems.beginAgain();
    // ESI has proved just now who this is: nobody has to be warned of it first.
    if (provedLately(person)) {
      await applyChange(parts, change);
      return {};
    }
    const waiting = await changes.wait(change);
    if (waiting === undefined) throw problems.beginAgain();
    const { contact } = person;
    const stop = `${config.identity}/means/stop/${waiting.stop}`;
    // It has to arrive: the day is there so that the owner hears of it. If it does not, nothing comes of the change.
    try {
      await tell.surely(
        { ...everyWay(credential, contact), language: contact.language },
        waitingNews(change.kind, { stop, readyAt: waiting.readyAt }),
      );
    } catch (error) {
      await changes.move(change._id, 'waiting', 'replaced');
      throw error;
    }
    return { readyAt: waiting.readyAt };
  });

  routes.delete('/persons/{id}/means-changes', async ({ caller, params }) => {
    mustBeActor(caller, params.id);
    if (!(await changes.stop(params.id))) throw notFound('No change is under way.');
    await endSessionsOf(params.id);
    return noContent;
  });

  async function under(
    { id, changeId }: { readonly id: string; readonly changeId: string },
    state: MeansChange['state'],
  ): Promise<MeansChange> {
    const change = await changes.find(changeId, id, state);
    if (change === undefined) throw problems.beginAgain();
    return change;
  }

  async function mustHaveAuthenticator(person: string, code: string): Promise<void> {
    const refused = await authenticatorRefusal(parts, { person, tries: person }, code);
    if (refused !== undefined) throw new Problem(422, 'wrong_code', undefined, { field: 'code', ...refused });
    await throttle.clear(`totp:${person}`);
  }

  async function sendToNew({ _id, person, kind, address }: MeansChange) {
    const request = { person, to: address, purpose: `means:${_id}`, text: newText };
    if (kind === 'phone') return codes.send(request);
    const { language } = (await persons.get(person)).contact;
    return codes.send(request, ({ to, text }) =>
      mail.send({ to, language, title: newTitle, body: { ky: text, ru: text } }),
    );
  }
}

function mustBeChangeable(
  { profile }: Person,
  credential: Credential,
  { kind, address }: Identity['MeansChange'],
): void {
  if (kind === 'phone' && profile.assurance === 'esi') throw problems.phoneOfEsi();
  const whole = kind === 'phone' ? /^\+996[1-9]\d{8}$/u : /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
  if (!whole.test(address)) throw problems.wrongAddress(kind);
  if (address === credential[kind]) throw problems.sameAddress();
}

function digitsOf(typed: string): string {
  return typed.replaceAll(/\D/g, '');
}

const secondText =
  'Кызмат: телефонду же почтаны алмаштыруу коду / код для замены телефона или почты {code}. Сиз сурабасаңыз, эч кимге айтпаңыз / если не запрашивали, никому не сообщайте.';
const newText =
  'Кызмат: жаңы даректи ырастоо коду / код подтверждения нового адреса {code}. 5 мүнөт / минут. Аны эч кимге айтпаңыз / никому не сообщайте.';
const newTitle = { ky: 'Жаңы даректи ырастоо коду', ru: 'Код подтверждения нового адреса' };
