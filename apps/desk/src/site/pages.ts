import { fileURLToPath } from 'node:url';
import { createPages, mergeTexts, type Pages } from '@kyzmat/web';
import { actTexts } from '../applications/acts/texts.ts';
import { applicationTexts } from '../applications/texts.ts';
import type { DeskConfig } from '../config.ts';
import { breachTexts } from '../breaches/texts.ts';
import { suggestionTexts } from '../suggestions/texts.ts';
import { inboxTexts } from '../inbox/texts.ts';
import { changeTexts } from '../changes/texts.ts';
import { failureTexts } from '../operator/failures/texts.ts';
import { incidentTexts } from '../operator/incidents/texts.ts';
import { operatorTexts } from '../operator/texts.ts';
import { supportTexts } from '../operator/support/texts.ts';
import { worksTexts } from '../operator/works/texts.ts';
import { outageTextBook } from '../outages/texts.ts';
import { staffTexts } from '../staff/texts.ts';
import { formatsOf } from './formats.ts';

export const deskTexts = mergeTexts(
  staffTexts,
  inboxTexts,
  applicationTexts,
  actTexts,
  operatorTexts,
  breachTexts,
  suggestionTexts,
  failureTexts,
  changeTexts,
  incidentTexts,
  supportTexts,
  worksTexts,
  outageTextBook,
);

export function deskPages(config: Pick<DeskConfig, 'demoClockUrl'>): Pages {
  return createPages({
    templateDirs: [fileURLToPath(new URL('..', import.meta.url))],
    texts: deskTexts,
    kind: 'desk',
    name: { ky: 'Кызматкердин бөлмөсү', ru: 'Кабинет сотрудника' },
    demo: config.demoClockUrl !== undefined,
    formats: formatsOf,
  });
}
