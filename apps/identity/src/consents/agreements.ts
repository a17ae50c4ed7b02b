import type { Identity } from '@kyzmat/contracts';
import type { Person } from '../persons/person.ts';
import type { Text } from '../text.ts';

export type ConsentKind = Identity['Consent']['kind'];

/** What a person agrees to before a cabinet opens (P573-14c, C22-2f). A changed text gets a new version and is asked again. */
export interface Agreement {
  readonly kind: ConsentKind;
  readonly version: string;
  readonly title: Text;
  readonly paragraphs: readonly Text[];
}

export const agreements: readonly Agreement[] = [
  {
    kind: 'user_agreement',
    version: '2026-11-01',
    title: { ky: 'Колдонуучу макулдашуусу', ru: 'Пользовательское соглашение', en: 'User agreement' },
    paragraphs: [
      {
        ky: 'Портал аркылуу арыз жазып, кол коюп, төлөп, жыйынтыгын электрондук түрдө аласыз.',
        ru: 'Через портал вы подаёте заявления, подписываете их, платите и получаете результат в электронном виде.',
      },
      {
        ky: 'Сиз чын жана толук маалымат бересиз. Туура эмес же толук эмес маалымат арызды кароодон баш тартууга негиз болот.',
        ru: 'Вы указываете верные и полные сведения. Неверные или неполные сведения — основание отказать в рассмотрении.',
      },
      {
        ky: 'Кол коюу кодун эч кимге бербейсиз: аны менен коюлган кол сиздики деп эсептелет.',
        ru: 'Вы никому не сообщаете коды подписи: подпись таким кодом считается вашей.',
      },
    ],
  },
  {
    kind: 'personal_data',
    version: '2026-11-01',
    title: {
      ky: 'Жеке маалыматтарды иштетүүгө макулдук',
      ru: 'Согласие на обработку персональных данных',
      en: 'Consent to the use of personal data',
    },
    paragraphs: [
      {
        ky: 'Портал жана сиз кайрылган мекемелер жеке маалыматтарыңызды сураган кызматыңызды көрсөтүү үчүн гана колдонот.',
        ru: 'Портал и учреждения, в которые вы обращаетесь, используют ваши данные только для оказания запрошенной услуги.',
      },
      {
        ky: 'Маалыматтарыңызды ким жана качан колдонгонун билүүгө, макулдугуңузду кайтарып алууга укугуңуз бар.',
        ru: 'Вы вправе знать, кто и когда использовал ваши данные, и отозвать согласие.',
      },
    ],
  },
];

/** What the person has still to agree to, in the version of today. */
export function missingConsents(person: Person): readonly Agreement[] {
  return agreements.filter(
    ({ kind, version }) =>
      !person.consents.some(
        (consent) =>
          consent.kind === kind && consent.version === version && consent.withdrawnAt === undefined,
      ),
  );
}
