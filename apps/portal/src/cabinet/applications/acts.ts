import { notFound, Problem } from '@kyzmat/http';
import type { Express, Request, Response } from 'express';
import { one, postedFields } from '@kyzmat/web';
import { principalOf } from '../../auth/user.ts';
import type { Site } from '../../site/site.ts';
import { loadApplication, type ApplicationView } from './load.ts';

/** What the person can do with a sent application: answer a question, withdraw it. */
export function actRoutes(web: Express, site: Site): void {
  const { pages, clients, kept } = site;
  const base = '/cabinet/applications/:id';

  const give = async (
    request: Request<{ id: string }>,
    version: number,
    command: { type: string; [member: string]: unknown },
  ): Promise<void> => {
    const params = { path: { id: request.params.id } };
    await clients
      .applications(principalOf(request))
      .POST('/applications/{id}/commands', { params, body: { version, command } });
  };

  web.get(`${base}/withdraw`, async (request, response) => {
    const application = await loadApplication(site, request, response);
    if (application.actions.includes('withdraw')) {
      pages.render(response, 'cabinet/applications/withdraw.njk', {
        application,
        base: addressOf(application),
      });
    } else response.redirect(303, addressOf(application));
  });
  web.post(`${base}/withdraw`, async (request, response) => {
    const version = Number(one(postedFields(request.body), 'version'));
    if (!Number.isSafeInteger(version)) throw notFound('No version was posted.');
    try {
      await give(request, version, { type: 'withdraw' });
    } catch (error) {
      // Something has happened to it meanwhile: the person looks at that before deciding again.
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      const application = await loadApplication(site, request, response);
      const view = { application, base: addressOf(application), changed: true };
      if (application.actions.includes('withdraw')) {
        pages.render(response, 'cabinet/applications/withdraw.njk', view, 409);
        return;
      }
    }
    response.redirect(303, `/cabinet/applications/${request.params.id}`);
  });

  const question = `${base}/questions/:question`;
  web.get(question, async (request, response) => {
    const application = await loadApplication(site, request, response);
    const again = await kept.take(request, response);
    const typed = again === undefined ? undefined : one(again, 'answer');
    askAgain(request, response, application, { refilled: again !== undefined, ...(typed && { typed }) });
  });
  web.post(question, async (request, response) => {
    const typed = one(postedFields(request.body), 'answer').trim();
    const application = await loadApplication(site, request, response);
    if (typed === '' || typed.length > mostLetters) {
      askAgain(request, response, application, { typed, wrong: typed === '' ? 'empty' : 'long' }, 422);
      return;
    }
    const { question: clarificationId } = request.params;
    const command = { type: 'answer_clarification', clarificationId, answer: typed, attachmentIds: [] };
    try {
      if (isOpen(application, clarificationId)) await give(request, application.version, command);
    } catch (error) {
      // Pressed twice, or answered in another window: the answer that came first stands.
      if (!(error instanceof Problem) || ![409, 422].includes(error.status)) throw error;
      const now = await loadApplication(site, request, response);
      if (isOpen(now, clarificationId) && now.actions.includes('answer_clarification')) {
        askAgain(request, response, now, { typed }, 409);
        return;
      }
    }
    response.redirect(303, addressOf(application));
  });

  interface Asked {
    readonly typed?: string;
    readonly wrong?: keyof typeof wrongAnswers;
    readonly refilled?: boolean;
  }

  function askAgain(
    request: Request<{ id: string; question: string }>,
    response: Response,
    application: ApplicationView,
    asked: Asked,
    status = 200,
  ): void {
    const { question: id } = request.params;
    const clarification = application.clarifications.find((each) => each.id === id);
    if (clarification === undefined) throw notFound('No such question.');
    if (clarification.answer !== undefined) {
      response.redirect(303, addressOf(application));
      return;
    }
    const error = asked.wrong === undefined ? undefined : wrongAnswers[asked.wrong];
    const errors = error === undefined ? [] : [{ error, href: '#f-answer' }];
    const view = { application, base: addressOf(application), clarification, error, errors, ...asked };
    pages.render(response, 'cabinet/applications/question.njk', view, status);
  }
}

const mostLetters = 4000;
const wrongAnswers = {
  empty: {
    what: { ky: 'Жооп жазылган эмес.', ru: 'Ответ не написан.' },
    mend: { ky: 'Суроого кыскача жооп жазыңыз.', ru: 'Коротко ответьте на вопрос.' },
  },
  long: {
    what: { ky: 'Жооп өтө узун.', ru: 'Ответ слишком длинный.' },
    mend: { ky: '4000 белгиден ашырбай кыскартыңыз.', ru: 'Сократите его до 4000 знаков.' },
  },
};

function isOpen({ clarifications }: ApplicationView, question: string): boolean {
  return clarifications.some(({ id, answer }) => id === question && answer === undefined);
}

function addressOf({ id }: ApplicationView): string {
  return `/cabinet/applications/${id}`;
}
