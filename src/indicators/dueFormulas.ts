import { isDate, membersOn, wholeNumber } from './meetingFormulas';
import {
  literal,
  ruleIs,
  ruleNumber,
  ruleText,
  ruleThreshold,
  ruleValue,
  type ColumnFormulaDefinition,
  type References,
} from './references';
import { DUE_WORDS, STATE_WORDS } from './states';

/**
 * What is due, as formulas (regulations.md, «Deadlines that follow»): «План», «Решения» and «Сроки» say how they
 * stand without the add-in. The engine (src/control/obligations.ts) derives the same apart from them.
 */

const YES = 'TRUE';
const NO = 'FALSE';

/** Days from «Дата расчёта» to a date, and whether both are dates at all. */
const daysTo = (date: string, refs: References): { readonly isKnown: string; readonly left: string } => ({
  isKnown: `AND(${refs.rule('heldBefore')}>0,ISNUMBER(${date}))`,
  left: `INT(${date})-${refs.rule('heldBefore')}+1`,
});

interface Due {
  readonly isDone: string;
  readonly isKnown: string;
  readonly left: string;
  /** So many days left or fewer; null: nothing is ever at risk. */
  readonly risk: string | null;
  readonly soon: string;
}

/** The words of a state: the fewer days are left the sterner. */
function dueState({ isDone, isKnown, left, risk, soon }: Due): string {
  const word = (state: keyof typeof DUE_WORDS): string => literal(DUE_WORDS[state]);
  const near = `IF(${left}<=${soon},${word('soon')},${word('ok')})`;
  const ahead = risk === null ? near : `IF(${left}<=${risk},${word('risk')},${near})`;
  return `IF(${isDone},${word('done')},IF(NOT(${isKnown}),"дата не распознана",IF(${left}<0,${word('overdue')},${ahead})))`;
}

function planFormulas(refs: References): readonly ColumnFormulaDefinition[] {
  const table = 'План';
  const cell = (column: string): string => refs.cell(table, column);
  const [due, isDone] = [cell('Окончание'), isDate(cell('Выполнено'))];
  const state = dueState({
    isDone,
    ...daysTo(due, refs),
    risk: ruleThreshold('risk-days', refs),
    soon: ruleThreshold('soon-days', refs),
  });
  return [
    {
      table,
      column: 'Состояние',
      formula: `=IFERROR(IF(${cell('Мероприятие')}="","",IF(AND(NOT(${isDone}),${due}=""),"нет даты",${state})),"ошибка в строке")`,
    },
  ];
}

function decisionFormulas(refs: References): readonly ColumnFormulaDefinition[] {
  const table = 'Решения';
  const cell = (column: string): string => refs.cell(table, column);
  const due = cell('Срок');
  // a date typed on «Сроки» counts as well as one typed here
  const code = `"decision-"&${wholeNumber(cell('Заседание'))}&"-"&${wholeNumber(cell('Пункт'))}`;
  const onDeadlines = `IFERROR(COUNTIFS(${refs.column('Сроки', 'Код')},${code},${refs.column('Сроки', 'Выполнено')},">=1")>0,${NO})`;
  const state = dueState({
    isDone: `IF(${isDate(cell('Исполнено'))},${YES},${onDeadlines})`,
    ...daysTo(due, refs),
    risk: null,
    soon: ruleThreshold('decision-soon-days', refs),
  });
  return [
    {
      table,
      column: 'Состояние',
      formula: `=IFERROR(IF(${cell('Решили')}="","",IF(${due}="",IF(${isDate(cell('Исполнено'))},${literal(DUE_WORDS.done)},"без срока"),${state})),"ошибка в строке")`,
    },
  ];
}

/** Given for good since a day of «Правила»; these titles exist only since then. */
const UNLIMITED = ['первая', 'высшая'] as const;
const UNLIMITED_TITLES = ['педагог-методист', 'педагог-наставник'] as const;

