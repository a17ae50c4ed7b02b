import type { TextBook } from '@kyzmat/web';

export const suggestionTexts = {
  'suggestions.title': { ky: 'Сунуштар', ru: 'Предложения' },
  'suggestions.lead': {
    ky: 'Колдонуучулар кызматты кантип жакшыртууну сунуштайт. Алардын аты-жөнү көрсөтүлбөйт.',
    ru: 'Как пользователи предлагают улучшить услуги. Кто они, не показывается.',
  },
  'suggestions.stars': { ky: 'баасы: 5тен {stars}', ru: 'оценка: {stars} из 5' },
  'suggestions.next': { ky: 'Мурункулары', ru: 'Более ранние' },
  'suggestions.empty.title': { ky: 'Сунуш азырынча жок', ru: 'Предложений пока нет' },
  'suggestions.empty.text': {
    ky: 'Колдонуучу кызматты баалаганда сунуш жазса, ал ушул жерден көрүнөт.',
    ru: 'Они появятся здесь, когда пользователи оценят услуги.',
  },
} satisfies TextBook;
