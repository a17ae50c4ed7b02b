import { dataOf, Problem } from '@kyzmat/http';
import {
  asked,
  fieldId,
  fieldViews,
  one,
  postedFields,
  type FieldDefinition,
  type Fields,
} from '@kyzmat/web';
import type { Request, Response, Router } from 'express';
import type { Site } from '../../site/site.ts';
import { staffIn } from '../../staff/staff.ts';

const fields: readonly FieldDefinition[] = [
  { id: 'reference', type: 'text', label: { ky: 'Арыздын номери', ru: 'Номер заявления' }, required: true },
  {
    id: 'reason',
    type: 'text',
    label: { ky: 'Эмне үчүн сакталышы керек', ru: 'Почему нужно сохранить' },
    hint: { ky: 'Мисалы, соттун чечими', ru: 'Например, решение суда' },
    required: true,
  },
];

interface Wrong {
  readonly field: string;
  readonly what: { readonly ky: string; readonly ru: string };
  readonly mend: { readonly ky: string; readonly ru: string };
}

/** How long what is kept, what ends when, and what must stay whatever its age (P573-27e, P573-27f): counts only. */
export function retentionRoutes(router: Router, { clients, pages }: Site): void {
  router.get('/retention', (request, response) => show(request, response, {}, []));

  router.post('/retention/holds', async (request, response) => {
    const posted = postedFields(request.body);
    const body = { reference: one(posted, 'reference'), reason: one(posted, 'reason') };
    const wrong = missing(posted);
    if (wrong.length === 0) {
      try {
        await clients.applications(staffIn(request).principal).POST('/retention/holds', { body });
        response.redirect(303, '/retention?done=held');
        return;
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 404) throw error;
        wrong.push(unknown);
      }
    }
    await show(request, response, posted, wrong);
  });

  router.post('/retention/holds/:id/lift', async (request: Request<{ id: string }>, response) => {
    const path = { id: request.params.id };
    try {
      await clients
        .applications(staffIn(request).principal)
        .DELETE('/retention/holds/{id}', { params: { path } });
    } catch (error) {
      // Lifted in another window already.
      if (!(error instanceof Problem) || error.status !== 404) throw error;
    }
    response.redirect(303, '/retention?done=lifted');
  });

  async function show(
    request: Request,
    response: Response,
    posted: Fields,
    wrong: readonly Wrong[],
  ): Promise<void> {
    const kept = dataOf(await clients.applications(staffIn(request).principal).GET('/retention'));
    const model = {
      ...kept,
      fields: fieldViews({ fields, errors: wrong, typed: (address) => one(posted, address) }),
      errors: wrong.map((error) => ({ error, href: `#${fieldId(error.field)}` })),
      done: asked(request.query, 'done'),
    };
    pages.render(response, 'operator/retention/retention.njk', model, wrong.length > 0 ? 422 : 200);
  }
}

const unknown: Wrong = {
  field: 'reference',
  what: { ky: 'Мындай номердеги арыз жок.', ru: 'Заявления с таким номером нет.' },
  mend: { ky: 'Номерди арыздан көчүрүп жазыңыз.', ru: 'Перепишите номер из заявления.' },
};

function missing(posted: Fields): Wrong[] {
  return fields
    .filter(({ id }) => one(posted, id) === '')
    .map(({ id, label }) => ({
      field: id,
      what: { ky: `«${label.ky}» жазылган эмес.`, ru: `«${label.ru}»: не заполнено.` },
      mend: { ky: 'Бул талааны толтуруңуз.', ru: 'Заполните это поле.' },
    }));
}