/** Until when a category lasts, of members who are teachers (control.md, «Time»); «срок неизвестен» is not «бессрочно». */
function attestationFormulas(refs: References): readonly ColumnFormulaDefinition[] {
  const table = 'Педагоги';
  const cell = (column: string): string => refs.cell(table, column);
  const [given, until, end] = [
    cell('Дата аттестации'),
    cell('Категория действует до'),
    cell('Последний день категории'),
  ];
  const [joined, gone, today] = [cell('В составе с'), cell('Выбыл'), refs.rule('heldBefore')];
  const isOutside =
    `OR(IF(${isDate(joined)},${joined}>=${today},${NO}),IF(${isDate(gone)},${gone}<${today},${NO}),` +
    `${cell('Педагог')}="нет")`;
  const category = `TRIM(${cell('Категория')})`;
  const is = (values: readonly string[]): string =>
    `OR(${values.map((value) => `${category}=${literal(value)}`).join(',')})`;
  // a day of one certain year, typed as a date or as the text «01.09.2023»
  const [limit, text] = [
    ruleValue('attestation-unlimited-since', refs),
    ruleText('attestation-unlimited-since', refs),
  ];
  const since = `IF(ISNUMBER(${limit}),INT(${limit}),DATE(VALUE(RIGHT(${text},4)),VALUE(MID(${text},4,2)),VALUE(LEFT(${text},2))))`;
  const isLimited = `${text}<>""`;
  const unknown = '"срок неизвестен"';
  const forGood = '"бессрочно"';
  const byYears = `EDATE(INT(${given}),12*${ruleNumber('attestation-years', refs)})`;
  const counted =
    `IF(IF(${isLimited},${is(UNLIMITED_TITLES)},${NO}),${forGood},IF(NOT(${isDate(given)}),${unknown},` +
    `IF(IF(${isLimited},IF(${is(UNLIMITED)},INT(${given})>=${since},${NO}),${NO}),${forGood},${byYears})))`;
  const left = `${end}-${today}+1`;
  const near = (state: 'risk' | 'soon', otherwise: string): string =>
    `IF(${left}<${ruleThreshold(`attestation-${state}-days`, refs)},${literal(DUE_WORDS[state])},${otherwise})`;
  return [
    {
      table,
      column: 'Состояние аттестации',
      formula:
        `=IFERROR(IF(NOT(ISNUMBER(${end})),${end},IF(${left}<0,${literal(DUE_WORDS.overdue)},` +
        `${near('risk', near('soon', literal(DUE_WORDS.ok)))})),"ошибка в строке")`,
    },
    {
      table,
      column: 'Последний день категории',
      formula:
        `=IFERROR(IF(${cell('ФИО')}="","",IF(${isOutside},"",IF(OR(${category}="",${category}="без категории"),"",` +
        `IF(${isDate(until)},INT(${until}),IFERROR(IF(${ruleNumber('attestation-years', refs)}>0,${counted},${unknown}),${unknown}))))),"")`,
    },
  ];
}

/** What is looked up in the workbook for an obligation, by the beginning of its code. */
interface Evidence {
  readonly code: string;
  /** `whole`: the code is this; otherwise a number follows it. */
  readonly whole?: true;
  readonly isFound: string;
}

/** Codes of duties of every year: a typed date counts inside the period only. */
const YEARLY = [
  'leader-order',
  'leader-election',
  'formation-order',
  'monitoring',
  'databank-update',
] as const;

const REPORTS = ['report', 'report-2'] as const;

/** Codes of duties that a new term opens: a typed date counts from the day after the order. */
const OF_TERM = ['term', 'renewal'] as const;

const anyOf = (cell: string, codes: readonly string[]): string =>
  `OR(${codes.map((code) => `${cell}=${literal(code)}`).join(',')})`;

function deadlineFormulas(refs: References): readonly ColumnFormulaDefinition[] {
  const table = 'Сроки';
  const cell = (column: string): string => refs.cell(table, column);
  const [code, due, typed, since] = [cell('Код'), cell('Срок'), cell('Выполнено'), cell('Считается с')];
  const [fact, left] = [cell('Факт'), cell('Осталось дней')];
  const isOf = ({ code: each, whole }: Pick<Evidence, 'code' | 'whole'>): string =>
    whole === true ? `${code}=${literal(each)}` : `LEFT(${code},${String(each.length)})=${literal(each)}`;

  const order = refs.passport('orderDate');
  const [begin, end] = [refs.rule('periodBegin'), refs.rule('periodEnd')];
  const within = (date: string): string => `AND(${date}>=${begin},${date}<${end}+1)`;
  const typedCounts =
    `IF(${isDate(typed)},IF(${anyOf(code, YEARLY)},${within(typed)},` +
    `IF(${anyOf(code, OF_TERM)},${typed}>=INT(N(${order}))+1,${YES})),${NO})`;

  const found = evidence(refs, { code, due, since, within }).reduceRight(
    (otherwise, each) => `IF(${isOf(each)},${each.isFound},${otherwise})`,
    NO,
  );

  // of the appendix: rows that have a value among those that should have one
  const states = refs.form('state');
  const filled = `(COUNTIFS(${states},${literal(`${STATE_WORDS.value}*`)})+COUNTIFS(${states},${literal(STATE_WORDS.zero)}))`;
  const missing = `COUNTIFS(${states},${literal(STATE_WORDS.missing)})`;
  const isUnready =
    `IF(${anyOf(code, REPORTS)},IF(${ruleIs('report-appendix', 'требуется', refs)},` +
    `${filled}*100<${ruleThreshold('readiness-percent', refs)}*(${filled}+${missing}),${NO}),${NO})`;
  const owed = `(${ruleNumber('meetings', refs)}-${heldInPeriod(refs)})`;
  /** Days with which a state begins. */
  const days = (state: 'soon' | 'risk'): string => {
    const usual = ruleThreshold(`${state}-days`, refs);
    const ofDecision = state === 'soon' ? ruleThreshold('decision-soon-days', refs) : '-1';
    const ofPace = `${ruleThreshold(`pace-${state}-days`, refs)}*${owed}-1`;
    const ofReport = `IF(${isUnready},MAX(${usual},${ruleThreshold(`readiness-${state}-days`, refs)}),${usual})`;
    return `=IFERROR(IF(${isOf(DECISION)},${ofDecision},IF(${isOf(MEETINGS)},${ofPace},${ofReport})),${usual})`;
  };
  const toDue = daysTo(due, refs);
  const state = dueState({
    isDone: `${fact}=1`,
    isKnown: `ISNUMBER(${left})`,
    left,
    risk: cell('Дней под угрозой'),
    soon: cell('Дней скоро'),
  });
  return [
    {
      table,
      column: 'Осталось дней',
      formula: `=IFERROR(IF(${fact}=1,"",IF(${toDue.isKnown},${toDue.left},"")),"")`,
    },
    {
      table,
      column: 'Состояние',
      formula:
        `=IFERROR(IF(${cell('Обязательство')}="","",IF(AND(${fact}=0,${due}=""),${literal(DUE_WORDS.ok)},` +
        `${state})),"ошибка в строке")`,
    },
    { table, column: 'Факт', formula: `=IFERROR(IF(${typedCounts},1,IF(${found},1,0)),0)` },
    { table, column: 'Дней скоро', formula: days('soon') },
    { table, column: 'Дней под угрозой', formula: days('risk') },
  ];
}

