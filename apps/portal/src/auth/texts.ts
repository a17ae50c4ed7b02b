import type { Text, TextBook } from '@kyzmat/web';

export const authTexts = {
  'auth.sign-in': { ky: 'Кирүү', ru: 'Войти', en: 'Sign in' },
  'auth.sign-out': { ky: 'Чыгуу', ru: 'Выйти', en: 'Sign out' },
  'auth.for': {
    ky: '{name}, {organisation} атынан',
    ru: '{name}, от имени {organisation}',
    en: '{name}, for {organisation}',
  },
  'auth.expired.title': {
    ky: 'Коопсуздугуңуз үчүн кабинет жабылды',
    ru: 'Мы закрыли кабинет ради вашей безопасности',
    en: 'We signed you out to keep you safe',
  },
  'auth.expired.what': {
    ky: 'Жарым саат бою кабинетте эч нерсе жасалган жок.',
    ru: 'В кабинете полчаса ничего не происходило.',
    en: 'Nothing had happened in your cabinet for half an hour.',
  },
  'auth.expired.kept': {
    ky: 'Жазганыңыз сакталды: кайра кирсеңиз, ушул барак толтурулган бойдон ачылат. Файл тиркеген болсоңуз, аны кайра тандайсыз.',
    ru: 'Введённое сохранено: войдите снова, и эта страница откроется заполненной. Если вы прикладывали файл, его нужно выбрать ещё раз.',
    en: 'What you typed is kept: sign in again and this page opens filled in. If you attached a file, please choose it again.',
  },
  'auth.expired.safe': {
    ky: 'Мурда сакталгандар ордунда.',
    ru: 'Всё сохранённое раньше на месте.',
    en: 'Everything saved before is still there.',
  },
  'auth.expired.again': { ky: 'Кайра кирүү', ru: 'Войти снова', en: 'Sign in again' },
  'auth.refilled': {
    ky: 'Кабинет жабылганга чейин жазганыңыз кайра коюлду. Текшерип, сактаңыз.',
    ru: 'Мы вернули то, что вы ввели до закрытия кабинета. Проверьте и сохраните.',
    en: 'What you typed before being signed out is back. Check it and save.',
  },
  'auth.agree.title': {
    ky: 'Улантуу үчүн макулдугуңуз керек',
    ru: 'Чтобы продолжить, нужно ваше согласие',
    en: 'We need your consent to go on',
  },
  'auth.agree.what': {
    ky: 'Кызматтар эки макулдук берилгенде ачылат. Азыр алардын бири жок: кайтарылып алынган же тексти жаңырган.',
    ru: 'Услуги открыты, когда даны оба согласия. Сейчас одного из них нет: оно отозвано или его текст обновился.',
    en: 'Services open when both consents are given. One is missing now: it was withdrawn, or its text has a new version.',
  },
  'auth.agree.kept': {
    ky: 'Жазганыңыз сакталды: макулдук берсеңиз, ушул барак толтурулган бойдон ачылат.',
    ru: 'Введённое сохранено: дайте согласие, и эта страница откроется заполненной.',
    en: 'What you typed is kept: once you agree, this page opens filled in.',
  },
  'auth.agree.go': { ky: 'Макулдуктарды көрүү', ru: 'Посмотреть согласия', en: 'See the consents' },
  'auth.signed-out.title': {
    ky: 'Кабинеттен чыктыңыз',
    ru: 'Вы вышли из кабинета',
    en: 'You are signed out',
  },
  'auth.signed-out.esi': {
    ky: 'Кабинетке ESI аркылуу киргенсиз, ал сизди бул компьютерде эстеп турушу мүмкүн. Башкалар да колдонгон компьютер болсо, ESIден да чыгыңыз.',
    ru: 'Вы входили через ЕСИ, и она может помнить вас на этом компьютере. Если им пользуетесь не только вы, выйдите и из ЕСИ.',
    en: 'You came in through ESI, and it may remember you on this computer. If others use it too, sign out of ESI as well.',
  },
  'auth.signed-out.go': { ky: 'ESIден чыгуу', ru: 'Выйти из ЕСИ', en: 'Sign out of ESI' },
} satisfies TextBook;

export const notSignedIn: Text = {
  ky: 'Кирүү аягына чыккан жок. Дагы бир жолу кирип көрүңүз: жазганыңыздан эч нерсе жоголгон жок.',
  ru: 'Вход не завершён. Попробуйте войти ещё раз: из введённого ничего не потеряно.',
  en: 'Signing in was not completed. Please try again: nothing you typed is lost.',
};
