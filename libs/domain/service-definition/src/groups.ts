import type { Text } from '@kyzmat/forms';

/** What services are about, in the words of people, not of offices. A service names one. */
export const serviceGroups: Readonly<Record<string, Text & { readonly en: string }>> = {
  documents: {
    ky: 'Документтер жана каттоо',
    ru: 'Документы и регистрация',
    en: 'Documents and registration',
  },
  family: { ky: 'Үй-бүлө жана балдар', ru: 'Семья и дети', en: 'Family and children' },
  home: { ky: 'Турак жай жана жер', ru: 'Жильё и земля', en: 'Home and land' },
  work: { ky: 'Жумуш жана пенсия', ru: 'Работа и пенсия', en: 'Work and pension' },
  business: { ky: 'Ишкердик жана лицензиялар', ru: 'Бизнес и лицензии', en: 'Business and licences' },
  law: { ky: 'Мыйзам жана коопсуздук', ru: 'Право и безопасность', en: 'Law and safety' },
  health: { ky: 'Саламаттык', ru: 'Здоровье', en: 'Health' },
  education: { ky: 'Билим берүү', ru: 'Образование', en: 'Education' },
  transport: { ky: 'Унаа жана жолдор', ru: 'Транспорт и дороги', en: 'Transport and roads' },
  taxes: { ky: 'Салыктар жана төлөмдөр', ru: 'Налоги и платежи', en: 'Taxes and payments' },
};