const DECISION = { code: 'decision-' } as const;
const MEETINGS = { code: 'meetings', whole: true } as const;

/** Meetings held within the reporting period. */
export const heldInPeriod = (refs: References): string =>
  `COUNTIFS(${refs.column('Заседания', 'Дата')},">="&${refs.rule('periodBegin')},${refs.column('Заседания', 'Дата')},"<"&${refs.rule('membershipEdge')})`;

function evidence(
  refs: References,
  row: {
    readonly code: string;
    readonly due: string;
    readonly since: string;
    readonly within: (date: string) => string;
  },
): readonly Evidence[] {
  const { code, due, since, within } = row;
  const dates = refs.column('Заседания', 'Дата');
  const [order, updated] = [refs.passport('orderDate'), refs.passport('databankDate')];
  const [table, today] = [refs.column('Сроки', 'Код'), refs.rule('heldBefore')];
  const typed = refs.column('Сроки', 'Выполнено');
  /** Rows that the code names, all of them done: a number given twice is an error that somebody has to see to. */
  const allDone = (rows: string, done: string): string =>
    `COUNTIFS(${rows},${done},">=1")=MAX(1,COUNTIFS(${rows}))`;
  /** A part of the code as a criterion: "?" stands where there is no number. */
  const part = (text: string): string => `IF(${text}="?","",${text})`;
  const protocol = 'protocol-';
  const second = `FIND("-",${code},${String(DECISION.code.length + 1)})`;
  const [number, item] = [
    `MID(${code},${String(DECISION.code.length + 1)},${second}-${String(DECISION.code.length + 1)})`,
    `MID(${code},${second}+1,20)`,
  ];
  const members = `COUNTIFS(${membersOn('Педагоги', today, refs)})`;
  const renewed = `COUNTIFS(${membersOn('Педагоги', today, refs)},${refs.column('Педагоги', 'Член с')},">="&INT(${order}))`;
  return [
    {
      code: protocol,
      isFound: allDone(
        `${refs.column('Заседания', 'Номер')},${part(`MID(${code},${String(protocol.length + 1)},20)`)},${dates},">=1",${dates},"<"&${today}`,
        refs.column('Заседания', 'Дата протокола'),
      ),
    },
    {
      ...DECISION,
      isFound: allDone(
        `${refs.column('Решения', 'Заседание')},${part(number)},${refs.column('Решения', 'Пункт')},${part(item)},${refs.column('Решения', 'Срок')},">=1"`,
        refs.column('Решения', 'Исполнено'),
      ),
    },
    {
      code: 'meeting-',
      isFound: `IF(COUNT(${since},${due})=2,COUNTIFS(${dates},">="&${since},${dates},"<"&MIN(INT(${due})+1,${today}))>0,${NO})`,
    },
    { ...MEETINGS, isFound: `${heldInPeriod(refs)}>=${ruleNumber('meetings', refs)}` },
    { code: 'databank-update', whole: true, isFound: `IF(${isDate(updated)},${within(updated)},${NO})` },
    {
      code: 'term',
      whole: true,
      // an order given since this line was written
      isFound: `IF(${isDate(order)},IF(ISNUMBER(${since}),INT(${order})>=${since},${NO}),${NO})`,
    },
    {
      code: 'renewal',
      whole: true,
      isFound: `IF(${isDate(order)},IF(${members}>0,${renewed}*${ruleNumber('renewal', refs)}>=${members},${NO}),${NO})`,
    },
    ...REPORTS.map((each): Evidence => ({
      code: each,
      whole: true,
      // one report, sent once: whichever of its dates it is marked at
      isFound: REPORTS.map((other) => `COUNTIFS(${table},${literal(other)},${typed},">=1")`)
        .join('+')
        .concat('>0'),
    })),
  ];
}

/** The formula columns of what is due. */
export const dueFormulas = (refs: References): readonly ColumnFormulaDefinition[] => [
  ...attestationFormulas(refs),
  ...planFormulas(refs),
  ...decisionFormulas(refs),
  ...deadlineFormulas(refs),
];
