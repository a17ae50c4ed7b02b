import { groundTexts } from '@kyzmat/lifecycle';
import { type FieldDefinition, one, several, type Fields } from '@kyzmat/web';
import type { Act, ActFacts } from './act.ts';
import { momentFields, momentOf, momentTyped } from './moments.ts';

/** The acts of a provider's staff, by the lifecycle's names. Which of them are shown, ApplicationView.actions says. */
export const acts: Readonly<Record<string, Act>> = {
  register: {
    fields: (facts) => [
      {
        id: 'registrationNumber',
        type: 'text',
        label: { ky: 'Каттоо номери', ru: 'Регистрационный номер' },
        hint: {
          ky: 'Сунушталган номерди мекемеңиздин номерине алмаштырсаңыз болот.',
          ru: 'Предложенный номер можно заменить номером вашего учреждения.',
        },
        required: true,
      },
      executorField(facts),
    ],
    suggested: ({ view, me, executors, now }) => ({
      registrationNumber: `${now.slice(0, 4)}/${view.reference}`,
      ...(executors.some(({ id }) => id === me.id) && { executorId: me.id }),
    }),
    command: (posted) => ({
      registrationNumber: one(posted, 'registrationNumber'),
      executorId: one(posted, 'executorId'),
    }),
    at: { number_missing: 'registrationNumber', executor_of_other_provider: 'executorId' },
  },
  refuse_intake: {
    grave: true,
    fields: () => [
      groundsField(Object.entries(groundTexts).map(([id, label]) => ({ id, label }))),
      reasonField,
    ],
    command: refusal,
    at: { ground_not_in_law: 'grounds', nonpayment_is_no_ground: 'grounds', reason_missing: 'reason' },
  },
  designate_executor: {
    fields: (facts) => [executorField(facts)],
    suggested: ({ view }) => (view.executor === undefined ? {} : { executorId: view.executor.id }),
    command: (posted) => ({ executorId: one(posted, 'executorId') }),
    at: { executor_of_other_provider: 'executorId' },
  },
  record_appearance: {
    fields: () => momentFields({ ky: 'Арыз ээси качан келди', ru: 'Когда пришёл заявитель' }),
    suggested: ({ now }) => momentTyped(now),
    command: (posted) => ({ appearedAt: momentOf(posted) }),
    at: { in_the_future: 'on' },
  },
  ask_clarification: {
    fields: () => [
      {
        id: 'wants',
        type: 'choice',
        label: { ky: 'Эмне керек', ru: 'Что нужно' },
        required: true,
        options: [
          { id: 'information', label: { ky: 'Маалымат', ru: 'Сведения' } },
          { id: 'document', label: { ky: 'Электрондук документ', ru: 'Электронный документ' } },
          {
            id: 'paper',
            label: { ky: 'Кагаз документ', ru: 'Документ на бумаге' },
            hint: {
              ky: 'Мыйзамда түз көрсөтүлсө гана: электрондук түрдө берилген кагаз түрүндө кайра суралбайт.',
              ru: 'Только если это прямо требует закон: поданное в электронном виде на бумаге не просят.',
            },
          },
        ],
      },
      {
        id: 'question',
        type: 'longText',
        label: { ky: 'Суроо', ru: 'Вопрос' },
        hint: {
          ky: 'Аны арыз ээси окуйт. Мөөнөттөр токтобойт.',
          ru: 'Его прочитает заявитель. Сроки не останавливаются.',
        },
        required: true,
      },
    ],
    suggested: () => ({ wants: 'information' }),
    command: (posted) => ({ wants: one(posted, 'wants'), question: one(posted, 'question') }),
    at: { question_missing: 'question', paper_without_basis: 'wants' },
  },
  decide: {
    fields: ({ view, service, signers }) => [
      ...service.definition.result.decisionFields,
      ...(view.resultForm === 'information' ? [] : [signerField(signers)]),
    ],
    suggested: ({ view, signers, me }) => {
      if (view.resultForm === 'information') return {};
      const mine = signers.find(({ id }) => id === me.id) ?? (signers.length === 1 ? signers[0] : undefined);
      return mine === undefined ? {} : { signerId: mine.id };
    },
    command: ({ signerId, version, known, _csrf, ...decision }) => ({
      decision,
      ...(signerId !== undefined && { signerId: one({ signerId }, 'signerId') }),
    }),
    at: { not_a_signer: 'signerId' },
  },
  refuse_provision: {
    grave: true,
    fields: ({ service }) => [
      groundsField(service.definition.service.refusalGrounds.map(({ id, text }) => ({ id, label: text }))),
      reasonField,
    ],
    command: refusal,
    at: { ground_not_in_regulation: 'grounds', nonpayment_is_no_ground: 'grounds', reason_missing: 'reason' },
  },
  confirm_status: { fields: () => [], command: () => ({}) },
};

/** P573-33a: whose signature the document gets; information has none. */
function signerField(signers: ActFacts['signers']): FieldDefinition {
  return {
    id: 'signerId',
    type: 'choice',
    label: { ky: 'Документке ким кол коёт', ru: 'Кто подписывает документ' },
    required: true,
    options: signers.map(({ id, name, post }) => ({ id, label: { ky: name, ru: name }, hint: post })),
  };
}

/** P573-17d: who refuses answers for it, so the executor named is the one who acts. */
function refusal(posted: Fields, { me }: ActFacts): Readonly<Record<string, unknown>> {
  return { grounds: several(posted, 'grounds'), reason: one(posted, 'reason'), executorId: me.id };
}

function groundsField(options: NonNullable<FieldDefinition['options']>): FieldDefinition {
  return {
    id: 'grounds',
    type: 'several',
    label: { ky: 'Баш тартуунун негизи', ru: 'Основание отказа' },
    hint: {
      ky: 'Башка негиз жок: тизме мыйзамда жана регламентте жабык.',
      ru: 'Других оснований нет: перечень закрыт законом и регламентом.',
    },
    required: true,
    options,
  };
}

const reasonField: FieldDefinition = {
  id: 'reason',
  type: 'longText',
  label: { ky: 'Себеби', ru: 'Причина' },
  hint: {
    ky: 'Арыз ээси окуйт: эмне туура эмес экенин жана эмнени оңдоого болорун жөнөкөй сөз менен жазыңыз.',
    ru: 'Её прочитает заявитель: напишите простыми словами, что не так и что можно исправить.',
  },
  required: true,
};

function executorField({ executors }: ActFacts): FieldDefinition {
  return {
    id: 'executorId',
    type: 'choice',
    label: { ky: 'Аткаруучу', ru: 'Исполнитель' },
    hint: { ky: 'Арызды карап, мөөнөтүнө жооп берет.', ru: 'Рассматривает заявление и отвечает за срок.' },
    required: true,
    options: executors.map(({ id, name, post }) => ({
      id,
      label: { ky: name, ru: name },
      ...(post && { hint: post }),
    })),
  };
}
