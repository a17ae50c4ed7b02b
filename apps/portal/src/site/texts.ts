import { mergeTexts, type TextBook } from '@kyzmat/web';
import { contactTexts } from '../account/contact/texts.ts';
import { consentTexts } from '../account/consents/texts.ts';
import { powerTexts } from '../account/powers/texts.ts';
import { securityTexts } from '../account/security/texts.ts';
import { signInTexts } from '../account/sign-ins/texts.ts';
import { accountTexts } from '../account/texts.ts';
import { authTexts } from '../auth/texts.ts';
import { actTexts } from '../cabinet/applications/acts/texts.ts';
import { afterTexts } from '../cabinet/applications/after/texts.ts';
import { applicationTexts } from '../cabinet/applications/texts.ts';
import { draftTexts } from '../cabinet/drafts/texts.ts';
import { noticeTexts } from '../cabinet/notices/texts.ts';
import { cabinetTexts } from '../cabinet/texts.ts';
import { helpTexts } from '../help/texts.ts';
import { homeTexts } from '../home/texts.ts';
import { deleteTexts } from '../my-data/delete/texts.ts';
import { myDataTexts } from '../my-data/texts.ts';
import { serviceTexts } from '../services/texts.ts';
import { verifyTexts } from '../verify/texts.ts';
import { worksTexts } from '../works/texts.ts';

const siteTexts = {
  'site.services': { ky: 'Кызматтар', ru: 'Услуги', en: 'Services' },
  'site.verify': { ky: 'Документти текшерүү', ru: 'Проверить документ', en: 'Check a document' },
  'site.cabinet': { ky: 'Менин арыздарым', ru: 'Мои заявления', en: 'My applications' },
  'site.home': { ky: 'Башкы бет', ru: 'Главная', en: 'Home' },
  'site.refused.title': {
    ky: 'Бул азыр мүмкүн эмес',
    ru: 'Сейчас это невозможно',
    en: 'This is not possible now',
  },
  'site.refused.safe': {
    ky: 'Сакталган маалыматыңыздан эч нерсе жоголгон жок.',
    ru: 'Из сохранённого ничего не потеряно.',
    en: 'Nothing you saved is lost.',
  },
  'site.print': {
    ky: 'Бул баракты басып чыгарса болот: браузериңиздин «Басып чыгаруу» буйругун колдонуңуз.',
    ru: 'Эту страницу можно распечатать: команда «Печать» в браузере.',
    en: 'You can print this page with your browser’s Print command.',
  },
} satisfies TextBook;

/** Every text of the portal by key. */
export const portalTexts = mergeTexts(
  siteTexts,
  worksTexts,
  authTexts,
  accountTexts,
  contactTexts,
  consentTexts,
  signInTexts,
  securityTexts,
  powerTexts,
  helpTexts,
  homeTexts,
  serviceTexts,
  cabinetTexts,
  draftTexts,
  applicationTexts,
  actTexts,
  afterTexts,
  noticeTexts,
  myDataTexts,
  deleteTexts,
  verifyTexts,
);
