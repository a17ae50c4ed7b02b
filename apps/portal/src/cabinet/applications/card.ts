import type { Applications } from '@kyzmat/contracts';
import { stageTexts } from '@kyzmat/lifecycle';
import type { Text } from '@kyzmat/web';
import { formatDeadline } from '@kyzmat/working-time';
import { zone } from '../../site/formats.ts';
import { isPayable, stageKinds } from './stage.ts';

type Summary = Applications['ApplicationSummary'];

/** An application in a list: its stage in a word, what comes next, and until when. */
export function applicationCard(summary: Summary): object {
  const { id, serviceTitle, stage, reference } = summary;
  const text = nextOf(summary);
  return {
    href: `/cabinet/applications/${id}`,
    title: serviceTitle,
    tag: { kind: stageKinds[stage], text: stageTexts[stage] },
    ...(text === undefined ? {} : { text }),
    facts: [{ icon: 'file', text: { ky: `№ ${reference}`, ru: `№ ${reference}` } }],
  };
}

function nextOf({ stage, payment, provisionEndsAt, nextDueAt, nextDueKind }: Summary): Text | undefined {
  if (isPayable(payment, stage)) {
    return {
      ky: 'Сиздин кезегиңиз: төлөңүз. Төлөнбөсө да арыз четке кагылбайт.',
      ru: 'Ваш ход: оплатите. За неоплату не отказывают.',
    };
  }
  switch (stage) {
    case 'submitted': {
      const until = nextDueKind?.startsWith('intake') === true ? nextDueAt : undefined;
      return sentence('Мекеме арызды каттайт', 'Учреждение зарегистрирует заявление', until);
    }
    case 'accepted':
      return sentence('Мөөнөттүн башталышы күтүлүүдө', 'Ожидается начало срока');
    case 'suspended_unpaid':
      return sentence('Төлөм күтүлүүдө', 'Ожидается оплата');
    case 'in_progress':
      return sentence('Мекеме чечим кабыл алат', 'Учреждение примет решение', provisionEndsAt);
    case 'approved':
      return sentence(
        'Документ даярдалып, кол коюлууда',
        'Документ готовится и подписывается',
        provisionEndsAt,
      );
    case 'completed':
      return { ky: 'Документиңиз даяр: алып алсаңыз болот.', ru: 'Документ готов: его можно получить.' };
    case 'provision_refused':
    case 'intake_refused':
      return {
        ky: 'Себеби жана даттануу тартиби — арыздын барагында.',
        ru: 'Причина и порядок обжалования — на странице заявления.',
      };
    case 'withdrawn':
      return undefined;
  }
}

function sentence(ky: string, ru: string, until?: string): Text {
  if (until === undefined) return { ky: `${ky}.`, ru: `${ru}.` };
  return {
    ky: `${ky}. Акыркы мөөнөтү: ${formatDeadline(until, 'ky', zone)}.`,
    ru: `${ru}. Крайний срок: ${formatDeadline(until, 'ru', zone)}.`,
  };
}
