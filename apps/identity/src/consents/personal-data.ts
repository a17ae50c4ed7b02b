import type { Agreement } from './agreements.ts';

/** P573-49: what is done with personal data, by whom, for what and how long. */
export const personalData: Agreement = {
  kind: 'personal_data',
  version: '2026-11-01',
  inForceFrom: '2026-10-31T18:00:00.000Z',
  title: {
    ky: 'Жеке маалыматтарды иштетүүгө макулдук',
    ru: 'Согласие на обработку персональных данных',
    en: 'Consent to the processing of personal data',
  },
  paragraphs: [
    {
      ky: 'Портал жана сиз кайрылган мекемелер жеке маалыматтарыңызды сураган кызматыңызды көрсөтүү үчүн гана колдонот.',
      ru: 'Портал и учреждения, в которые вы обращаетесь, используют ваши данные только для оказания запрошенной услуги.',
      en: 'The portal and the providers you apply to use your data only to give you the service you asked for.',
    },
    {
      ky: 'Кайсы маалыматтар: аты-жөнүңүз, ЖИН (PIN), туулган күнүңүз, жынысыңыз, дарегиңиз, телефонуңуз, электрондук дарегиңиз, арыздарга жазганыңыз жана тиркеген документтериңиз.',
      ru: 'Какие данные: имя, персональный номер (ПИН), дата рождения, пол, адрес, телефон, электронная почта, а также то, что вы указали в заявлениях и приложили к ним.',
      en: 'Which data: your name, personal number (PIN), birth date, sex, address, telephone, e-mail, and what you wrote in applications and attached to them.',
    },
    {
      ky: 'Кайдан алынат: өзүңүздөн жана Бирдиктүү идентификация тутумунан. Портал аларды кызматка тиешеси жок эч кимге бербейт.',
      ru: 'Откуда: от вас самих и из Единой системы идентификации. Портал не передаёт их никому, кто не участвует в услуге.',
      en: 'Where from: from you and from the Unified identification system. The portal gives them to nobody who has no part in the service.',
    },
    {
      ky: 'Канча убакыт: бүтпөгөн арыз үч ай, берилген арыз жана жыйынтыгы кеминде бир жыл жана мыйзам андан узак мөөнөт талап кылса, ошончо сакталат.',
      ru: 'Как долго: незаконченное заявление — три месяца, поданное и его результат — не меньше года и дольше, если так требует закон.',
      en: 'How long: an unfinished application for three months; one you made and its result for at least a year, and longer where the law demands it.',
    },
    {
      ky: 'Маалыматтарыңызды ким, качан, кайсы арыз үчүн колдонгонун билүүгө, катасын оңдотууга укугуңуз бар.',
      ru: 'Вы вправе знать, кто, когда и для какого заявления использовал ваши данные, и требовать исправления ошибок.',
      en: 'You have the right to know who used your data, when and for which application, and to have mistakes put right.',
    },
    {
      ky: 'Макулдугуңузду каалаган убакта кайтарып алсаңыз болот. Анда жаңы арыз бере албайсыз; берилген арыздар каралып бүтөт, жыйынтыктар жана тарых мыйзамда белгиленген мөөнөттө сизге ачык бойдон калат.',
      ru: 'Согласие можно отозвать в любое время. Тогда новые заявления подать нельзя; поданные будут рассмотрены, а результаты и история останутся вам доступны, пока закон велит их хранить.',
      en: 'You can withdraw this consent at any time. You can then make no new applications; those you made are considered to the end, and results and history stay open to you as long as the law has them kept.',
    },
  ],
};
