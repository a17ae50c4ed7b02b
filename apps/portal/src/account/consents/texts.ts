import type { TextBook } from '@kyzmat/web';

export const consentTexts = {
  'account.consents': { ky: 'Макулдуктар', ru: 'Согласия', en: 'Consents' },
  'account.consents.about': {
    ky: 'Эмнеге, качан макулдук бердиңиз; кайтарып алса болот.',
    ru: 'На что и когда вы дали согласие; его можно отозвать.',
    en: 'What you agreed to and when; you can withdraw it.',
  },
  'consents.closed': {
    ky: 'Азыр кызматтар жабык',
    ru: 'Сейчас услуги закрыты',
    en: 'Services are closed now',
  },
  'consents.closed.text': {
    ky: 'Кызматтар эки макулдук берилгенде ачылат. Төмөнкүнү окуп чыгып, макул болсоңуз белгилеңиз. Берилген арыздарыңыз жана жыйынтыктар мурункудай ачык.',
    ru: 'Услуги открыты, когда даны оба согласия. Прочитайте и отметьте, если согласны. Поданные заявления и результаты открыты, как и прежде.',
    en: 'Services open when both consents are given. Read this and tick it if you agree. Your applications and results stay open as before.',
  },
  'consents.agree': {
    ky: 'Окудум жана макулмун: {title}',
    ru: 'Прочитано, согласие даю: {title}',
    en: 'I have read it and agree: {title}',
  },
  'consents.give': { ky: 'Макулдук берүү', ru: 'Дать согласие', en: 'Agree' },
  'consents.now': { ky: 'Азыркы макулдуктарыңыз', ru: 'Ваши согласия сейчас', en: 'Your consents now' },
  'consents.given': { ky: 'Берилген', ru: 'Дано', en: 'Given' },
  'consents.not-given': { ky: 'Берилген эмес', ru: 'Не дано', en: 'Not given' },
  'consents.given.at': {
    ky: 'Берилген убактысы: {moment}',
    ru: 'Когда дано: {moment}',
    en: 'Given: {moment}',
  },
  'consents.withdraw': {
    ky: 'Макулдукту кайтарып алуу',
    ru: 'Отозвать согласие',
    en: 'Withdraw this consent',
  },
  'consents.history': { ky: 'Макулдуктардын тарыхы', ru: 'История согласий', en: 'History of consents' },
  'consents.text': { ky: 'Эмнеге', ru: 'На что', en: 'To what' },
  'consents.version': { ky: 'Нускасы', ru: 'Редакция', en: 'Version' },
  'consents.when': { ky: 'Качан берилген', ru: 'Когда дано', en: 'When given' },
  'consents.route': { ky: 'Кандай жол менен', ru: 'Каким путём', en: 'How' },
  'consents.withdrawn': { ky: 'Качан кайтарылган', ru: 'Когда отозвано', en: 'When withdrawn' },
  'withdrawal.title': {
    ky: 'Макулдукту кайтарып алуу',
    ru: 'Отзыв согласия',
    en: 'Withdrawing a consent',
  },
  'withdrawal.means': { ky: 'Бул эмнени билдирет', ru: 'Что это значит', en: 'What this means' },
  'withdrawal.closed': {
    ky: 'Жаңы арыз бере албайсыз: кабинет аларга дароо жабылат.',
    ru: 'Новые заявления подать нельзя: для них кабинет закроется сразу.',
    en: 'You can make no new applications: your cabinet closes to them at once.',
  },
  'withdrawal.open': {
    ky: 'Берилген арыздар аягына чейин каралат, алар тууралуу билдирүүлөр келе берет.',
    ru: 'Поданные заявления рассмотрят до конца, уведомления о них будут приходить.',
    en: 'Applications you made are considered to the end, and you are told about them as before.',
  },
  'withdrawal.history': {
    ky: 'Жыйынтыктар жана тарых мыйзамда белгиленген мөөнөттө сизге ачык бойдон калат.',
    ru: 'Результаты и история останутся вам доступны, пока закон велит их хранить.',
    en: 'Results and history stay open to you as long as the law has them kept.',
  },
  'withdrawal.again': {
    ky: 'Макулдукту каалаган убакта кайра берсеңиз болот.',
    ru: 'Согласие можно в любое время дать снова.',
    en: 'You can give the consent again at any time.',
  },
  'withdrawal.keep': { ky: 'Кайтарып албайм', ru: 'Не отзывать', en: 'Do not withdraw' },
  'agreements.title': { ky: 'Колдонуу шарттары', ru: 'Условия использования', en: 'Terms of use' },
  'agreements.lead': {
    ky: 'Порталды колдонгон адам эмнеге макулдук берет.',
    ru: 'На что даёт согласие тот, кто пользуется порталом.',
    en: 'What somebody who uses the portal agrees to.',
  },
  'agreements.version': {
    ky: '{version} нускасы, күчүнө кирген убактысы: {moment}',
    ru: 'Редакция {version}, действует с: {moment}',
    en: 'Version {version}, in force from {moment}',
  },
  'agreements.not-in-force': {
    ky: 'Бул нуска азыр күчүндө эмес',
    ru: 'Эта редакция сейчас не действует',
    en: 'This version is not in force now',
  },
  'agreements.others': { ky: 'Башка нускалары', ru: 'Другие редакции', en: 'Other versions' },
} satisfies TextBook;
