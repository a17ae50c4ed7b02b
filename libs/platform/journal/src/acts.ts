/** Groups of personal data, as a person would name them. Values never stand in the journal. */
export const categories = [
  'profile',
  'contact',
  'consents',
  'applicant',
  'answers',
  'attachments',
  'history',
  'result',
  'payment',
] as const;
export type Category = (typeof categories)[number];

/** What is done with personal data, and which of them leave the process by it. One line for each way out. */
export const acts = {
  'application.view': ['applicant', 'answers', 'history'],
  'application.watch': ['history'],
  'application.support': ['applicant', 'contact', 'answers', 'history'],
  'application.attachment': ['attachments'],
  'application.copy': ['applicant', 'answers'],
  'application.package': ['applicant', 'answers', 'attachments'],
  'application.result': ['result'],
  'application.notice': ['history'],
  'delivery.request': ['applicant', 'answers'],
  'delivery.attachment': ['attachments'],
  'delivery.news': ['history'],
  'delivery.question': ['answers', 'history'],
  'delivery.contacts': ['contact', 'history'],
  'payment.order': ['payment'],
  'payment.view': ['payment'],
  'payment.receipt': ['profile', 'payment'],
  'profile.read': ['profile'],
  'contact.read': ['contact'],
  'data.exported': categories,
  'data.erased': [],
  'cabinet.erased': [],
} as const satisfies Readonly<Record<string, readonly Category[]>>;
export type Act = keyof typeof acts;
