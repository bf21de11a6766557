import { z } from 'zod';

/**
 * The catalogue of rules (regulations.md, «Rule table»): every rule a regulation may set, with the words it has on
 * «Правила». A regulation states the values it sets; what it leaves unsaid stands on the sheet empty, or with the
 * association's own value. Codes are the contract: formulas of the sheets find rules by them.
 */

const day = z.string().regex(/^\d{2}\.\d{2}$/);

/** What a value of each kind looks like in the regulations' own data; what people type is read in src/control. */
const VALUE_SCHEMAS = {
  /** A whole number above zero. */
  number: z.number().int().positive(),
  /** A day of the year: "30.05". */
  day,
  /** A stretch of the year, or its last day alone: "01.07–30.09", "01.11". */
  span: z.string().regex(/^(\d{2}\.\d{2}–)?\d{2}\.\d{2}$/),
  /** A day of one certain year: "01.09.2023". */
  date: z.string().regex(/^\d{2}\.\d{2}\.\d{4}$/),
  /** Values named one after another: "высшая, первая". */
  words: z.string().min(1),
  text: z.string().min(1),
} as const;

export type RuleKind = keyof typeof VALUE_SCHEMAS | 'choice';

interface RuleDefinition {
  readonly kind: RuleKind;
  readonly title: string;
  readonly unit: string;
  /** What may stand there, where the rule is a choice. */
  readonly choices?: readonly [string, ...string[]];
  /** The association's own rule where regulations are silent. */
  readonly usual?: number | string;
  /** True: an empty cell is a slip, and the usual value is applied. */
  readonly always?: true;
  /** Said beside a rule that a regulation does not set. */
  readonly silence: string;
}

const rule = <K extends Exclude<RuleKind, 'choice'>>(kind: K, title: string, unit = '', silence = '') =>
  ({ kind, title, unit, silence }) as const;

/** The words a rule can be set to; anything else is not understood. */
const choice = <const C extends readonly [string, ...string[]]>(title: string, choices: C, silence = '') =>
  ({ kind: 'choice', title, unit: '', silence, choices }) as const;

/** A number that a check or an obligation cannot do without. */
const threshold = (title: string, usual: number, unit: string, silence = '') =>
  ({ kind: 'number', title, unit, usual, always: true, silence }) as const;

export const PERIODS = ['учебный год', 'календарный год'] as const;
export const MEETING_PACES = ['за учебный год', 'в каждом квартале', 'в каждой четверти'] as const;
export const QUORUMS = ['более половины членов'] as const;
export const MAJORITIES = [
  'за больше, чем против',
  'за больше половины присутствующих',
  'за больше половины всех членов',
] as const;
export const TIES = ['решает голос руководителя'] as const;
const EVERY_YEAR = ['ежегодно'] as const;

