import { inLanguage } from '../texts.ts';
import { drawFeet, drawHead, drawHeading, drawTitle } from './frame.ts';
import type { RequestCopy, Row, SigningCertificate } from './input.ts';
import { colours, contentWidth, paper, styles } from './look.ts';
import { identifierRow } from './person.ts';
import { said } from './said.ts';
import { Sheet } from './sheet.ts';
import { drawFacts } from './table.ts';
import { words } from './words.ts';

export const drawRequestCopy = async (copy: RequestCopy): Promise<Uint8Array> => {
  const sheet = new Sheet({
    title: `${inLanguage(words.requestCopy, copy.languages[0])}: ${inLanguage(copy.service, copy.languages[0])}`,
    languages: copy.languages,
    createdAt: copy.createdAt,
    text: JSON.stringify(copy),
  });
  drawHead(sheet);
  drawTitle(sheet, copy.service, words.requestCopy);
  drawState(sheet, copy);
  drawFacts(sheet, [
    ...stateRows(copy),
    { label: words.provider, value: copy.provider },
    { label: words.applicant, value: copy.applicant.name },
    identifierRow(copy.applicant.identifier),
  ]);
  for (const group of copy.groups) {
    sheet.y += 24;
    drawHeading(sheet, group.title);
    drawFacts(sheet, group.rows);
  }
  drawAttachments(sheet, copy.attachments);
  if (copy.state.kind === 'draft') drawFeet(sheet, copy.service, words.draft);
  else drawFeet(sheet, copy.state.reference);
  return sheet.finish();
};

const stateRows = ({ state }: RequestCopy): readonly Row[] =>
  state.kind === 'draft'
    ? [{ label: words.savedOn, value: state.savedOn }]
    : [
        { label: words.reference, value: state.reference },
        { label: words.submittedOn, value: state.submittedOn },
        { label: words.signedWith, value: words[state.signature] },
        ...certificateRows(state.certificate),
      ];

const certificateRows = (certificate: SigningCertificate | undefined): readonly Row[] =>
  certificate === undefined
    ? []
    : [
        { label: words.certificateHolder, value: certificate.holder },
        { label: words.certificateNumber, value: certificate.serialNumber },
        { label: words.certificateIssuer, value: certificate.issuer },
        { label: words.signedOn, value: certificate.signedOn },
      ];

/** A band that says first of all whether this was sent: a word and a colour, never the colour alone. */
const drawState = (sheet: Sheet, { state }: RequestCopy): void => {
  const draft = state.kind === 'draft';
  const ink = draft ? colours.wait : colours.done;
  const inset = 14;
  const pieces = [
    ...said(sheet, draft ? words.draft : words.submitted, sheet.root, [
      { ...styles.large, colour: ink },
      { ...styles.value, colour: ink },
    ]),
    ...(draft ? said(sheet, words.draftMeaning, sheet.root, [styles.label, styles.label], 'P', 4) : []),
  ];
  const column = { x: paper.left + inset + 3, width: contentWidth - inset * 2 - 3, pieces };
  const height = sheet.heightOf([column]) + inset * 2;
  const top = sheet.y;
  sheet.ornament((doc) => {
    doc.rect(paper.left, top, contentWidth, height).fill(draft ? colours.waitGround : colours.doneGround);
    doc.rect(paper.left, top, 3, height).fill(ink);
  });
  sheet.y += inset;
  sheet.row([column]);
  sheet.y = top + height + 18;
};

const drawAttachments = (sheet: Sheet, attachments: readonly string[]): void => {
  if (attachments.length === 0) return;
  sheet.y += 24;
  drawHeading(sheet, words.attachments, 30);
  const list = sheet.element('L');
  for (const name of attachments) {
    const item = sheet.element('LI', list);
    const mark = { words: '•', style: styles.body, element: sheet.element('Lbl', item), tag: 'Lbl' };
    const text = { words: name, style: styles.body, element: sheet.element('LBody', item), tag: 'LBody' };
    sheet.row([
      { x: paper.left, width: 12, pieces: [mark] },
      { x: paper.left + 14, width: contentWidth - 14, pieces: [text] },
    ]);
  }
};
