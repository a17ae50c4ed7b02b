import { fileURLToPath } from 'node:url';
import { formatSom } from '@kyzmat/money';
import { createPages, mergeTexts, type Pages } from '@kyzmat/web';
import { formatLocal } from '@kyzmat/working-time';
import { clockTexts } from './clock/texts.ts';
import { eMessageTexts } from './e-message/texts.ts';
import { ePaymentTexts } from './e-payment/texts.ts';
import { edmsTexts } from './edms/texts.ts';
import { esiTexts } from './esi/texts.ts';
import { homeTexts } from './home/texts.ts';
import { keyCarrierTexts } from './key-carrier/texts.ts';
import { mailTexts } from './mail/texts.ts';

export const sandboxTexts = mergeTexts(
  homeTexts,
  clockTexts,
  eMessageTexts,
  ePaymentTexts,
  edmsTexts,
  esiTexts,
  keyCarrierTexts,
  mailTexts,
);

/** Pages of all stand-ins: marked on every page as no real system. */
export function sandboxPages(): Pages {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return createPages({
    templateDirs: [here],
    texts: sandboxTexts,
    kind: 'sandbox',
    name: { ky: 'Сыноо стенди', ru: 'Тестовый стенд' },
    demo: true,
    formats: (lang) => ({
      moment: (value) => formatLocal(String(value), lang, 'Asia/Bishkek'),
      som: (value) => formatSom(Number(value), lang === 'ky' ? 'ky' : 'ru'),
    }),
  });
}
