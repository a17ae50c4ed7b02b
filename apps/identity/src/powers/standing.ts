import { Problem } from '@kyzmat/http';
import type { Power } from './power.ts';
import type { Powers } from './store.ts';

/** @throws Problem power_ended when this person may not act for that one now. */
export async function mustStand(
  powers: Powers,
  principal: string,
  representative: string,
  serviceCode?: string,
): Promise<Power | undefined> {
  if (principal === representative) return undefined;
  const power = await powers.standing(principal, representative, serviceCode);
  if (power === undefined) throw new Problem(403, 'power_ended', undefined, { message: noPower });
  return power;
}

const noPower = {
  ky: 'Бул адамдын же уюмдун атынан иш кылууга ыйгарым укугуңуз жок же бүткөн. Ишеним катты сураңыз же өз атыңыздан кириңиз.',
  ru: 'У вас нет полномочия действовать от этого имени, или оно закончилось. Попросите доверенность или войдите от своего имени.',
  en: 'You have no power to act in this name, or it has ended. Ask for one, or sign in in your own name.',
};
