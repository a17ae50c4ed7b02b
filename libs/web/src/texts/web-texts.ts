import { errorTexts } from './error-texts.ts';
import type { TextBook } from './texts.ts';

/** The texts of this library's own parts. Kyrgyz is written first. */
export const webTexts = {
  'web.brand': { ky: 'Кызмат', ru: 'Кызмат', en: 'Kyzmat' },
  'web.skip': { ky: 'Негизги мазмунга өтүү', ru: 'Перейти к содержанию', en: 'Skip to main content' },
  'web.language': { ky: 'Барактын тили', ru: 'Язык страницы', en: 'Language of the page' },
  'web.navigation': { ky: 'Негизги бөлүмдөр', ru: 'Основные разделы', en: 'Main sections' },
  'web.account': { ky: 'Сиздин кабинетиңиз', ru: 'Ваш кабинет', en: 'Your account' },
  'web.back': { ky: 'Артка', ru: 'Назад', en: 'Back' },
  'web.breadcrumbs': { ky: 'Сиз бул жердесиз', ru: 'Вы находитесь здесь', en: 'You are here' },
  'web.footer': { ky: 'Портал жөнүндө', ru: 'О портале', en: 'About the portal' },
  'web.demo': {
    ky: 'Бул — көрсөтмө нуска. Бул жерде чыныгы кызмат көрсөтүлбөйт: өзүңүздүн чыныгы маалыматыңызды жазбаңыз.',
    ru: 'Это демонстрационная версия. Настоящие услуги здесь не оказываются: не вводите свои настоящие данные.',
    en: 'This is a demonstration. No real services are given here: do not enter your real data.',
  },
  'web.sandbox': { ky: 'Сыноо стенди', ru: 'Тестовый стенд', en: 'Test stand-in' },
  'web.sandbox.text': {
    ky: 'Бул чыныгы тутум эмес, сыноо үчүн анын ордуна коюлган үлгү.',
    ru: 'Это не настоящая система, а её замена для испытаний.',
    en: 'This is not the real system but a stand-in for testing.',
  },

  'web.error': { ky: 'Ката', ru: 'Ошибка', en: 'Error' },
  'web.errors': {
    ky: { one: 'Бир жерин оңдоп коюңуз', other: '{count} жерин оңдоп коюңуз' },
    ru: {
      one: 'Исправьте, пожалуйста, {count} ответ',
      few: 'Исправьте, пожалуйста, {count} ответа',
      other: 'Исправьте, пожалуйста, {count} ответов',
    },
    en: { one: 'Please correct {count} answer', other: 'Please correct {count} answers' },
  },
  'web.warning': { ky: 'Көңүл буруңуз', ru: 'Внимание', en: 'Warning' },
  'web.optional': { ky: 'милдеттүү эмес', ru: 'необязательно', en: 'optional' },
  'web.day': { ky: 'Күнү', ru: 'День', en: 'Day' },
  'web.month': { ky: 'Айы', ru: 'Месяц', en: 'Month' },
  'web.year': { ky: 'Жылы', ru: 'Год', en: 'Year' },
  'web.yes': { ky: 'Ооба', ru: 'Да', en: 'Yes' },
  'web.no': { ky: 'Жок', ru: 'Нет', en: 'No' },
  'web.choose': { ky: 'Тандаңыз', ru: 'Выберите', en: 'Choose' },
  'web.som': { ky: 'сом', ru: 'сом', en: 'som' },
  'web.files': { ky: 'Тиркелген файлдар', ru: 'Приложенные файлы', en: 'Attached files' },
  'web.file.remove': { ky: 'Алып салуу', ru: 'Убрать', en: 'Remove' },
  'web.group.row': { ky: '{row}-жазуу', ru: 'Запись {row}', en: 'Entry {row}' },
  'web.group.add': { ky: 'Дагы кошуу', ru: 'Добавить ещё', en: 'Add another' },
  'web.group.remove': { ky: '{row}-жазууну алып салуу', ru: 'Убрать запись {row}', en: 'Remove entry {row}' },
  'web.change': { ky: 'Өзгөртүү', ru: 'Изменить', en: 'Change' },
  'web.why': { ky: 'Эмне үчүн дал ушул күн?', ru: 'Почему именно эта дата?', en: 'Why this date?' },
  'web.step': {
    ky: '{total} кадамдын {current}-кадамы: {name}',
    ru: 'Шаг {current} из {total}: {name}',
    en: 'Step {current} of {total}: {name}',
  },
  'web.search': { ky: 'Издөө', ru: 'Найти', en: 'Search' },
  'web.filters': { ky: 'Тандап көрсөтүү', ru: 'Отбор', en: 'Filters' },
  'web.filters.apply': { ky: 'Көрсөтүү', ru: 'Показать', en: 'Show' },
  'web.filters.clear': { ky: 'Баарын көрсөтүү', ru: 'Показать все', en: 'Show all' },
  'web.pages': { ky: 'Барактар', ru: 'Страницы', en: 'Pages' },
  'web.page': { ky: '{page}-барак', ru: 'Страница {page}', en: 'Page {page}' },
  'web.previous': { ky: 'Мурунку', ru: 'Предыдущая', en: 'Previous' },
  'web.next': { ky: 'Кийинки', ru: 'Следующая', en: 'Next' },

  'web.saving': { ky: 'Сакталып жатат…', ru: 'Сохраняем…', en: 'Saving…' },
  'web.sending': { ky: 'Жөнөтүлүп жатат…', ru: 'Отправляем…', en: 'Sending…' },
  'web.offline': {
    ky: 'Байланыш жок. Жазганыңыз ушул түзмөктө сакталды, байланыш келери менен жөнөтүлөт.',
    ru: 'Нет связи. Введённое сохранено на этом устройстве и отправится, как только связь появится.',
    en: 'No connection. What you typed is kept on this device and will be sent when you are back online.',
  },
  'web.restored': {
    ky: 'Байланыш үзүлгөнгө чейин жазганыңыз калыбына келтирилди.',
    ru: 'Восстановили то, что вы ввели до обрыва связи.',
    en: 'What you typed before the connection was lost has been restored.',
  },
  'web.signed-out': {
    ky: 'Кабинет жабылып калды. Жазганыңыз ушул түзмөктө сакталды: кайра кирип, улантыңыз.',
    ru: 'Вход завершён. Введённое сохранено на этом устройстве: войдите снова и продолжайте.',
    en: 'You have been signed out. What you typed is kept on this device: sign in again to go on.',
  },
  'web.changed-elsewhere': {
    ky: 'Бул барак башка жерден да өзгөртүлдү. Жазганыңыз ушул түзмөктө сакталды. «Сактап, улантуу» баскычын басыңыз: эки жоопту тең көрсөтөбүз.',
    ru: 'Эту страницу изменили и в другом месте. Введённое сохранено на этом устройстве. Нажмите «Сохранить и продолжить»: покажем оба ответа.',
    en: 'This page was changed in another place too. What you typed is kept on this device. Press “Save and continue”: both answers will be shown.',
  },
  ...errorTexts,
} satisfies TextBook;
