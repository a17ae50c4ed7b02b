import type { TextBook } from '@kyzmat/web';

/** The user guide in a page (P573-23a), and how to reach a person. */
export const helpTexts = {
  'help.title': { ky: 'Жардам', ru: 'Помощь', en: 'Help' },
  'help.how': { ky: 'Кызматты кантип алса болот', ru: 'Как получить услугу', en: 'How to get a service' },
  'help.how.find': {
    ky: 'Кызматты издеп табыңыз. Ката жазсаңыз да, латын тамгасы менен жазсаңыз да табылат.',
    ru: 'Найдите услугу. Поиск поймёт опечатки и латинские буквы.',
    en: 'Find the service. The search forgives slips and understands Latin letters.',
  },
  'help.how.sign-in': {
    ky: 'Кабинетиңизге кириңиз. Биринчи киргенде эки макулдук сурайбыз.',
    ru: 'Войдите в кабинет. При первом входе мы попросим два согласия.',
    en: 'Sign in to your account. The first time, we ask for two consents.',
  },
  'help.how.fill': {
    ky: 'Арызды толтуруңуз. Ар бир барак өзү сакталат: токтоп, кийин уланта аласыз.',
    ru: 'Заполните заявление. Каждая страница сохраняется сама: можно прерваться и продолжить позже.',
    en: 'Fill in the application. Every page is saved by itself: you can stop and go on later.',
  },
  'help.how.sign': {
    ky: 'Кол коюп, жөнөтүңүз. Акы төлөнүүчү кызмат болсо, төлөңүз.',
    ru: 'Подпишите и отправьте. Если услуга платная, оплатите её.',
    en: 'Sign and send it. If the service has a price, pay it.',
  },
  'help.how.follow': {
    ky: 'Арыздын абалын кабинетиңизден көрүп туруңуз. Ар бир өзгөрүүнү билдиребиз.',
    ru: 'Следите за заявлением в кабинете. О каждом изменении мы сообщим.',
    en: 'Follow the application in your account. We tell you of every change.',
  },
  'help.trouble': {
    ky: 'Бир нерсе болбой жатса',
    ru: 'Если что-то не получается',
    en: 'If something does not work',
  },
  'help.trouble.script': {
    ky: 'Портал эски телефондо да, скриптсиз да иштейт. Барак толук ачылбаса, аны жаңылаңыз.',
    ru: 'Портал работает и на старом телефоне, и без скриптов. Если страница открылась не полностью, обновите её.',
    en: 'The portal works on an old phone and without script. If a page did not open fully, reload it.',
  },
  'help.trouble.number': {
    ky: 'Ката чыкса, баракта көрсөтүлгөн номерди айтыңыз: аны менен себебин тез табабыз.',
    ru: 'Если появилась ошибка, назовите номер со страницы: по нему мы быстро найдём причину.',
    en: 'If there was an error, tell us the number on the page: with it we find the cause quickly.',
  },
  'help.contact': { ky: 'Бизге кайрылуу', ru: 'Как с нами связаться', en: 'Contact us' },
  'help.contact.text': {
    ky: 'Порталдын оператору, күнү-түнү: +996 312 00 00 00, help@demo.example.kg (демо байланыштар).',
    ru: 'Оператор портала, круглосуточно: +996 312 00 00 00, help@demo.example.kg (демонстрационные контакты).',
    en: 'Operator of the portal, day and night: +996 312 00 00 00, help@demo.example.kg (demo contacts).',
  },
  'help.access': { ky: 'Ар бир адамга ылайыктуу', ru: 'Доступность для всех', en: 'For everybody' },
  'help.access.text': {
    ky: 'Барактын башындагы көз белгиси аркылуу тамгаларды чоңойтуп, контрастты күчөтө аласыз. Барактар клавиатура жана экранды окуучу программа менен иштейт, WCAG 2.2 AA талаптары боюнча программа менен текшерилет.',
    ru: 'Значок глаза вверху страницы увеличит текст и усилит контраст. Страницы работают с клавиатурой и программами чтения с экрана и проверяются программой на соответствие WCAG 2.2 AA.',
    en: 'The eye at the top of the page makes the text larger and the contrast higher. Pages work with a keyboard and with screen readers and are checked by a program against WCAG 2.2 AA.',
  },
} satisfies TextBook;
