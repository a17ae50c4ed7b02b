import type { TextBook } from '@kyzmat/web';

export const afterTexts = {
  'rating.title': { ky: 'Кызматты баалоо', ru: 'Оценить услугу', en: 'Rate the service' },
  'rating.given': { ky: 'Берген бааңыз', ru: 'Ваша оценка', en: 'Your rating' },
  'rating.free': {
    ky: 'Бул милдеттүү эмес: бааңыз арызыңызга да, жыйынтыгына да таасир этпейт. Мекеме сунушуңузду аты-жөнүңүзсүз көрөт.',
    ru: 'Это не обязательно: оценка не влияет ни на заявление, ни на результат. Предложение учреждение увидит без вашего имени.',
    en: 'This is up to you: it changes nothing about your application or its result. The provider sees the suggestion without your name.',
  },
  'rating.stars': {
    ky: 'Кызмат кандай көрсөтүлдү?',
    ru: 'Как вам оказали услугу?',
    en: 'How was the service?',
  },
  'rating.stars.1': { ky: '1 — абдан начар', ru: '1 — очень плохо', en: '1 — very bad' },
  'rating.stars.2': { ky: '2 — начар', ru: '2 — плохо', en: '2 — bad' },
  'rating.stars.3': { ky: '3 — орточо', ru: '3 — средне', en: '3 — fair' },
  'rating.stars.4': { ky: '4 — жакшы', ru: '4 — хорошо', en: '4 — good' },
  'rating.stars.5': { ky: '5 — абдан жакшы', ru: '5 — очень хорошо', en: '5 — very good' },
  'rating.suggestion': {
    ky: 'Эмнени жакшыртса болот?',
    ru: 'Что можно улучшить?',
    en: 'What could be better?',
  },
  'rating.suggestion.hint': {
    ky: '1000 белгиге чейин. Жеке маалыматыңызды жазбаңыз.',
    ru: 'До 1000 знаков. Не пишите личных данных.',
    en: 'Up to 1000 characters. Please write no personal data.',
  },
  'rating.send': { ky: 'Баа берүү', ru: 'Поставить оценку', en: 'Send the rating' },
  'rating.change': { ky: 'Бааны өзгөртүү', ru: 'Изменить оценку', en: 'Change the rating' },
  'rating.thanks': {
    ky: 'Рахмат! Сиздин бааңыз: {stars}',
    ru: 'Спасибо! Ваша оценка: {stars}',
    en: 'Thank you! Your rating: {stars}',
  },
  'rating.until': {
    ky: 'Аны {date} чейин өзгөртсөңүз болот.',
    ru: 'Изменить её можно до: {date}.',
    en: 'You can change it until {date}.',
  },
  'rating.closed': {
    ky: 'Аны өзгөртүү мөөнөтү бүткөн.',
    ru: 'Срок, когда её можно изменить, прошёл.',
    en: 'It can no longer be changed.',
  },
  'again.title': { ky: 'Кайра арыз берүү', ru: 'Подать снова', en: 'Apply again' },
  'again.refused': {
    ky: '№ {reference} арыз боюнча баш тартылган',
    ru: 'В заявлении № {reference} отказано',
    en: 'Application No. {reference} was refused',
  },
  'again.mend': {
    ky: 'Жаңы арызда ушуну оңдоңуз.',
    ru: 'Исправьте это в новом заявлении.',
    en: 'Put this right in the new application.',
  },
  'again.text': {
    ky: 'Ушул арыздагы жоопторуңуз жаңы арызга коюлат. Аларды текшерип, оңдоп, кайра кол коёсуз.',
    ru: 'Ваши ответы из этого заявления перейдут в новое. Проверьте их, исправьте и подпишите заново.',
    en: 'Your answers from this application go into a new one. Check them, mend them and sign again.',
  },
  'again.drafts': {
    ky: 'Бул кызмат боюнча бүтө элек арызыңыз бар. Ага эч нерсе кошулбайт, жаңысы өзүнчө башталат:',
    ru: 'По этой услуге у вас есть незаконченное заявление. В нём ничего не изменится, новое начнётся отдельно:',
    en: 'You have an unfinished application for this service. Nothing in it changes; the new one begins beside it:',
  },
  'again.draft': { ky: 'Сакталганы: {date}', ru: 'Сохранено: {date}', en: 'Saved: {date}' },
  'again.start': { ky: 'Жаңы арызды баштоо', ru: 'Начать новое заявление', en: 'Begin a new application' },
  'information.title': {
    ky: 'Маалымат тутумундагы маалымат',
    ru: 'Сведения из информационной системы',
    en: 'Information from the information system',
  },
  'information.see': { ky: 'Маалыматты көрүү', ru: 'Посмотреть сведения', en: 'See the information' },
  'information.subject': { ky: 'Ким жөнүндө', ru: 'О ком', en: 'About whom' },
  'information.source': { ky: 'Кайдан алынды', ru: 'Откуда взято', en: 'Where it comes from' },
  'information.system': { ky: 'Маалымат тутуму', ru: 'Информационная система', en: 'Information system' },
  'information.provider': { ky: 'Берген мекеме', ru: 'Кто выдал', en: 'Given by' },
  'information.given': { ky: 'Алынган убактысы', ru: 'Когда получено', en: 'Time of the data' },
  'information.basis': { ky: 'Мыйзамдуу негизи', ru: 'Законное основание', en: 'Legal basis' },
  'information.sealed': {
    ky: 'Файлга порталдын электрондук кол тамгасы коюлган. Анын чындыгын ким болбосун ушул код боюнча же файлдын өзү боюнча текшере алат:',
    ru: 'Файл подписан электронной подписью портала. Его подлинность может проверить кто угодно — по коду или по самому файлу:',
    en: 'The file is signed by the portal. Anybody can check that it is genuine, by this code or by the file itself:',
  },
  'information.save': {
    ky: 'Маалыматты сактоо, JSON',
    ru: 'Сохранить сведения, JSON',
    en: 'Save the information, JSON',
  },
} satisfies TextBook;
