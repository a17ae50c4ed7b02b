import { definitionProblem, type DefinitionProblem, type Text } from '@kyzmat/forms';
import { checkSplit, type SplitProblem } from '@kyzmat/money';

import type { ServiceDescription } from './types.ts';

const splitWords: Readonly<Record<SplitProblem, readonly [ky: string, ru: string]>> = {
  amount_invalid: ['Бөлүктүн суммасы туура эмес.', 'Неверная сумма части.'],
  receiver_missing: ['Бөлүктүн алуучусу аталган эмес.', 'Получатель части не назван.'],
  receiver_repeated: ['Алуучу эки жолу аталган.', 'Получатель назван дважды.'],
  free_needs_no_split: ['Акысыз кызматтын баасы бөлүнбөйт.', 'Стоимость бесплатной услуги не делится.'],
  split_missing: ['Баанын кимге бөлүнөрү айтылган эмес.', 'Не сказано, как делится стоимость.'],
  does_not_add_up: ['Бөлүктөрдүн суммасы баага барабар эмес.', 'Сумма частей не равна стоимости.'],
};

/** C22-6d, C22-6e: the parts add up to the cost exactly; a free service costs zero and has no parts. */
function splitProblems({ totalTyiyn, split }: ServiceDescription['price']): DefinitionProblem[] {
  const parts = split.map(({ receiver, amountTyiyn }) => ({ receiver: receiver.ru, amount: amountTyiyn }));
  return checkSplit(totalTyiyn, parts).map((code) =>
    definitionProblem('/service/price/split', code.replaceAll('_', '-'), ...splitWords[code]),
  );
}

/** A legal basis that must be there exactly when what it allows is there. */
function basisProblems(needed: boolean, basis: Text | undefined, name: string): DefinitionProblem[] {
  if (needed === (basis !== undefined)) return [];
  const place = `/service/${name}`;
  return needed
    ? [
        definitionProblem(
          place,
          'missing',
          `«${name}» жок: мыйзам негизи керек.`,
          `Нет «${name}»: нужно основание в законе.`,
        ),
      ]
    : [definitionProblem(place, 'not-needed', `«${name}» ашыкча.`, `«${name}» здесь лишнее.`)];
}

function lacks(service: ServiceDescription, channel: 'cabinet' | 'emessage'): DefinitionProblem[] {
  if (service.informing.includes(channel)) return [];
  const ky = `Жыйынтык тууралуу «${channel}» аркылуу да билдирилет, аны жазыңыз.`;
  return [
    definitionProblem(
      '/service/informing',
      'channel-missing',
      ky,
      `О результате сообщают и через «${channel}», укажите это.`,
    ),
  ];
}

function secretProblems({ stateSecrets }: ServiceDescription): DefinitionProblem[] {
  if (!stateSecrets) return [];
  const ky = 'Мамлекеттик сыр порталда иштетилбейт.';
  return [
    definitionProblem(
      '/service/stateSecrets',
      'state-secrets',
      ky,
      'Государственные секреты на портале не обрабатывают.',
    ),
  ];
}

function documentProblems({ resultForms }: ServiceDescription): DefinitionProblem[] {
  if (resultForms.includes('signed_document')) return [];
  const ky = 'Кол коюлган документ ар дайым сунушталат.';
  return [
    definitionProblem(
      '/service/resultForms',
      'document-missing',
      ky,
      'Подписанный документ предлагают всегда.',
    ),
  ];
}

function groundProblems({ refusalGrounds }: ServiceDescription): DefinitionProblem[] {
  const ids = refusalGrounds.map(({ id }) => id);
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [
          definitionProblem(
            `/service/refusalGrounds/${i}/id`,
            'duplicate-id',
            `«${id}» экинчи жолу колдонулду.`,
            `«${id}» уже занят.`,
          ),
        ],
  );
}

function refundProblems({ price, refundOnProvisionRefusal }: ServiceDescription): DefinitionProblem[] {
  if (price.totalTyiyn > 0 || !refundOnProvisionRefusal) return [];
  const ky = 'Акысыз кызматта кайтарыла турган акча жок.';
  const ru = 'За бесплатную услугу возвращать нечего.';
  return [definitionProblem('/service/refundOnProvisionRefusal', 'not-needed', ky, ru)];
}

/** What a well-shaped description says wrong. */
export function descriptionProblems(service: ServiceDescription): DefinitionProblem[] {
  const { appearanceRequired, resultForms, signatureLevel } = service;
  return [
    ...splitProblems(service.price),
    ...basisProblems(signatureLevel === 'qualified', service.signatureBasis, 'signatureBasis'),
    ...basisProblems(service.identityFrom !== undefined, service.identityBasis, 'identityBasis'),
    ...basisProblems(appearanceRequired, service.appearanceBasis, 'appearanceBasis'),
    ...basisProblems(appearanceRequired, service.appearancePlace, 'appearancePlace'),
    ...basisProblems(resultForms.includes('information'), service.informationBasis, 'informationBasis'),
    ...basisProblems(resultForms.includes('information'), service.informationSource, 'informationSource'),
    ...lacks(service, 'cabinet'),
    ...lacks(service, 'emessage'),
    ...documentProblems(service),
    ...groundProblems(service),
    ...refundProblems(service),
    ...secretProblems(service),
  ];
}