export const RULES = {
  regulation: rule('text', 'Положение, из которого взяты правила'),
  association: rule('text', 'Как объединение называется коротко'),
  period: choice('Отчётный период', PERIODS),

  size: rule('number', 'Членов объединения, не менее', 'человек'),
  'formation-order': choice('Приказ о создании объединения', EVERY_YEAR),
  leader: rule('text', 'Кто возглавляет объединение'),
  'leader-order': choice('Приказ о назначении руководителя', EVERY_YEAR),
  'leader-election': choice('Выборы руководителя и заместителя', EVERY_YEAR),
  'leader-education': rule('words', 'Образование руководителя'),
  'leader-categories': rule('words', 'Категория руководителя, одна из'),
  'leader-experience': rule('number', 'Педагогический стаж руководителя, не менее', 'лет'),
  deputy: rule('text', 'Заместитель'),
  secretary: rule('text', 'Секретарь'),
  curator: rule('text', 'Куратор'),
  roles: rule('words', 'Роли, которые кто-то один должен занимать'),
  'term-years': rule('number', 'Срок полномочий', 'лет'),
  renewal: rule('number', 'По истечении срока обновить состав: не менее чем один из', 'членов'),

  meetings: rule('number', 'Заседаний за отчётный период, не менее', 'заседания'),
  'meetings-pace': choice('Заседания проводятся', MEETING_PACES),
  'meeting-period-1': rule('span', 'Первый срок заседания', 'дни и месяцы'),
  'meeting-period-2': rule('span', 'Второй срок заседания', 'дни и месяцы'),
  'meeting-period-3': rule('span', 'Третий срок заседания', 'дни и месяцы'),
  'meeting-period-4': rule('span', 'Четвёртый срок заседания', 'дни и месяцы'),
  quorum: choice('Кворум', QUORUMS, 'Положение не называет кворума; присутствующие всё равно считаются'),
  majority: {
    ...choice(
      'Решение принято, если',
      MAJORITIES,
      'Положение не называет правила голосования; применяется обычное большинство',
    ),
    usual: MAJORITIES[0],
  },
  tie: choice('При равенстве голосов', TIES),
  'decision-force': rule('text', 'Сила решений'),
  'decision-control': rule('text', 'Контроль исполнения решений'),
  protocol: rule('text', 'Протокол заседания'),
  'protocol-days': threshold('Срок оформления протокола', 5, 'рабочих дней', 'Положение срока не называет'),
  'registration-sheet': rule('text', 'Лист регистрации участников'),

  plan: rule('text', 'План работы'),
  'plan-day': rule('day', 'План работы составить до', 'день и месяц'),
  'plan-approval': rule('text', 'Кто утверждает план'),
  report: rule('text', 'Отчёт'),
  'report-day': rule('day', 'Отчёт представить до', 'день и месяц'),
  'report-2-day': rule('day', 'Отчёт представить до: второй срок того же положения', 'день и месяц'),
  'report-to': rule('text', 'Кому представить отчёт'),
  'report-appendix': choice('Приложение к отчёту: показатели', ['требуется']),
  scans: rule('text', 'Сканы подтверждающих документов'),

  databank: rule('text', 'Банк данных о педагогах'),
  'databank-update': choice('Обновление банка данных', EVERY_YEAR),
  consent: rule('text', 'Согласие на обработку персональных данных'),
  needs: rule('text', 'Профессиональные потребности и дефициты'),
  'self-education': rule('text', 'Темы самообразования'),
  monitoring: choice('Мониторинг', EVERY_YEAR),
  subdivisions: rule('text', 'Как делится объединение'),

  'attestation-years': {
    ...rule(
      'number',
      'Категория действует',
      'лет',
      'Если не сказано иное в столбце «Категория действует до»',
    ),
    usual: 5,
  },
  'attestation-unlimited-since': {
    ...rule(
      'date',
      'Первая и высшая категории бессрочны, если присвоены с',
      'дата',
      'Порядок аттестации, утверждённый приказом Минпросвещения России от 24.03.2023 № 196',
    ),
    usual: '01.09.2023',
  },
  'attestation-risk-days': threshold('Аттестация «под угрозой»: осталось дней, менее', 90, 'дней'),
  'attestation-soon-days': threshold('Аттестация «скоро»: осталось дней, менее', 180, 'дней'),
  'courses-years': threshold(
    'Курсы повышения квалификации не реже одного раза в',
    3,
    'года',
    'Право педагога (ст. 47 Федерального закона № 273-ФЗ): подсказка, не нарушение',
  ),
  'high-score': threshold(
    'Высокобалльник: баллов ЕГЭ, не менее',
    81,
    'баллов',
    'Источники называют 80 или 81; порог печатается сноской под формой',
  ),

  'soon-days': threshold('Срок «скоро»: осталось дней, не более', 30, 'дней'),
  'risk-days': threshold('Срок «под угрозой»: осталось дней, не более', 14, 'дней'),
  'decision-soon-days': threshold('Решение «скоро»: осталось дней, не более', 7, 'дней'),
  'pace-soon-days': threshold('Заседания «скоро»: дней на одно оставшееся, менее', 45, 'дней'),
  'pace-risk-days': threshold('Заседания «под угрозой»: дней на одно оставшееся, менее', 21, 'дней'),
  'readiness-percent': threshold('Приложение готово: заполнено строк, не менее', 80, '%'),
  'readiness-soon-days': threshold('Неготовое приложение «скоро»: осталось дней, не более', 60, 'дней'),
  'readiness-risk-days': threshold('Неготовое приложение «под угрозой»: осталось дней, не более', 30, 'дней'),
} as const satisfies Record<string, RuleDefinition>;

