import type { Applications, Common } from '@kyzmat/contracts';
import { dataOf, Problem } from '@kyzmat/http';
import { fieldId, fieldViews, one, postedFields, type FieldDefinition, type Fields } from '@kyzmat/web';
import type { Request, Response, Router } from 'express';
import { stageTag } from '../../applications/stage-tag.ts';
import type { Site } from '../../site/site.ts';
import { staffIn } from '../../staff/staff.ts';

type Text = FieldDefinition['label'];
type Ground = Common['SupportReason']['ground'];
interface Wrong {
  readonly field: string;
  readonly what: Text;
  readonly mend: Text;
}

const grounds: readonly { readonly id: Ground; readonly label: Text }[] = [
  { id: 'user_request', label: { ky: 'Арыз ээсинин кайрылуусу', ru: 'Обращение заявителя' } },
  { id: 'failure', label: { ky: 'Бузулууну оңдоо', ru: 'Устранение сбоя' } },
  { id: 'incident', label: { ky: 'Коопсуздук окуясын иликтөө', ru: 'Разбор инцидента безопасности' } },
];
const fields: readonly FieldDefinition[] = [
  { id: 'reference', type: 'text', label: { ky: 'Арыздын номери', ru: 'Номер заявления' }, required: true },
  { id: 'ground', type: 'choice', label: { ky: 'Эмне үчүн', ru: 'Зачем' }, required: true, options: grounds },
  {
    id: 'request',
    type: 'text',
    label: { ky: 'Кайрылуунун номери', ru: 'Номер обращения' },
    hint: {
      ky: 'Тамгалар жана сандар, боштуксуз: Д-15/2026. Муну арыз ээси окуйт.',
      ru: 'Буквы и цифры без пробелов: Д-15/2026. Его прочитает заявитель.',
    },
    required: true,
  },
];

/** C22-3a: one application for technical support, only with a support request, which the person reads. */
export function supportRoutes(router: Router, { clients, pages }: Site): void {
  router.get('/support', (_request, response) => ask(response, {}, []));

  router.post('/support', async (request: Request, response) => {
    const posted = postedFields(request.body);
    const ground = grounds.find(({ id }) => id === one(posted, 'ground'))?.id;
    const [reference, number] = [one(posted, 'reference'), one(posted, 'request')];
    const wrong = fields.filter(({ id }) => one(posted, id) === '').map(({ id }) => missing(id));
    if (ground === undefined || wrong.length > 0) {
      ask(response, posted, wrong);
      return;
    }
    const body = { reference, reason: { ground, request: number } };
    try {
      const applications = clients.applications(staffIn(request).principal);
      show(response, dataOf(await applications.POST('/support-accesses', { body })));
    } catch (error) {
      const refused = error instanceof Problem ? refusals[error.status] : undefined;
      if (refused === undefined) throw error;
      ask(response, posted, [refused]);
    }
  });

  function ask(response: Response, posted: Fields, wrong: readonly Wrong[]): void {
    const model = {
      fields: fieldViews({ fields, errors: wrong, typed: (address) => one(posted, address) }),
      errors: wrong.map((error) => ({ error, href: `#${fieldId(error.field)}` })),
    };
    pages.render(response, 'operator/support/ask.njk', model, wrong.length > 0 ? 422 : 200);
  }

  function show(response: Response, view: Applications['ApplicationView']): void {
    response.set('Cache-Control', 'no-store');
    pages.render(response, 'operator/support/application.njk', { view, stage: stageTag(view.stage) });
  }
}

const refusals: Readonly<Record<number, Wrong>> = {
  404: {
    field: 'reference',
    what: { ky: 'Мындай номердеги арыз жок.', ru: 'Заявления с таким номером нет.' },
    mend: { ky: 'Номерди арыздан көчүрүп жазыңыз.', ru: 'Перепишите номер из заявления.' },
  },
  400: {
    field: 'request',
    what: { ky: 'Номерде ашыкча белги бар.', ru: 'В номере обращения лишние знаки.' },
    mend: { ky: 'Тамгаларды жана сандарды гана жазыңыз.', ru: 'Пишите только буквы и цифры, без пробелов.' },
  },
};

function missing(field: string): Wrong {
  return {
    field,
    what: { ky: 'Толтурулган эмес.', ru: 'Не заполнено.' },
    mend: { ky: 'Бул талааны толтуруңуз.', ru: 'Заполните это поле.' },
  };
}
