import { groundTexts, paymentTexts, stageTexts } from '@kyzmat/lifecycle';
import type { Text } from '@kyzmat/web';
import type { Service } from '../../services/catalogue.ts';
import type { ApplicationView, LoadedApplication } from './load.ts';
import { isEnded, isPayable, stageKinds, type Stage } from './stage.ts';

type Clock = ApplicationView['clocks'][number];

/** What the status page says first: who acts, until when, and which clock tells why. */
export interface Answer {
  readonly kind: string;
  readonly tag: Text;
  /** Key of the text under `status.answer.`. */
  readonly stage: Stage;
  readonly until?: string;
  /** The limit has passed: that is said instead of a promise. */
  readonly late: boolean;
  readonly clock?: Clock;
}

const awaited: Readonly<Partial<Record<Stage, string>>> = {
  submitted: 'intake_acceptance',
  in_progress: 'provision_end',
  approved: 'provision_end',
};

export function answerOf({ stage, clocks, provisionEndsAt }: ApplicationView): Answer {
  const clock = clocks.find(({ kind, closedAt }) => kind === awaited[stage] && closedAt === undefined);
  const until = clock?.dueAt ?? (awaited[stage] === 'provision_end' ? provisionEndsAt : undefined);
  return {
    kind: stageKinds[stage],
    tag: stageTexts[stage],
    stage,
    late: clock?.breachedAt !== undefined,
    ...(until === undefined ? {} : { until }),
    ...(clock === undefined ? {} : { clock }),
  };
}

interface TimelineItem {
  readonly state: 'done' | 'now' | 'wait' | 'todo' | 'error';
  readonly title: Text | string;
  /** Absent for what has no date yet. */
  readonly at?: string;
  /** A limit reads 24:00 at midnight, what happened reads 00:00. */
  readonly limit: boolean;
  readonly note?: Text | string;
  /** Why there is a delay, or why dates moved. */
  readonly because?: Text;
  readonly moved?: Entry['moved'];
  /** Who has to do it. */
  readonly who?: Text;
  /** The limit it is about: the one still running, or the one that was met. */
  readonly clock?: Clock;
}
type Entry = ApplicationView['timeline'][number];

const failures: readonly string[] = ['intake_refused', 'provision_refused', 'clock_breached'];

/** What happened, the limits that still run, and what is to come after them. */
export function timelineOf({ timeline, clocks, stage, providerName }: ApplicationView): TimelineItem[] {
  const going = !isEnded(stage);
  const past = timeline.map((entry, index): TimelineItem => {
    const last = going && index === timeline.length - 1;
    const state = failures.includes(entry.type) ? 'error' : last ? 'now' : 'done';
    return { ...told(entry), state, ...metBy(entry, clocks) };
  });
  const coming = clocks
    .filter((clock) => clock.closedAt === undefined && !isSilent(clock, clocks))
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
    .map((clock): TimelineItem => {
      const state = clock.breachedAt === undefined ? 'wait' : 'error';
      const who = clock.responsible === 'provider' ? providerName : portal;
      return { state, title: labelOf(comingTexts, clock.kind), at: clock.dueAt, limit: true, who, clock };
    });
  const later = (ahead[stage] ?? []).map((title): TimelineItem => ({ state: 'todo', title, limit: false }));
  return [...past, ...coming, ...later];
}

function told({ type, at, text, note, because, moved }: Entry): Omit<TimelineItem, 'state'> {
  return {
    title: text,
    at,
    limit: false,
    ...(note !== undefined && { note: type === 'registered' ? numbered(note) : note }),
    ...(because !== undefined && { because }),
    ...(moved !== undefined && { moved }),
  };
}

function numbered(number: string): Text {
  return {
    ky: `Каттоо номери: ${number}`,
    ru: `Регистрационный номер: ${number}`,
    en: `Registration number: ${number}`,
  };
}

const answers: readonly string[] = ['registered', 'intake_refused', 'completed', 'provision_refused'];

/** The limit an act has met, so that of what is done the date can be asked too. */
function metBy({ type, at }: Entry, clocks: readonly Clock[]): Pick<TimelineItem, 'clock'> {
  const met = clocks.find(({ closedAt, outcome }) => closedAt === at && outcome !== 'not_owed');
  return met !== undefined && answers.includes(type) ? { clock: met } : {};
}

