import type { Identity } from '@kyzmat/contracts';

type NewStaff = Omit<Identity['NewStaff'], 'initialPassword'>;

/** Staff of the demo providers, the operator and the owner: nobody of them exists, nor do their addresses. */
export const demoStaff: readonly NewStaff[] = [
  member('nurlan', 'Демо Нурлан Өмүров', 'population-register', ['executor', 'signer'], '+996700000011', {
    ky: 'Бөлүм башчысы',
    ru: 'Начальник отдела',
  }),
  member(
    'zhyldyz',
    'Демо Жылдыз Үсөнова',
    'population-register',
    ['provider_head', 'signer'],
    '+996700000012',
    {
      ky: 'Жетекчи',
      ru: 'Руководитель',
    },
  ),
  member('ermek', 'Демо Эрмек Саякбаев', 'interior-information-centre', ['executor'], '+996700000013', {
    ky: 'Инспектор',
    ru: 'Инспектор',
  }),
  member(
    'asel',
    'Демо Асел Төрөева',
    'interior-information-centre',
    ['executor', 'signer'],
    '+996700000014',
    {
      ky: 'Улук инспектор',
      ru: 'Старший инспектор',
    },
  ),
  member(
    'gulnara',
    'Демо Гүлнара Осмонова',
    'interior-information-centre',
    ['provider_head'],
    '+996700000016',
    {
      ky: 'Борбордун башчысы',
      ru: 'Начальник центра',
    },
  ),
  member('timur', 'Демо Тимур Жээнбаев', 'licensing-office', ['executor', 'signer'], '+996700000015', {
    ky: 'Башкы адис',
    ru: 'Главный специалист',
  }),
  member('azamat', 'Демо Азамат Бейшеев', 'licensing-office', ['provider_head'], '+996700000017', {
    ky: 'Кызматтын башчысы',
    ru: 'Начальник службы',
  }),
  member('operator', 'Демо Оператор Каныкей', null, ['operator'], '+996700000019', {
    ky: 'Порталдын оператору',
    ru: 'Оператор портала',
  }),
  member('owner', 'Демо Ээси Темиркул', null, ['owner'], '+996700000018', {
    ky: 'Порталдын ээсинин өкүлү',
    ru: 'Представитель владельца портала',
  }),
];

function member(
  id: string,
  name: string,
  providerId: string | null,
  roles: NewStaff['roles'],
  phone: string,
  post: NewStaff['post'],
): NewStaff {
  return { id, login: id, name, providerId, roles, phone, email: `${id}@example.kg`, post };
}
