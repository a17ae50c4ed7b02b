import type { TextBook } from '@kyzmat/web';

export const verifyTexts = {
  'verify.lead': {
    ky: 'Порталдан алынган документтин чындыгын жана колун ким болсо да текшере алат.',
    ru: 'Подлинность документа с портала и подпись на нём может проверить любой.',
    en: 'Anybody can check that a document of the portal is genuine and properly signed.',
  },
  'verify.by-code': { ky: 'Код боюнча', ru: 'По коду', en: 'By its code' },
  'verify.code': { ky: 'Документтеги код', ru: 'Код на документе', en: 'Code on the document' },
  'verify.code.hint': {
    ky: 'Ал документтин астында, QR белгинин жанында турат.',
    ru: 'Он напечатан внизу документа, рядом с QR-кодом.',
    en: 'It is at the foot of the document, beside the QR code.',
  },
  'verify.by-file': { ky: 'Файл боюнча', ru: 'По файлу', en: 'By the file' },
  'verify.file': { ky: 'PDF же JSON файл', ru: 'Файл PDF или JSON', en: 'PDF or JSON file' },
  'verify.file.hint': {
    ky: 'Файл текшерилет, бирок сакталбайт.',
    ru: 'Файл проверят, но не сохранят.',
    en: 'The file is checked, not kept.',
  },
  'verify.check': { ky: 'Текшерүү', ru: 'Проверить', en: 'Check' },
  'verify.another': {
    ky: 'Башка документти текшерүү',
    ru: 'Проверить другой документ',
    en: 'Check another document',
  },
  'verify.document': { ky: 'Документ', ru: 'Документ', en: 'Document' },
  'verify.reference': { ky: 'Арыздын номери', ru: 'Номер заявления', en: 'Reference number' },
  'verify.provider': { ky: 'Берген мекеме', ru: 'Кем выдан', en: 'Issued by' },
  'verify.issued': { ky: 'Берилген убактысы', ru: 'Когда выдан', en: 'Issued' },
  'verify.signed-by': { ky: 'Кол койгон', ru: 'Кем подписан', en: 'Signed by' },
  'verify.problems': { ky: 'Эмне туура эмес', ru: 'Что не так', en: 'What is wrong' },
  'verify.compare': {
    ky: 'Файлдын белгиси (SHA-256)',
    ru: 'Отпечаток файла (SHA-256)',
    en: 'Fingerprint of the file (SHA-256)',
  },
  'verify.valid': { ky: 'Документ чыныгы', ru: 'Документ подлинный', en: 'The document is genuine' },
  'verify.valid.text': {
    ky: 'Аны портал берген, колу жарактуу. Колуңуздагы документ төмөнкү маалыматка дал келеби, салыштырыңыз.',
    ru: 'Он выдан порталом, подпись действительна. Сравните документ у вас в руках со сведениями ниже.',
    en: 'The portal issued it and its signature is valid. Compare the document you hold with what stands below.',
  },
  'verify.valid.information.text': {
    ky: 'Аны портал берген, электрондук колу жарактуу, андан бери өзгөргөн жок. Колуңуздагы файл төмөнкү маалыматка дал келеби, салыштырыңыз.',
    ru: 'Эти сведения выданы порталом, его подпись действительна, и с тех пор они не изменились. Сравните файл у вас в руках со сведениями ниже.',
    en: 'The portal gave this information, its signature is valid, and it has not changed since. Compare the file you hold with what stands below.',
  },
  'verify.changed': {
    ky: 'Документ өзгөртүлгөн',
    ru: 'Документ изменён',
    en: 'The document has been changed',
  },
  'verify.changed.text': {
    ky: 'Ал берилгенден кийин өзгөргөн: ага ишенбеңиз. Түп нускасын сураңыз.',
    ru: 'Его изменили после выдачи: не доверяйте ему. Попросите подлинник.',
    en: 'It was changed after it was issued: do not rely on it. Ask for the original.',
  },
  'verify.foreign_signature': {
    ky: 'Кол башка бирөөнүкү',
    ru: 'Подпись чужая',
    en: 'The signature is somebody else’s',
  },
  'verify.foreign_signature.text': {
    ky: 'Кол коюуга укугу жок адам кол койгон: документке ишенбеңиз.',
    ru: 'Подписал человек, у которого нет такого права: не доверяйте документу.',
    en: 'It was not signed by an authorised person: do not rely on it.',
  },
  'verify.revoked': {
    ky: 'Кол күчүн жоготкон',
    ru: 'Подпись отозвана',
    en: 'The signature has been revoked',
  },
  'verify.revoked.text': {
    ky: 'Кол койгондун сертификаты кайтарылып алынган: документке ишенбеңиз.',
    ru: 'Сертификат подписавшего отозван: не доверяйте документу.',
    en: 'The signer’s certificate was revoked: do not rely on the document.',
  },
  'verify.unknown': {
    ky: 'Мындай документ табылган жок',
    ru: 'Такой документ не найден',
    en: 'No such document was found',
  },
  'verify.unknown.text': {
    ky: 'Портал мындай документ берген эмес же код ката терилген. Кодду текшерип, кайра жазып көрүңүз.',
    ru: 'Портал такого не выдавал, или в коде ошибка. Проверьте код и попробуйте снова.',
    en: 'The portal issued no such document, or the code is mistyped. Check the code and try again.',
  },
} satisfies TextBook;