const portal: Text = { ky: 'портал', ru: 'портал', en: 'the portal' };

/** Limits that run, as what the person waits for. */
const comingTexts: Readonly<Record<string, Text>> = {
  intake_acceptance: {
    ky: 'Арызыңыз кабыл алынганы билдирилет',
    ru: 'Сообщат, что заявление принято',
    en: 'You are told that the application is accepted',
  },
  intake_refusal: {
    ky: 'Кабыл алынбаса, себеби билдирилет',
    ru: 'Если не примут — сообщат причину',
    en: 'If it is not accepted, you are told why',
  },
  provision_end: {
    ky: 'Чечим кабыл алынып, жыйынтыгы даярдалат',
    ru: 'Примут решение и подготовят результат',
    en: 'The decision is taken and the result prepared',
  },
  result_handover: {
    ky: 'Жыйынтыгы сизге берилет',
    ru: 'Вам передадут результат',
    en: 'You are given the result',
  },
  outage_status: {
    ky: 'Үзгүлтүктөн кийин арыздын абалы көрсөтүлөт',
    ru: 'Покажут, как обстоят дела после сбоя',
    en: 'You are shown how things stand after the outage',
  },
  notice: { ky: 'Сизге билдирүү келет', ru: 'Вам придёт уведомление', en: 'A notice comes to you' },
};

const decision: Text = {
  ky: 'Мекеменин чечими',
  ru: 'Решение учреждения',
  en: 'The decision of the provider',
};
const result: Text = {
  ky: 'Жыйынтыгы кабинетиңизде',
  ru: 'Результат — в кабинете',
  en: 'The result, in your account',
};
/** What comes after the limits that run now; it has no date yet. */
const ahead: Readonly<Partial<Record<Stage, readonly Text[]>>> = {
  submitted: [decision, result],
  accepted: [decision, result],
  suspended_unpaid: [decision, result],
  in_progress: [result],
};

/** While intake is awaited, the limit of a refusal says nothing beside the equal limit of the acceptance. */
function isSilent({ kind, dueAt }: Clock, clocks: readonly Clock[]): boolean {
  const equal = clocks.some((other) => other.kind === 'intake_acceptance' && other.dueAt === dueAt);
  return kind === 'intake_refusal' && equal;
}

/** Where to come in person, while that is what the term waits for (P573-29c). */
export function appearanceOf(
  { stage, timeline }: ApplicationView,
  { definition }: Service,
): { readonly turn: boolean; readonly place?: Text; readonly basis?: Text } | undefined {
  const { appearanceRequired, appearancePlace: place, appearanceBasis: basis } = definition.service;
  const known = timeline.some(({ type }) => type === 'appearance_recorded');
  const waits = stage === 'submitted' || stage === 'suspended_unpaid' || stage === 'accepted';
  if (!appearanceRequired || known || !waits) return undefined;
  return { turn: stage === 'accepted', ...(place && { place }), ...(basis && { basis }) };
}

/** The payment in words, when the service costs something. */
export function paymentOf({ application, charge }: LoadedApplication): object | undefined {
  const { priceTyiyn, stage } = application;
  if (priceTyiyn === 0) return undefined;
  // The charge follows the application within a moment: who presses sooner waits for it.
  const payment = application.payment === 'none' ? 'charged' : application.payment;
  return {
    state: payment,
    text: paymentTexts[payment],
    amount: charge?.amountTyiyn ?? priceTyiyn,
    split: charge?.split ?? [],
    payable: isPayable(payment, stage),
    receipt: charge?.confirmedAt !== undefined,
  };
}

/** The grounds of a refusal in words: of the law for intake, of the service's own regulation for provision. */
export function groundsOf({ refusal }: ApplicationView, service: Service): (Text | string)[] {
  const own = new Map(service.definition.service.refusalGrounds.map(({ id, text }) => [id, text]));
  return (refusal?.grounds ?? []).map((ground) => own.get(ground) ?? labelOf(groundTexts, ground));
}

/** A label by a name that came from outside; the name itself when there is none. */
function labelOf(labels: Readonly<Record<string, Text>>, name: string): Text | string {
  return labels[name] ?? name;
}
