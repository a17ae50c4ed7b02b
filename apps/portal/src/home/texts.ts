import type { TextBook } from '@kyzmat/web';

export const homeTexts = {
  'home.title': { ky: 'Мамлекеттик кызматтар', ru: 'Государственные услуги', en: 'Government services' },
  'home.sentence': {
    ky: 'Мамлекеттик кызматты үйдөн чыкпай алыңыз',
    ru: 'Государственные услуги, не выходя из дома',
    en: 'Government services without leaving home',
  },
  'home.search': { ky: 'Сизге эмне керек?', ru: 'Что вам нужно?', en: 'What do you need?' },
  'home.search.hint': {
    ky: 'Мисалы: маалымкат, жашаган жер, лицензия',
    ru: 'Например: справка, место жительства, лицензия',
    en: 'For example: certificate, residence, licence',
  },
  'home.most-asked': { ky: 'Көп суралган кызматтар', ru: 'Часто спрашивают', en: 'Most asked for' },
  'home.all-services': { ky: 'Бардык кызматтар', ru: 'Все услуги', en: 'All services' },
  'home.all-mine': { ky: 'Бардык арыздарым', ru: 'Все мои заявления', en: 'All my applications' },
} satisfies TextBook;
