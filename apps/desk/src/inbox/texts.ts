import type { TextBook } from '@kyzmat/web';

export const inboxTexts = {
  'inbox.title': { ky: 'Арыздар', ru: 'Заявления' },
  'inbox.caption': {
    ky: 'Мөөнөтү эң жакыны үстүндө',
    ru: 'Сверху то, чей срок ближе',
  },
  'inbox.reference': { ky: 'Арыздын номери', ru: 'Номер заявления' },
  'inbox.clock': { ky: 'Калган убакыт', ru: 'Осталось' },
  'inbox.due': { ky: 'Мөөнөтү', ru: 'Срок' },
  'inbox.what': { ky: 'Эмне кылуу керек', ru: 'Что нужно сделать' },
  'inbox.stage': { ky: 'Абалы', ru: 'Стадия' },
  'inbox.service': { ky: 'Кызмат', ru: 'Услуга' },
  'inbox.executor': { ky: 'Аткаруучу', ru: 'Исполнитель' },
  'inbox.any': { ky: 'Баары', ru: 'Все' },
  'inbox.empty.title': { ky: 'Арыз жок', ru: 'Заявлений нет' },
  'inbox.empty.text': {
    ky: 'Жаңы арыз келгенде ушул жерде чыгат.',
    ru: 'Новое заявление появится здесь, как только поступит.',
  },
  'inbox.none.title': { ky: 'Мындай арыз табылган жок', ru: 'Таких заявлений не нашлось' },
  'inbox.none.text': {
    ky: 'Тандоону өзгөртүп көрүңүз же баарын көрсөтүңүз.',
    ru: 'Измените отбор или покажите все.',
  },
  'inbox.all': { ky: 'Баарын көрсөтүү', ru: 'Показать все' },
  'inbox.next': { ky: 'Кийинки арыздар', ru: 'Следующие заявления' },
  'inbox.first': { ky: 'Башына кайтуу', ru: 'К началу списка' },
} satisfies TextBook;