export type RuleCode = keyof typeof RULES;

type OfKind<K extends RuleKind> = {
  [C in RuleCode]: (typeof RULES)[C]['kind'] extends K ? C : never;
}[RuleCode];

export type NumberRule = OfKind<'number'>;
export type DayRule = OfKind<'day'>;
export type SpanRule = OfKind<'span'>;
export type DateRule = OfKind<'date'>;
export type WordsRule = OfKind<'words'>;
export type TextRule = OfKind<'text'>;
export type ChoiceRule = OfKind<'choice'>;
export type Choice<C extends ChoiceRule> = (typeof RULES)[C]['choices'][number];
/** Numbers that are always there: the usual one stands in for an empty or misread cell. */
export type Threshold = {
  [C in NumberRule]: (typeof RULES)[C] extends { readonly always: true } ? C : never;
}[NumberRule];

export const RULE_CODES = Object.keys(RULES) as RuleCode[];

/** The same catalogue by the form its entries share, for whoever goes through all of it. */
export const ruleDefinition = (code: RuleCode): RuleDefinition => RULES[code];

/** The clause of a rule that no regulation sets. */
export const NOT_SET = 'не установлено';
/** The clause of a rule that the association sets itself. */
export const OWN_RULE = 'правило объединения';

/** True for a value of the kind the rule asks for; null: not set. */
function fits(code: RuleCode, value: string | number | null): boolean {
  const { kind, choices, always } = ruleDefinition(code);
  if (value === null) return always !== true;
  if (kind === 'choice') return choices?.some((each) => each === value) ?? false;
  return VALUE_SCHEMAS[kind].safeParse(value).success;
}

export const ruleSchema = z
  .object({
    /** Stable code the workbook and the domain know the rule by, e.g. `meetings`. */
    code: z.enum(RULE_CODES),
    title: z.string().min(1),
    /** null: the regulation says nothing of it. Days of the year are "30.05". */
    value: z.union([z.number(), z.string(), z.null()]),
    unit: z.string(),
    /** Where the rule comes from: a clause of the regulation, a law, or the association's own custom. */
    clause: z.string().min(1),
    explanation: z.string(),
  })
  .refine(({ code, value }) => fits(code, value), { error: 'the value is not of the kind of its rule' });

export type Rule = z.infer<typeof ruleSchema>;

/** What a regulation says of one rule. */
export interface Statement {
  readonly value: number | string | null;
  readonly clause: string;
  readonly explanation: string;
  /** In place of the catalogue's title, where the regulation speaks of the thing in its own words. */
  readonly title?: string;
}

export const states = (
  value: Statement['value'],
  clause: string,
  explanation = '',
  title?: string,
): Statement => ({ value, clause, explanation, ...(title === undefined ? {} : { title }) });

/** All rules in the catalogue's order, those a regulation is silent about included. */
export function ruleTable(stated: Readonly<Partial<Record<RuleCode, Statement>>>): Rule[] {
  return RULE_CODES.map((code) => {
    const { title, unit, usual, always, kind, silence } = ruleDefinition(code);
    const statement = stated[code];
    if (statement !== undefined) return { code, unit, ...statement, title: statement.title ?? title };
    const ownRule = always === true || kind === 'number' || kind === 'date';
    return {
      code,
      title,
      value: usual ?? null,
      unit,
      clause: usual !== undefined && ownRule ? OWN_RULE : NOT_SET,
      explanation: silence,
    };
  });
}
