import type { FieldError } from '@kyzmat/forms';
import { Problem } from '@kyzmat/http';

/** Why a submission is not taken: each with a sentence that says what to do. */
export const refusals = {
  contentChanged: () =>
    new Problem(409, 'content_changed', 'The signature is over another content than the draft now has.', {
      ruleId: 'P573-8l',
      message: {
        ky: 'Кол койгондон кийин арыз өзгөргөн. Аны дагы бир жолу текшерип, кол коюңуз.',
        ru: 'После подписания заявление изменилось. Проверьте его ещё раз и подпишите.',
      },
    }),
  serviceChanged: (changes: readonly object[]) =>
    new Problem(409, 'service_changed', 'The service has a newer version: the draft must be looked over.', {
      changes,
      message: {
        ky: 'Кызматтын шарттары жаңырды. Арызды барактап чыгып, сактап, кайра кол коюңуз.',
        ru: 'Условия услуги обновились. Просмотрите страницы заявления, сохраните и подпишите снова.',
      },
    }),
  notSigner: () =>
    new Problem(403, 'not_signed', 'The signature is of another person.', {
      ruleId: 'P573-8l',
      message: {
        ky: 'Арызга башка адам кол койгон. Өзүңүз кол коюңуз.',
        ru: 'Заявление подписано другим лицом. Подпишите его сами.',
      },
    }),
  signatureUsed: () =>
    new Problem(409, 'signature_used', 'This signature has been used for another application.', {
      message: {
        ky: 'Бул кол башка арызга коюлган. Бул арызга өзүнчө кол коюңуз.',
        ru: 'Эта подпись уже стоит под другим заявлением. Подпишите это заявление отдельно.',
      },
    }),
  otherContent: () =>
    new Problem(409, 'conflict', 'The draft has been submitted with another content.', {
      message: {
        ky: 'Бул арыз мурда башка мазмун менен жөнөтүлгөн. Ал кабинетиңизде турат.',
        ru: 'Это заявление уже отправлено с другим содержанием. Оно в вашем кабинете.',
      },
    }),
  incomplete: (errors: readonly FieldError[]) =>
    new Problem(422, 'form_incomplete', 'Something in the form has to be mended.', {
      ruleId: 'P573-26a',
      errors,
    }),
};
