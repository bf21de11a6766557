import { formatNumber, plural, pluralForm, type NounForms } from '../plural';
import { controlWords } from './control';

/** Words of the overview: how the register stands and what to do next. */

const MEMBERS: NounForms = { one: 'член объединения', few: 'члена объединения', many: 'членов объединения' };
const ERRORS: NounForms = { one: 'ошибка', few: 'ошибки', many: 'ошибок' };
const WARNINGS: NounForms = { one: 'предупреждение', few: 'предупреждения', many: 'предупреждений' };
const HELD: NounForms = {
  one: 'заседание проведено',
  few: 'заседания проведены',
  many: 'заседаний проведено',
};
const ROWS: NounForms = { one: 'строке', few: 'строках', many: 'строках' };
const PEOPLE: NounForms = { one: 'педагога', few: 'педагогов', many: 'педагогов' };
const REMARKS: NounForms = { one: 'замечание', few: 'замечания', many: 'замечаний' };
const DAYS: NounForms = { one: 'день', few: 'дня', many: 'дней' };

/** Rows named in a line of text: all of a few, the first of many. */
const NAMED_AT_MOST = 6;
const listed = (numbers: readonly string[]) =>
  numbers.length <= NAMED_AT_MOST
    ? numbers.join(', ')
    : `${numbers.slice(0, NAMED_AT_MOST).join(', ')} и других`;

/** «через 5 дней», «сегодня», «просрочено на 2 дня». */
const inDays = (days: number): string => {
  if (days === 0) return 'сегодня';
  return days > 0 ? `через ${plural(days, DAYS)}` : `просрочено на ${plural(-days, DAYS)}`;
};

/** What a step says on its button: what to do, and why. */
export interface StepWords {
  readonly title: string;
  readonly reason: string;
}

export const overviewWords = {
  heading: 'Обзор',
  calculatedOn: (date: string) => `расчёт на ${date}`,

  readiness: {
    heading: 'Готовность отчёта',
    percent: (percent: number) => `${formatNumber(percent)}\u00a0%`,
    filled: (filled: number, total: number) =>
      `заполнено ${formatNumber(filled)} из ${plural(total, { one: 'строки', few: 'строк', many: 'строк' })}`,
    agreement: (agreed: number, total: number) => `Сверка: ${agreed} из ${total}`,
    agreementFull: 'числа на листе совпадают с расчётом',
    agreementBroken: (numbers: readonly string[]) =>
      `${numbers.length === 1 ? 'расхождение в строке' : 'расхождения в строках'} ${listed(numbers)}`,
    open: 'Открыть показатели',
  },

  numbers: {
    heading: 'В цифрах',
    unknown: '—',
    members: (count: number | null) => (count === null ? 'нет данных о составе' : pluralForm(count, MEMBERS)),
    /** «3 из 4»: the regulation asks for four. */
    meetingCount: (held: number, required: number | null) =>
      required === null ? formatNumber(held) : `${formatNumber(held)} из ${formatNumber(required)}`,
    meetings: (held: number) => pluralForm(held, HELD),
    errors: (count: number) => (count === 0 ? 'ошибок нет' : pluralForm(count, ERRORS)),
    warnings: (count: number) => (count === 0 ? 'предупреждений нет' : pluralForm(count, WARNINGS)),
  },

  deadlines: {
    heading: 'Ближайшие сроки',
    all: 'Все сроки',
    none: 'Впереди сроков нет: всё выполнено или положение не называет дат.',
    line: (date: string, days: number) => `${date} · ${inDays(days)}`,
  },

  steps: {
    heading: 'Что сделать дальше',
    nothing: {
      title: 'Всё сделано',
      text: 'Ошибок нет, сроки в порядке, показатели заполнены. Когда появится новое, внесите его в книгу: числа пересчитаются сами.',
    },
    databank: (): StepWords => ({
      title: 'Внести педагогов в «Банк данных»',
      reason: 'С него начинается всё остальное: состав, посещаемость и показатели.',
    }),
    adoption: (): StepWords => ({
      title: 'Собрать реестр из моих таблиц',
      reason: 'Если списки уже ведутся в Excel, панель перенесёт их сама.',
    }),
    passport: (): StepWords => ({
      title: 'Заполнить «Паспорт»',
      reason: 'Пока не указано, чей это реестр и за какой год.',
    }),
    disagreement: (numbers: readonly string[]): StepWords => ({
      title: 'Вернуть формулы в «Приложение»',
      reason: `В ${numbers.length === 1 ? 'строке' : 'строках'} ${listed(numbers)} стоит не то, что даёт расчёт.`,
    }),
    errors: (code: string, count: number, all: number): StepWords => ({
      title: `Исправить: ${controlWords.kind(code).toLowerCase()}`,
      reason:
        count === all
          ? `${plural(count, ERRORS)}: из-за ${count === 1 ? 'неё' : 'них'} числа или документы неверны.`
          : `${plural(count, ERRORS)} из ${formatNumber(all)}: таких больше всего.`,
    }),
    overdue: (title: string, days: number, others: number): StepWords => ({
      title,
      reason:
        others === 0
          ? `${capital(inDays(-days))}.`
          : `${capital(inDays(-days))}; просрочено ещё ${formatNumber(others)}.`,
    }),
    consent: (count: number): StepWords => ({
      title: 'Получить согласия на обработку данных',
      reason: `Не отмечены у ${plural(count, PEOPLE)}.`,
    }),
    missing: (count: number): StepWords => ({
      title: 'Дополнить показатели',
      reason: `В ${plural(count, ROWS)} нет данных: внесите записи или подтвердите ноль.`,
    }),
    due: (title: string, days: number): StepWords => ({ title, reason: `Срок ${inDays(days)}.` }),
    send: (title: string, days: number): StepWords => ({
      title: 'Отправить отчёт в отдел',
      reason: `${title}: срок ${inDays(days)}.`,
    }),
    gaps: (count: number): StepWords => ({
      title: 'Заполнить пробелы в записях',
      reason: `В ${plural(count, ROWS)} отчёта число есть, но не у всех записей хватает данных.`,
    }),
    warnings: (code: string, count: number): StepWords => ({
      title: `Посмотреть: ${controlWords.kind(code).toLowerCase()}`,
      reason: `${plural(count, WARNINGS)} этого вида.`,
    }),
  },

  warnings: (count: number) => plural(count, REMARKS),
} as const;

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
