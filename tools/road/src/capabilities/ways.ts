import type { TestBrowser } from '@kyzmat/testing';
import type { BrowserContext } from 'playwright-core';
import { axeFindsNothing, fitsTheScreen, saysNothingInCode, type Check } from '../travellers.ts';

/** A way to use the portal. What the law promises must be there on each. */
export interface Way {
  readonly name: string;
  readonly person: 'aigul' | 'bakyt';
  readonly phone: string;
  readonly hasScript: boolean;
  readonly checks: readonly Check[];
  /** What pages say in the language of this way. */
  readonly says: Sayings;
  open(browser: TestBrowser): Promise<BrowserContext>;
}

interface Sayings {
  /** Price, term and procedure of the service. */
  readonly service: readonly string[];
  /** Beside an answer that came from an earlier application. */
  readonly taken: string;
  readonly genuine: string;
  readonly changed: string;
  readonly provider: string;
  /** Who used the data, and for what. */
  readonly use: readonly string[];
}

export const ways: readonly Way[] = [
  {
    name: 'with script, on a desktop, in Kyrgyz',
    person: 'aigul',
    phone: '+996700000001',
    hasScript: true,
    checks: [axeFindsNothing, fitsTheScreen, saysNothingInCode],
    says: {
      service: ['Акысыз', '2 жумуш күн', 'Реестр арызды каттап, даректи текшерет.'],
      taken: 'арызыңыздан алынды',
      genuine: 'Документ чыныгы',
      changed: 'Документ өзгөртүлгөн',
      provider: 'Калктын мамлекеттик реестри',
      use: ['Арызды ачты', 'мекеменин кызматкери', 'арыздагы жооптор'],
    },
    open: (browser) => browser.desktop({ locale: 'ky' }),
  },
  {
    name: 'without script, on a small phone, in Russian',
    person: 'bakyt',
    phone: '+996700000002',
    hasScript: false,
    checks: [fitsTheScreen, saysNothingInCode],
    says: {
      service: ['Бесплатно', '2 рабочих дня', 'Реестр регистрирует заявление и сверяет адрес.'],
      taken: 'Взято из вашего заявления',
      genuine: 'Документ подлинный',
      changed: 'Документ изменён',
      provider: 'Государственный реестр населения',
      use: ['Заявление открыто', 'сотрудник учреждения', 'ответы в заявлении'],
    },
    open: (browser) => browser.noScript({ locale: 'ru' }),
  },
];
