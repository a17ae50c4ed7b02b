import type { PlainField } from '../types.ts';
import { addressHandler } from './address.ts';
import { choiceHandler, severalHandler, yesNoHandler } from './choices.ts';
import { innHandler, pinHandler } from './codes.ts';
import { emailHandler, phoneHandler } from './contacts.ts';
import { dateHandler } from './date.ts';
import { fileHandler } from './file.ts';
import type { Handler } from './handler.ts';
import { moneyHandler, numberHandler } from './numbers.ts';
import { longTextHandler, textHandler } from './text.ts';

/** The one place where a field type meets what it does. */
export function handlerOf(field: PlainField): Handler {
  switch (field.type) {
    case 'text':
      return textHandler(field);
    case 'longText':
      return longTextHandler(field);
    case 'number':
      return numberHandler(field);
    case 'money':
      return moneyHandler(field);
    case 'date':
      return dateHandler(field);
    case 'choice':
      return choiceHandler(field);
    case 'several':
      return severalHandler(field);
    case 'yesNo':
      return yesNoHandler(field);
    case 'pin':
      return pinHandler(field);
    case 'inn':
      return innHandler(field);
    case 'phone':
      return phoneHandler(field);
    case 'email':
      return emailHandler(field);
    case 'address':
      return addressHandler(field);
    case 'file':
      return fileHandler(field);
  }
}
