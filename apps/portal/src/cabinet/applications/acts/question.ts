import type { FieldError } from '@kyzmat/forms';
import { notFound, Problem } from '@kyzmat/http';
import { one, type Fields } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import { messageOf } from '../../../site/problems.ts';
import type { Site } from '../../../site/site.ts';
import { readPosted, type Posted } from '../../posted.ts';
import { addressOf, base, give } from '../command.ts';
import { loadApplication, type ApplicationView } from '../load.ts';

type Asked = Request<{ id: string; question: string }>;

/** Places for files in the answer; each is a field of its own, so that it works without script. */
const places = ['file1', 'file2', 'file3'] as const;
const mostLetters = 4000;

interface Told {
  readonly posted?: Fields;
  readonly errors?: readonly FieldError[];
  readonly refilled?: boolean;
}

/** The answer to a provider's question: words, and files when they are needed. */
export function questionRoutes(web: Express, site: Site): void {
  const { pages, kept } = site;
  const address = `${base}/questions/:question`;

  web.get(address, async (request, response) => {
    const application = await loadApplication(site, request, response);
    const again = await kept.take(request, response);
    ask(request, response, application, again === undefined ? {} : { posted: again, refilled: true });
  });

  web.post(address, async (request, response) => {
    const { fields, refused } = await readAnswer(site, request);
    const application = await loadApplication(site, request, response);
    const { question: clarificationId } = request.params;
    if (!isOpen(application, clarificationId)) {
      // Pressed twice, or answered in another window: the answer that came first stands.
      ask(request, response, application, {});
      return;
    }
    const removed = one(fields, '_remove');
    const posted = removed === '' ? fields : without(fields, removed);
    const errors = [...wrongIn(one(posted, 'answer').trim()), ...refused];
    if (removed !== '' || errors.length > 0) {
      ask(request, response, application, { posted, errors: removed === '' ? errors : refused }, 422);
      return;
    }
    const answer = one(posted, 'answer').trim();
    const attachmentIds = places.map((place) => one(posted, `${place}.fileId`)).filter((id) => id !== '');
    try {
      const command = { type: 'answer_clarification', clarificationId, answer, attachmentIds };
      await give(site, request, application.version, command);
    } catch (error) {
      if (!(error instanceof Problem) || ![409, 422].includes(error.status)) throw error;
      const now = await loadApplication(site, request, response);
      if (isOpen(now, clarificationId) && now.actions.includes('answer_clarification')) {
        ask(request, response, now, { posted, errors: saidBy(error) }, error.status);
        return;
      }
    }
    response.redirect(303, addressOf(application));
  });

  function ask(
    request: Asked,
    response: Response,
    application: ApplicationView,
    { posted = {}, errors = [], refilled = false }: Told,
    status = 200,
  ): void {
    const clarification = application.clarifications.find(({ id }) => id === request.params.question);
    if (clarification === undefined) throw notFound('No such question.');
    if (clarification.answer !== undefined) {
      response.redirect(303, addressOf(application));
      return;
    }
    const files = places.map((name) => {
      const [id, fileName] = [one(posted, `${name}.fileId`), one(posted, `${name}.name`)];
      const given = id === '' ? {} : { given: { id, name: fileName } };
      return { name, errors: errors.filter(({ field }) => field === name), ...given };
    });
    const view = {
      application,
      base: addressOf(application),
      clarification,
      files,
      typed: one(posted, 'answer'),
      refilled,
      answerErrors: errors.filter(({ field }) => field === 'answer'),
      errors: errors.map((error) => ({ error, href: `#f-${error.field}` })),
    };
    pages.render(response, 'cabinet/applications/acts/question.njk', view, status);
  }
}

/** The page shows a file it holds by its name. */
function readAnswer(site: Site, request: Asked): Promise<Posted> {
  const folder = `/applications/${encodeURIComponent(request.params.id)}/files`;
  return readPosted(site, request, folder, ({ field, fileId, name }) => ({
    [`${field}.fileId`]: fileId,
    [`${field}.name`]: name,
  }));
}

function without(fields: Fields, place: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith(`${place}.`)));
}

function isOpen({ clarifications }: ApplicationView, question: string): boolean {
  return clarifications.some(({ id, answer }) => id === question && answer === undefined);
}

function wrongIn(answer: string): FieldError[] {
  if (answer === '') return [{ field: 'answer', code: 'empty', ...wrongAnswers.empty }];
  return answer.length > mostLetters ? [{ field: 'answer', code: 'long', ...wrongAnswers.long }] : [];
}

/** A file that is still looked at, or that is bad; a change meanwhile needs no words, the page is as it is now. */
function saidBy(error: Problem): FieldError[] {
  const what = messageOf(error);
  if (error.status === 409 || what === undefined) return [];
  return [{ field: 'file1', code: error.code, what, mend: wrongAnswers.file }];
}

const wrongAnswers = {
  empty: {
    what: { ky: 'Жооп жазылган эмес.', ru: 'Ответ не написан.', en: 'No answer is written.' },
    mend: {
      ky: 'Суроого кыскача жооп жазыңыз.',
      ru: 'Коротко ответьте на вопрос.',
      en: 'Answer the question briefly.',
    },
  },
  long: {
    what: { ky: 'Жооп өтө узун.', ru: 'Ответ слишком длинный.', en: 'The answer is too long.' },
    mend: {
      ky: '4000 белгиден ашырбай кыскартыңыз.',
      ru: 'Сократите его до 4000 знаков.',
      en: 'Shorten it to 4000 characters.',
    },
  },
  file: {
    ky: 'Бир аздан кийин кайра жөнөтүңүз же файлды алып салыңыз.',
    ru: 'Отправьте снова чуть позже или уберите файл.',
    en: 'Send it again a little later, or take the file out.',
  },
};
