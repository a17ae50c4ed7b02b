import type { Applications } from '@kyzmat/contracts';
import { dataOf, Problem } from '@kyzmat/http';
import { one, postedFields } from '@kyzmat/web';
import { isUpload } from '@kyzmat/web-session';
import type { Express, Response } from 'express';
import type { Site } from '../site/site.ts';
import { readUpload, type GivenUpload } from '../site/upload.ts';

type Verification = Applications['Verification'];

const kinds: Readonly<Record<Verification['outcome'], 'done' | 'error' | 'attention'>> = {
  valid: 'done',
  changed: 'error',
  foreign_signature: 'error',
  revoked: 'error',
  unknown: 'attention',
};

/** P573-D4: anybody can check a document of the portal, by the code on it or by the file itself. */
export function verifyRoutes(web: Express, site: Pick<Site, 'pages' | 'clients' | 'kit' | 'config'>): void {
  const { pages, clients, kit, config } = site;
  const applications = clients.applications(kit.self);

  const ask = (response: Response, view: object = {}, status = 200): void => {
    pages.render(response, 'verify/verify.njk', { errors: [], ...view }, status);
  };
  const show = (response: Response, verification: Verification): void => {
    pages.render(response, 'verify/outcome.njk', { verification, kind: kinds[verification.outcome] });
  };

  web.get('/verify', (_request, response) => ask(response));

  web.get('/verify/:code', async (request, response) => {
    const code = tidy(request.params.code);
    if (code === '') {
      show(response, { outcome: 'unknown' });
      return;
    }
    show(response, dataOf(await applications.GET('/verifications/{code}', { params: { path: { code } } })));
  });

  web.post('/verify', async (request, response) => {
    if (!isUpload(request)) {
      const code = tidy(one(postedFields(request.body), 'code'));
      if (code === '') ask(response, wrong('code', noCode), 422);
      else response.redirect(303, `/verify/${code}`);
      return;
    }
    let verification: Verification | undefined;
    await readUpload(request, async (_name, file) => {
      try {
        const answer = await clients.files(kit.self)(
          new Request(`${config.applications}/verifications`, {
            method: 'POST',
            // A result is a document, or information as a file for machines (P573-33b).
            headers: { 'Content-Type': isPdf(file) ? 'application/pdf' : 'application/octet-stream' },
            body: ReadableStream.from(file.content),
            duplex: 'half',
          }),
        );
        verification = verificationOf(await answer.json());
        return {};
      } finally {
        file.content.resume();
      }
    });
    if (verification === undefined) ask(response, wrong('document', noFile), 422);
    else show(response, verification);
  });
}

function isPdf({ name, type }: GivenUpload): boolean {
  return type === 'application/pdf' || name.toLowerCase().endsWith('.pdf');
}

function verificationOf(answer: unknown): Verification {
  if (!isVerification(answer)) throw new Problem(502, 'unreadable_answer');
  return answer;
}

/** The rest of it is only shown; the outcome is what the page turns on. */
function isVerification(answer: unknown): answer is Verification {
  if (typeof answer !== 'object' || answer === null || !('outcome' in answer)) return false;
  return typeof answer.outcome === 'string' && Object.hasOwn(kinds, answer.outcome);
}

interface Wrong {
  readonly what: { readonly ky: string; readonly ru: string; readonly en: string };
  readonly mend: { readonly ky: string; readonly ru: string; readonly en: string };
}
const noCode: Wrong = {
  what: { ky: 'Код жазылган эмес.', ru: 'Код не введён.', en: 'No code was typed.' },
  mend: {
    ky: 'Документтин астындагы кодду жазыңыз.',
    ru: 'Введите код, напечатанный внизу документа.',
    en: 'Type the code printed at the foot of the document.',
  },
};
const noFile: Wrong = {
  what: { ky: 'Файл тандалган эмес.', ru: 'Файл не выбран.', en: 'No file was chosen.' },
  mend: {
    ky: 'PDF же JSON файлды тандаңыз.',
    ru: 'Выберите файл PDF или JSON.',
    en: 'Choose the PDF or JSON file.',
  },
};

function wrong(name: string, error: Wrong): object {
  return { errors: [{ error, href: `#f-${name}` }], errorAt: name, error };
}

/** A code as it is typed from paper: blanks are forgiven, letters are capitals. */
function tidy(code: string): string {
  const typed = code.replaceAll(/[\s–—]/gu, '').slice(0, 80);
  return /^[A-Za-z0-9._:~-]+$/u.test(typed) ? typed : '';
}
