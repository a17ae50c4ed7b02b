import { createHash, randomBytes } from 'node:crypto';
import { instant } from '@kyzmat/clock';
import { Problem } from '@kyzmat/http';
import { ownWork, type Kit, type OwnWorkOf } from '@kyzmat/kit';
import { DependencyDown } from '@kyzmat/store';
import mongoose from 'mongoose';
import { systemActor } from '../acts/actor.ts';
import type { CarryOut } from '../acts/carry-out.ts';
import { makeResult, type MakeResult } from '../acts/make-result.ts';
import type { Calendars } from '../calendars/calendars.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ApplicationDocument } from '../state/application.ts';
import { readableCode } from '../state/codes.ts';
import type { Applications } from '../state/store.ts';
import { resultDocument } from './draw.ts';
import { makeInformation } from './information.ts';
import type { IssuedDocument, IssuedDocuments, IssuedPdf } from './issued.ts';
import type { Signing } from './signing.ts';

interface MakeParts {
  readonly kit: Kit;
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
  readonly signing: Signing;
  readonly issued: IssuedDocuments;
  /** The public page where a document is checked; the code is put after it. */
  readonly verifyUrl: string;
}

/** Sixty random bits, and a check character when written. */
const codeLength = 12;
const codeBytes = 8;
const askAgainMs = 2_000;

/**
 * Makes, has signed and gives the result of a positive decision (P573-33a). Whatever part was done before a crash is
 * found again: the stored document is the only one an application ever gets, and completing twice changes nothing.
 */
export function resultWork(
  parts: MakeParts,
  later: () => { readonly applications: Applications; readonly carryOut: CarryOut },
): OwnWorkOf<MakeResult> {
  const { issued } = parts;
  return ownWork<MakeResult>(
    parts.kit,
    makeResult,
    async (order) => {
      const { applications, carryOut } = later();
      const application = await applications.documents.findOne({ _id: order.applicationId });
      if (application?.state.stage !== 'approved') return;
      try {
        const document =
          (await issued.ofApplication(application._id)) ??
          (await issued.keep(await make(parts, application, order)));
        await carryOut({
          applicationId: application._id,
          actor: order.actor,
          command: {
            type: 'complete',
            result: {
              form: application.state.resultForm,
              documentId: document.code,
              documentHash: document.sha256,
              ...('signer' in document && { signedBy: document.signer.id }),
            },
          },
        });
      } catch (error) {
        if (!isSignerLost(error)) throw away(error);
        // Nobody would ever sign it: the executor chooses another signer, and the user sees why it takes longer.
        await carryOut({
          applicationId: application._id,
          actor: systemActor(parts.kit),
          command: { type: 'return_to_work', reason: 'signer_lost' },
        });
      }
    },
    { concurrency: 2 },
  );
}

type Order = Pick<MakeResult, 'decision' | 'signerId'>;

/** The result in the form the user chose, with what the register says of it. */
async function make(
  parts: MakeParts,
  application: ApplicationDocument,
  order: Order,
): Promise<IssuedDocument> {
  if (application.state.resultForm === 'signed_document') return makeDocument(parts, application, order);
  const { serviceCode, serviceVersion, providerId } = application.state;
  const [service, { zone }] = await Promise.all([
    parts.catalogue.version(serviceCode, serviceVersion),
    parts.calendars.current(),
  ]);
  const { decision } = order;
  const { verifyUrl, signing } = parts;
  const { at, code } = newCode(parts);
  return makeInformation({ application, service, decision, verifyUrl, zone, at, code }, (content) =>
    signing.seal(content, providerId, at),
  );
}

/** The document, drawn and signed. */
async function makeDocument(
  parts: MakeParts,
  application: ApplicationDocument,
  order: Order,
): Promise<IssuedPdf> {
  const { _id, state } = application;
  const { service, signer, at, code, drawn } = await draw(parts, application, order);
  const pdf = await parts.signing.sign(drawn, state.providerId, signer, at);
  const { ky, ru } = service.definition.service.title;
  return {
    _id,
    code,
    sha256: createHash('sha256').update(pdf).digest('hex'),
    issuedAt: at,
    reference: state.reference,
    serviceTitle: { ky, ru },
    providerName: service.providerName,
    signer: { id: signer.id, name: signer.name },
    pdf: new mongoose.mongo.Binary(pdf),
  };
}

async function draw(parts: MakeParts, application: ApplicationDocument, { decision, signerId = '' }: Order) {
  const { catalogue, calendars, signing, verifyUrl } = parts;
  const { serviceCode, serviceVersion, providerId } = application.state;
  const [service, { zone }, signer, { renderResult }] = await Promise.all([
    catalogue.version(serviceCode, serviceVersion),
    calendars.current(),
    signing.signerOf(providerId, signerId),
    import('@kyzmat/documents'),
  ]);
  const { at, code } = newCode(parts);
  const input = { application, service, decision, signer, code, at, zone, verifyUrl };
  return { service, signer, at, code, drawn: await renderResult(resultDocument(input)) };
}

function newCode({ kit }: MakeParts): { readonly at: string; readonly code: string } {
  return { at: instant(kit.clock), code: readableCode(randomBytes(codeBytes), codeLength) };
}

/** Draws the document once for nothing, so that a decision whose result could never be made is refused at once. */
export type Trial = (applicationId: string, order: Order) => Promise<void>;

export function openTrial(parts: MakeParts, applications: Applications): Trial {
  return async (applicationId, order) => {
    const application = await applications.documents.findOne({ _id: applicationId });
    // Where no decision is due, the lifecycle says so better.
    if (application?.state.stage !== 'in_progress' || application.state.resultForm === 'information') return;
    try {
      await draw(parts, application, order);
    } catch (error) {
      const { DocumentRefused } = await import('@kyzmat/documents');
      throw error instanceof DocumentRefused ? cannotBeDrawn(error.code) : error;
    }
  };
}

function cannotBeDrawn(reason: string): Problem {
  return new Problem(422, 'result_not_drawable', `The result cannot be drawn: ${reason}`, {
    message: {
      ky: 'Чечимдин текстинде документке басылбай турган белги бар (мисалы, сүрөтчө). Аны алып салыңыз.',
      ru: 'В тексте решения есть знак, который нельзя напечатать в документе (например, значок). Уберите его.',
    },
  });
}

/** The person named may not sign any more, or never could. */
function isSignerLost(error: unknown): boolean {
  return error instanceof Problem && error.code === 'not_a_signer';
}

/** A neighbour that does not answer is no failed attempt: it is asked again soon. */
function away(error: unknown): unknown {
  if (!(error instanceof Problem) || error.status < 500) return error;
  return new DependencyDown(error.message, { cause: error, retryAfterMs: askAgainMs });
}
