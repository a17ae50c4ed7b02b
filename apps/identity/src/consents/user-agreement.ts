import type { Agreement } from './agreements.ts';

/** P573-8i: the terms of use of the portal. */
export const userAgreement: Agreement = {
  kind: 'user_agreement',
  version: '2026-11-01',
  inForceFrom: '2026-10-31T18:00:00.000Z',
  title: { ky: 'Колдонуучу макулдашуусу', ru: 'Пользовательское соглашение', en: 'User agreement' },
  paragraphs: [
    {
      ky: 'Портал аркылуу арыз жазып, кол коюп, төлөп, жыйынтыгын электрондук түрдө аласыз. Портал акысыз; мыйзамда каралган кызматтын баасы ар бир кызматтын барагында турат.',
      ru: 'Через портал вы подаёте заявления, подписываете их, платите и получаете результат в электронном виде. Сам портал бесплатный; плата за услугу, если она установлена, указана на странице услуги.',
      en: 'Through the portal you apply, sign, pay and get the result electronically. The portal is free; the price of a service, where the law sets one, stands on its page.',
    },
    {
      ky: 'Сиз чын жана толук маалымат бересиз. Туура эмес же толук эмес маалымат арызды кароодон баш тартууга негиз болот.',
      ru: 'Вы указываете верные и полные сведения. Неверные или неполные сведения — основание отказать в рассмотрении.',
      en: 'You give true and complete information. False or incomplete information is a ground to refuse an application.',
    },
    {
      ky: 'Арызга жөнөкөй же квалификациялуу электрондук кол тамга коюлат. Жөнөкөй кол тамга коюлган арыз кагаздагы кол коюлган арызга тең; квалификациялуу кол тамга мыйзам талап кылганда керек, ал кызматтын барагында жазылат.',
      ru: 'Заявление подписывают простой или квалифицированной электронной подписью. Заявление с простой подписью равно бумажному с собственноручной; квалифицированная нужна, когда её требует закон, — это указано на странице услуги.',
      en: 'An application is signed with a simple or a qualified electronic signature. With a simple one it equals a paper application signed by hand; a qualified one is needed where the law demands it, and the page of the service says so.',
    },
    {
      ky: 'Кол коюу кодун, сырсөзүңүздү жана ачкыч сакталган түзмөгүңүздү эч кимге бербейсиз: алар менен коюлган кол сиздики деп эсептелет. Башка бирөө кирди деп шектенсеңиз, «Жөндөөлөр» барагынан бардык кирүүлөрдү жабыңыз.',
      ru: 'Вы никому не сообщаете коды и пароль и не отдаёте носитель ключа: подпись, поставленная ими, считается вашей. Если кажется, что вошёл кто-то другой, завершите все входы на странице «Настройки».',
      en: 'You give codes, your password and your key carrier to nobody: a signature made with them counts as yours. If you think somebody else got in, sign out everywhere on the page “Settings”.',
    },
    {
      ky: 'Мекеме арызыңызды мыйзамда белгиленген мөөнөттө карайт, ар бир кадамын кабинетиңизге жана тандаган жолуңуз менен билдирет. Баш тартса, негизин, себебин жана кантип даттануу керектигин жазат.',
      ru: 'Учреждение рассматривает заявление в срок по закону и сообщает о каждом шаге в кабинет и выбранным вами способом. Если откажет, назовёт основание, причину и порядок обжалования.',
      en: 'The provider considers your application within the time the law sets and tells you of each step in your cabinet and in the way you chose. A refusal names its ground, its reason and how to appeal.',
    },
    {
      ky: 'Портал күнү-түнү иштейт. Техникалык иштер болсо, алдын ала билдирилет; ошол убакта сакталган жоопторуңуз жоголбойт.',
      ru: 'Портал работает круглосуточно. О технических работах сообщаем заранее; сохранённое при этом не пропадает.',
      en: 'The portal is open round the clock. Technical works are announced beforehand; nothing you saved is lost by them.',
    },
    {
      ky: 'Бул шарттар өзгөрсө, жаңысы ушул жерге коюлуп, сизден кайра макулдук суралат. Эски нускалары да окуу үчүн кала берет.',
      ru: 'Если условия меняются, новая редакция появляется здесь, и мы снова спрашиваем согласие. Прежние редакции остаются доступны.',
      en: 'When these terms change, the new version is put here and you are asked to agree again. Former versions stay readable.',
    },
    {
      ky: 'Макулдашууну каалаган убакта токтотсоңуз болот. Анда жаңы арыз бере албайсыз; берилген арыздар аягына чейин каралат, жыйынтыктар мыйзамда белгиленген мөөнөттө сакталат.',
      ru: 'Вы можете отказаться от соглашения в любое время. Тогда новые заявления подать нельзя; поданные будут рассмотрены, а результаты хранятся столько, сколько требует закон.',
      en: 'You can end this agreement at any time. You can then make no new applications; those you made are considered to the end, and results are kept as long as the law demands.',
    },
  ],
};
