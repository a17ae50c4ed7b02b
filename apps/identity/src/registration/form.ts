import { compileForm, type CompiledForm, type FormDefinition } from '@kyzmat/forms';

const page = 'person';

/** What a natural person says of themselves (P573-8j). The PIN carries the sex and the birth date. */
const definition: FormDefinition = {
  id: 'registration',
  version: 1,
  title: { ky: 'Катталуу', ru: 'Регистрация', en: 'Registration' },
  howToFill: {
    ky: 'ID-картаңызга карап толтуруңуз.',
    ru: 'Заполните по ID-карте.',
    en: 'Fill it in from your ID card.',
  },
  pages: [
    {
      id: page,
      title: { ky: 'Сиз жөнүндө', ru: 'О вас', en: 'About you' },
      fields: [
        {
          id: 'pin',
          type: 'pin',
          label: { ky: 'ПИН', ru: 'ПИН', en: 'PIN' },
          hint: {
            ky: 'ID-карттагы 14 сан.',
            ru: '14 цифр с ID-карты.',
            en: 'The 14 digits on your ID card.',
          },
          required: true,
        },
        {
          id: 'lastName',
          type: 'text',
          label: { ky: 'Фамилияңыз', ru: 'Фамилия', en: 'Last name' },
          required: true,
          maxLength: 100,
          autofill: 'lastName',
        },
        {
          id: 'firstName',
          type: 'text',
          label: { ky: 'Атыңыз', ru: 'Имя', en: 'First name' },
          required: true,
          maxLength: 100,
          autofill: 'firstName',
        },
        {
          id: 'patronymic',
          type: 'text',
          label: { ky: 'Атаңыздын аты', ru: 'Отчество', en: 'Patronymic' },
          hint: { ky: 'Болсо гана жазыңыз.', ru: 'Если есть.', en: 'If you have one.' },
          maxLength: 100,
          autofill: 'patronymic',
        },
        {
          id: 'birthDate',
          type: 'date',
          label: { ky: 'Туулган күнүңүз', ru: 'Дата рождения', en: 'Date of birth' },
          required: true,
          max: 'today',
          autofill: 'birthDate',
        },
        {
          id: 'sex',
          type: 'choice',
          label: { ky: 'Жынысыңыз', ru: 'Пол', en: 'Sex' },
          required: true,
          options: [
            { id: 'female', label: { ky: 'Аял', ru: 'Женский', en: 'Female' } },
            { id: 'male', label: { ky: 'Эркек', ru: 'Мужской', en: 'Male' } },
          ],
        },
        {
          id: 'phone',
          type: 'phone',
          label: { ky: 'Телефонуңуз', ru: 'Телефон', en: 'Telephone' },
          hint: {
            ky: 'Ушул номерге код келет. Кийин да кирүү жана кол коюу коддору ушул жерге келет.',
            ru: 'На него придёт код. Сюда же будут приходить коды входа и подписи.',
            en: 'A code comes to it now, and later the codes to sign in and to sign.',
          },
          required: true,
          autofill: 'phone',
        },
        {
          id: 'email',
          type: 'email',
          label: { ky: 'Электрондук дарегиңиз', ru: 'Электронная почта', en: 'E-mail' },
          hint: {
            ky: 'Жазсаңыз, сырсөздү унутканда кабинетти ушул почта аркылуу калыбына келтире аласыз.',
            ru: 'Через неё можно вернуть доступ, если забудете пароль.',
            en: 'With it you can get back in if you forget your password.',
          },
          autofill: 'email',
        },
      ],
    },
  ],
  rules: [
    {
      id: 'birth-date-as-in-pin',
      at: 'birthDate',
      check:
        'number(substring(pin, 2, 2)) = birthDate.day and number(substring(pin, 4, 2)) = birthDate.month and number(substring(pin, 6, 4)) = birthDate.year',
      what: {
        ky: '«Туулган күнүңүз» ПИНдеги күнгө дал келбейт.',
        ru: '«Дата рождения» не совпадает с датой в ПИН.',
        en: 'The date of birth is not the one in the PIN.',
      },
      mend: {
        ky: 'Экөөнү тең ID-картаңыздан текшериңиз.',
        ru: 'Сверьте и дату, и ПИН с ID-картой.',
        en: 'Check both with your ID card.',
      },
    },
    {
      id: 'sex-as-in-pin',
      at: 'sex',
      check:
        '(sex = "female" and substring(pin, 1, 1) = "1") or (sex = "male" and substring(pin, 1, 1) = "2")',
      what: {
        ky: '«Жынысыңыз» ПИНдин биринчи санына дал келбейт.',
        ru: '«Пол» не совпадает с первой цифрой ПИН.',
        en: 'The sex is not the one the first digit of the PIN says.',
      },
      mend: {
        ky: 'ПИНди ID-картаңыздан текшериңиз: аялдардыкы 1, эркектердики 2 деп башталат.',
        ru: 'Сверьте ПИН с ID-картой: у женщин он начинается с 1, у мужчин с 2.',
        en: 'Check the PIN with your ID card: it begins with 1 for women, with 2 for men.',
      },
    },
  ],
};

export const registrationPage = page;
export const registrationForm: CompiledForm = compiled(definition);

function compiled(form: FormDefinition): CompiledForm {
  const result = compileForm(form);
  if (!result.ok) throw new Error(`The form ${form.id} is faulty: ${JSON.stringify(result.problems)}`);
  return result.form;
}
