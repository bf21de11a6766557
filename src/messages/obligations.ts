import type { Duty, Obligation, ObligationState, YearlyRule } from '../control/obligations';
import { DUE_WORDS } from '../indicators/states';
import { dayOf, shownDate } from '../register/dates';
import type { Regulation } from '../regulations';
import { plural } from './plural';

/** What an obligation is called and why it stands as it does, in Russian. */

/** The words that the formulas of «Состояние» say. */
export const OBLIGATION_STATES: Readonly<Record<ObligationState, string>> = DUE_WORDS;

type Words = Regulation['words'];

const MEETINGS = { one: 'заседание', few: 'заседания', many: 'заседаний' } as const;
const DAYS = { one: 'рабочий день', few: 'рабочих дня', many: 'рабочих дней' } as const;
const MEMBERS = { one: 'член', few: 'члена', many: 'членов' } as const;
/** «из 51 строки», «из 53 строк». */
const OF_ROWS = { one: 'строки', few: 'строк', many: 'строк' } as const;
const YEARS = { one: 'год', few: 'года', many: 'лет' } as const;

const YEARLY_TITLES: Readonly<Record<YearlyRule, (words: Words) => string>> = {
  'leader-order': ({ association }) => `Ежегодный приказ о назначении руководителя ${association}`,
  'leader-election': ({ association }) => `Ежегодные выборы руководителя и заместителя ${association}`,
  'formation-order': ({ association }) => `Ежегодный приказ о создании ${association}`,
  monitoring: () => 'Ежегодный мониторинг с анализом и адресными рекомендациями',
};

const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

/** «III квартал 2025 года»: as the calendar counts them; «2-я четверть»: as the school year does. */
function spanName({ pace, ordinal, span }: Extract<Duty, { kind: 'meeting' }>): string {
  if (pace === 'term') return `${String(ordinal)}-я четверть`;
  const { year, month } = dayOf(span.end);
  return `${QUARTERS[Math.ceil(month / 3) - 1] ?? ''} квартал ${String(year)} года`;
}

export function obligationTitle({ duty }: Pick<Obligation, 'duty'>, words: Words): string {
  switch (duty.kind) {
    case 'plan':
      return duty.name;
    case 'report':
      return duty.addressee === null ? duty.name : `${duty.name} (кому: ${duty.addressee})`;
    case 'meetings':
      return `Провести за отчётный период не менее ${plural(duty.required, { one: 'заседания', few: 'заседаний', many: 'заседаний' })}`;
    case 'meeting':
      return `Заседание: ${spanName(duty)} (${shownDate(duty.span.begin)}–${shownDate(duty.span.end)})`;
    case 'protocol':
      return `Протокол заседания${duty.meeting === null ? '' : ` № ${String(duty.meeting)}`} от ${shownDate(duty.held)}`;
    case 'yearly':
      return YEARLY_TITLES[duty.rule](words);
    case 'term':
      return `Окончание срока полномочий: ${words.leader} и члены ${words.association}`;
    case 'renewal':
      return `Обновление состава ${words.association}: не менее одного из ${String(duty.oneOf)}`;
    case 'databank-update':
      return `Ежегодное обновление банка данных ${words.association}`;
    case 'decision': {
      const { meeting, item, text } = duty.decision;
      const place = [
        ...(meeting === null ? [] : [`заседание № ${String(meeting)}`]),
        ...(item === null ? [] : [`п. ${String(item)}`]),
      ].join(', ');
      return `Решение${place === '' ? '' : ` (${place})`}: ${text === '' ? 'без текста' : text}`;
    }
  }
}

/** By what the date and the state are counted, and what will fulfil the obligation. */
export function obligationBasis({ duty, due, daysLeft, typed, state }: Obligation): string {
  if (typed !== null) return `Выполнено ${shownDate(typed)}, по столбцу «Выполнено» листа «Сроки».`;
  return [...reasons(duty, due, daysLeft), ...(state === 'done' ? [] : [remedy(duty)])]
    .map(sentence)
    .join(' ');
}

