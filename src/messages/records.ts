import { formatNumber } from './plural';

/** What a form says of a record before it is written. */
export const RECORDS = {
  enters: (numbers: readonly string[]): string =>
    numbers.length === 1
      ? `Войдёт в показатель ${String(numbers[0])}.`
      : `Войдёт в показатели ${listed(numbers)}.`,
  entersNot: (reason: string): string => `Не войдёт в показатели: ${reason}.`,
  /** Events of another level or for teachers: «Мероприятия» feed one row alone. */
  entersNoEvent: 'Не войдёт в показатель 28.1: там считаются муниципальные мероприятия для обучающихся.',
  notBegun: 'Заполните поля, и станет видно, в какой показатель войдёт запись.',
  required: (column: string): string => `Заполните поле «${column}».`,
  notInList: (value: string): string =>
    `Значения «${value}» нет в списке: запись сохранится, но в показатель может не войти.`,
  unknownTeacher: (name: string): string =>
    `«${name}» нет в банке данных: запись не войдёт в показатели, пока педагога там нет.`,
  notDate: (column: string): string => `В поле «${column}» нужна дата, например 12.03.2026.`,
  notNumber: (column: string): string => `В поле «${column}» нужно число.`,
} as const;

const listed = (numbers: readonly string[]): string =>
  `${numbers.slice(0, -1).join(', ')} и ${String(numbers.at(-1))}`;

/** What the meeting desk says of quorum and outcomes. */
export const DESK = {
  quorum: {
    reached: (present: number, members: number): string =>
      `Кворум есть: ${formatNumber(present)} из ${formatNumber(members)}`,
    'not reached': (present: number, members: number): string =>
      `Кворума нет: ${formatNumber(present)} из ${formatNumber(members)}, нужно больше половины`,
    'not set': (present: number, members: number): string =>
      `Присутствуют ${formatNumber(present)} из ${formatNumber(members)}; кворум положением не установлен`,
    nobody: 'Отметьте присутствующих, и станет виден кворум',
    noDate: 'Укажите дату: члены объединения считаются на день заседания',
  },
  outcomes: {
    passed: 'Решение принято',
    'not passed': 'Решение не принято',
    'no data': 'Внесите голоса «за», «против» и «воздержались»',
  },
  /** Votes are equal and the leader decides, or the number of those present is not known. */
  waitingForLeader: 'Голоса равны: отметьте голос руководителя',
  waitingForMarks: 'Отметьте присутствующих: без них не видно, набрано ли большинство',
  quorumRule: (rule: string, clause: string): string => `Кворум: ${rule} (${clause})`,
  majorityRule: (rule: string, clause: string): string => `Решение принимается: ${rule} (${clause})`,
} as const;
