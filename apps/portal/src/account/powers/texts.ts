import type { TextBook } from '@kyzmat/web';

export const powerTexts = {
  'account.powers': { ky: 'Ишеним каттар', ru: 'Доверенности', en: 'Powers to act for others' },
  'account.powers.about': {
    ky: 'Сиздин атыңыздан ким иш кылат, сиз кимдин атынан иш кыласыз. Уюмду каттоо.',
    ru: 'Кто действует от вашего имени и от чьего имени действуете вы. Регистрация организации.',
    en: 'Who acts in your name, and in whose name you act. Registration of an organisation.',
  },
  'powers.lead': {
    ky: 'Ишеним кат берген адам каалаган убакта аны токтото алат. Ар бир арызда аны ким, кимдин атынан жасаганы жазылат.',
    ru: 'Выдавший доверенность может отменить её в любой момент. В каждом заявлении записано, кто и от чьего имени его подал.',
    en: 'Whoever gave a power can end it at any moment. Each application keeps who made it, and in whose name.',
  },
  'powers.received': { ky: 'Сизге берилгендер', ru: 'Выданные вам', en: 'Given to you' },
  'powers.received.none': {
    ky: 'Азырынча эч ким берген жок.',
    ru: 'Пока никто не выдал.',
    en: 'None so far.',
  },
  'powers.given': { ky: 'Сиз бергендер', ru: 'Выданные вами', en: 'Given by you' },
  'powers.given.none': {
    ky: 'Азырынча эч кимге берилген жок.',
    ru: 'Пока никому не выданы.',
    en: 'None so far.',
  },
  'powers.how': {
    ky: 'Башка бирөөнүн атынан иш кылуу үчүн чыгып, кайра кириңиз жана атын тандаңыз.',
    ru: 'Чтобы действовать от чужого имени, выйдите, войдите снова и выберите имя.',
    en: 'To act in another name, sign out and in again and choose the name.',
  },
  'powers.somebody': { ky: 'Өкүл', ru: 'Представитель', en: 'Representative' },
  'powers.all': { ky: 'Бардык кызматтар', ru: 'Все услуги', en: 'All services' },
  'powers.term': {
    ky: 'Мөөнөтү: {from} — {until}',
    ru: 'Срок: {from} — {until}',
    en: 'Term: {from} — {until}',
  },
  'powers.endless': {
    ky: 'Башталышы: {from}; токтотулганга чейин',
    ru: 'Начало: {from}; пока не отменена',
    en: 'Began: {from}; until it is ended',
  },
  'powers.state.offered': { ky: 'Кабыл алына элек', ru: 'Ждёт согласия', en: 'Not yet accepted' },
  'powers.state.standing': { ky: 'Күчүндө', ru: 'Действует', en: 'In force' },
  'powers.state.not_yet': { ky: 'Башталына элек', ru: 'Ещё не началась', en: 'Not yet begun' },
  'powers.state.expired': { ky: 'Мөөнөтү бүткөн', ru: 'Срок истёк', en: 'Run out' },
  'powers.state.ended': { ky: 'Токтотулган', ru: 'Отменена', en: 'Ended' },
  'powers.basis.granted': { ky: 'Ишеним кат', ru: 'Доверенность', en: 'Power given by the person' },
  'powers.basis.head': {
    ky: 'Уюмдун жетекчиси катары',
    ru: 'Как руководитель организации',
    en: 'As head of the organisation',
  },
  'powers.basis.esi': { ky: 'ESI маалыматы боюнча', ru: 'По данным ЕСИ', en: 'By what ESI says' },
  'powers.accept': { ky: 'Кабыл алуу', ru: 'Принять', en: 'Accept' },
  'powers.decline': { ky: 'Баш тартуу', ru: 'Отказаться', en: 'Decline' },
  'powers.lay-down': { ky: 'Мындан ары өкүл болбойм', ru: 'Сложить полномочие', en: 'Lay it down' },
  'powers.revoke': { ky: 'Токтотуу', ru: 'Отменить', en: 'End it' },
  'powers.new': { ky: 'Ишеним кат берүү', ru: 'Выдать доверенность', en: 'Give a power' },
  'powers.new.lead': {
    ky: 'Өкүл аны кабинетинен кабыл алгандан кийин күчүнө кирет. Ал сиздин атыңыздан арыз берип, кол коёт; аны башкага өткөрө албайт.',
    ru: 'Она начнёт действовать, когда представитель примет её в своём кабинете. Он сможет подавать и подписывать заявления от вашего имени, но не передавать доверенность дальше.',
    en: 'It counts once the representative accepts it in their cabinet. They can then apply and sign in your name, but not pass the power on.',
  },
  'powers.new.go': { ky: 'Ишеним кат берүү', ru: 'Выдать', en: 'Give it' },
  'powers.services': { ky: 'Тандалган кызматтар', ru: 'Выбранные услуги', en: 'Chosen services' },
  'powers.services.hint': {
    ky: '«Төмөндө тандалгандар гана» дегенди белгилесеңиз.',
    ru: 'Если отмечено «Только для выбранных ниже».',
    en: 'If you chose “Only those chosen below”.',
  },
  'powers.organisation': {
    ky: 'Жетектеген уюмумду каттоо',
    ru: 'Зарегистрировать свою организацию',
    en: 'Register the organisation I head',
  },
  'powers.organisation.lead': {
    ky: 'Сиз уюмдун жетекчиси катары каттайсыз жана анын атынан иш кыла аласыз.',
    ru: 'Вы регистрируете её как руководитель и сможете действовать от её имени.',
    en: 'You register it as its head and can then act in its name.',
  },
  'powers.organisation.esi': {
    ky: 'Маалымат азырынча сиздин сөзүңүз боюнча гана. Уюмдун атынан ESI аркылуу кирсеңиз, ырасталат; ESI башка жетекчини атаса, бул кабинет жабылат.',
    ru: 'Пока сведения известны только с ваших слов. Их подтвердит вход от имени организации через ЕСИ; если ЕСИ назовёт другого руководителя, этот кабинет закроется.',
    en: 'For now only you say so. Signing in for the organisation with ESI confirms it; if ESI names another head, this cabinet is closed.',
  },
  'powers.organisation.go': { ky: 'Каттоо', ru: 'Зарегистрировать', en: 'Register' },
} satisfies TextBook;