/** A capital at the beginning and a full stop at the end. */
const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

function reasons(duty: Duty, due: number | null, daysLeft: number | null): readonly string[] {
  // an explanation of the regulation's own says as much
  const undated = (explanation: string): readonly string[] =>
    due === null && explanation === '' ? ['Положение не называет даты'] : [];
  switch (duty.kind) {
    case 'plan':
      return [...undated(duty.explanation), ...said(duty.explanation)];
    case 'report': {
      const { readiness } = duty;
      return [
        ...undated(duty.explanation),
        ...said(duty.explanation),
        ...(readiness === null
          ? []
          : [
              `Приложение заполнено на ${String(readiness.percent)} %: ${String(readiness.rowsWithValue)} из ${plural(readiness.rows, OF_ROWS)}`,
            ]),
      ];
    }
    case 'meetings': {
      const left = Math.max(0, duty.required - duty.held);
      return [
        `Проведено ${String(duty.held)} из ${String(duty.required)}${left === 0 ? '' : `, осталось ${plural(left, MEETINGS)}`}`,
        'Срок — дата отчёта: до неё считается темп',
      ];
    }
    case 'meeting':
      return [
        duty.held === 0
          ? `Заседание в этот срок ${(daysLeft ?? 0) < 0 ? '' : 'ещё '}не проведено`
          : `Проведено ${plural(duty.held, MEETINGS)}`,
      ];
    case 'protocol':
      return [
        `Заседание проведено ${shownDate(duty.held)}; на протокол ${plural(duty.days, DAYS)}: срок — правило объединения, положение его не называет`,
      ];
    case 'yearly':
      return [
        ...said(duty.explanation),
        `Период ${shownDate(duty.period.begin)}–${shownDate(duty.period.end)}`,
      ];
    case 'term':
      return duty.order === null
        ? ['Дата приказа в паспорте не указана: срок неизвестен']
        : [`Приказ от ${shownDate(duty.order)}, срок полномочий ${plural(duty.years, YEARS)}`];
    case 'renewal':
      return duty.order === null
        ? ['Дата приказа в паспорте не указана: срок неизвестен']
        : [
            `Приказ от ${shownDate(duty.order)}; с этого дня в составе ${plural(duty.renewed, MEMBERS)} из ${String(duty.members)}`,
          ];
    case 'databank-update':
      return [
        duty.updated === null
          ? 'Дата обновления в паспорте не указана'
          : `Банк данных обновлён ${shownDate(duty.updated)}`,
        `Период ${shownDate(duty.period.begin)}–${shownDate(duty.period.end)}`,
      ];
    case 'decision':
      return [
        ...(duty.decision.responsible === '' ? [] : [`Ответственный: ${duty.decision.responsible}`]),
        ...(duty.decision.fulfilled === null ? [] : [`Исполнено ${shownDate(duty.decision.fulfilled)}`]),
      ];
  }
}

const said = (explanation: string): readonly string[] => (explanation === '' ? [] : [explanation]);

const TYPED = 'Когда будет сделано, введите дату в столбец «Выполнено» листа «Сроки»';

function remedy(duty: Duty): string {
  switch (duty.kind) {
    case 'plan':
    case 'report':
    case 'yearly':
      return TYPED;
    case 'meetings':
    case 'meeting':
      return 'Проведённое заседание внесите на лист «Заседания» с датой';
    case 'protocol':
      return 'Введите «Дату протокола» на листе «Заседания»';
    case 'term':
      return duty.order === null
        ? 'Введите «Дату приказа» в паспорт'
        : 'Новый приказ: введите его дату в паспорт';
    case 'renewal':
      return 'Новым членам укажите «В составе с» в банке данных';
    case 'databank-update':
      return 'Введите «Дату обновления банка данных» в паспорт';
    case 'decision':
      return 'Введите дату в столбец «Исполнено» листа «Решения»';
  }
}
