import { heldInPeriod } from '../../indicators/dueFormulas';
import {
  filledCells,
  literal,
  references,
  ruleNumber,
  ruleText,
  type Binding,
  type References,
} from '../../indicators/references';
import { DUE_WORDS } from '../../indicators/states';
import type { Choice } from '../../regulations';
import type { WorkbookAction } from '../../plan/action';
import { cellAddress } from '../addresses';
import { TABLES } from '../tables';
import { flagFormula } from './flags';
import { FLAGS } from './palette';

/** The live summary of «Паспорт»: how the association stands, by the formulas of the other sheets. */

export interface SummaryLine {
  readonly label: string;
  readonly formula: string;
  readonly hint: string;
  readonly numberFormat?: string;
  /** The longest text it comes to say; its row is made as high. */
  readonly longest?: number;
  /** What calls for attention, of the cell of the value. */
  readonly alarm?: (cell: string) => string;
}

const NO_DATA = '"нет данных"';

export function summaryLines(binding: Binding): readonly SummaryLine[] {
  const refs = references(binding);
  const account = refs.column('Педагоги', 'Учёт');
  const named = filledCells(refs.column('Педагоги', 'ФИО'));
  const required = TABLES.Педагоги.columns.flatMap((column) =>
    'required' in column && column.name !== 'ФИО' ? [refs.column('Педагоги', column.name)] : [],
  );
  const filled = required.map((column) => `(${named}-COUNTIFS(${account},"?*",${column},""))`).join('+');
  const checked = filledCells(refs.column('Контроль', 'Что не так'));
  const { when, what } = nextDeadline(refs);
  return [
    {
      label: 'Членов объединения',
      formula: `=IF(${named}=0,${NO_DATA},COUNTIFS(${account},"учтено*")+COUNTIFS(${account},"не педагог"))`,
      hint: 'На дату расчёта, вместе с теми, кто не педагог',
    },
    {
      label: 'Банк данных заполнен',
      formula: `=IF(${named}=0,${NO_DATA},(${filled})/(${named}*${String(required.length)}))`,
      hint: 'Доля заполненных обязательных ячеек',
      numberFormat: '0%',
    },
    {
      label: 'Заседаний проведено',
      formula: `=IFERROR(IF(${filledCells(refs.column('Заседания', 'Дата'))}=0,${NO_DATA},${meetings(refs)}),${NO_DATA})`,
      hint: 'За отчётный период, из обязательных по положению',
    },
    {
      label: 'Ближайший срок',
      formula: when,
      hint: 'Из невыполненного на листе «Сроки»',
      alarm: (cell) => `ISNUMBER(SEARCH("${DUE_WORDS.overdue}",${cell}))`,
    },
    { label: 'Что к этому сроку', formula: what, hint: 'Обязательство с этим сроком', longest: 130 },
    {
      label: 'Ошибок на листе «Контроль»',
      formula: `=IF(${checked}=0,${NO_DATA},COUNTIFS(${refs.column('Контроль', 'Важность')},"ошибка"))`,
      hint: 'По последней проверке; «нет данных», пока проверки не было',
      alarm: (cell) => `AND(ISNUMBER(${cell}),${cell}>0)`,
    },
  ];
}

/** What a regulation counts meetings by, in the words of «n из m». */
const SPANS: Readonly<Partial<Record<Choice<'meetings-pace'>, string>>> = {
  'в каждом квартале': 'кварталов с заседанием',
  'в каждой четверти': 'четвертей с заседанием',
};

/** «3 из 4»; «3; кварталов с заседанием: 2 из 4» where each quarter or term asks for one; «3» where nothing does. */
function meetings(refs: References): string {
  const code = `${refs.column('Сроки', 'Код')},"meeting-?"`;
  const spans = `COUNTIFS(${code})`;
  const fulfilled = `COUNTIFS(${code},${refs.column('Сроки', 'Состояние')},${literal(DUE_WORDS.done)})`;
  const pace = ruleText('meetings-pace', refs);
  const ofNumber = `IFERROR(" из "&${ruleNumber('meetings', refs)},"")`;
  const said = Object.entries(SPANS).reduceRight(
    (otherwise, [choice, words]) =>
      `IF(${pace}=${literal(choice)},IF(${spans}=0,${literal(`; требуется ${choice}`)},` +
      `${literal(`; ${words}: `)}&${fulfilled}&" из "&${spans}),${otherwise})`,
    ofNumber,
  );
  return `${heldInPeriod(refs)}&${said}`;
}

/** The unfulfilled obligation whose date comes first: its date with the days left, and its words. */
function nextDeadline(refs: References): { readonly when: string; readonly what: string } {
  const column = (name: string): string => refs.column('Сроки', name);
  const [left, states] = [column('Осталось дней'), column('Состояние')];
  const first = `MIN(${left})`;
  const ofFirst = (name: string): string => `INDEX(${column(name)},MATCH(${first},${left},0))`;
  const due = ofFirst('Срок');
  // put together by hand: the letters of a date format differ from language to language
  const shown = `RIGHT("0"&DAY(${due}),2)&"."&RIGHT("0"&MONTH(${due}),2)&"."&YEAR(${due})`;
  const away = `IF(${first}<0,", ${DUE_WORDS.overdue} дней: "&-${first},IF(${first}=0,", сегодня",", осталось дней: "&${first})&" ("&${ofFirst('Состояние')}&")")`;
  const obligations = filledCells(column('Код'));
  const nothing = `IF(COUNTIFS(${states},${literal(DUE_WORDS.done)})=${obligations},"всё выполнено","сроков с датой нет")`;
  const otherwise = (dated: string, none: string): string =>
    `=IFERROR(IF(${obligations}=0,${NO_DATA},IF(COUNT(${left})=0,${none},${dated})),${NO_DATA})`;
  return { when: otherwise(`${shown}&${away}`, nothing), what: otherwise(ofFirst('Обязательство'), '""') };
}

type Flag = Extract<WorkbookAction, { kind: 'setFlags' }>['flags'][number];

/** What of the summary calls for attention, coloured; its lines stand from `firstRow` on. */
export const summaryFlags = (firstRow: number, lines: readonly SummaryLine[]): readonly Flag[] =>
  lines.flatMap(({ alarm }, index): Flag[] => {
    if (alarm === undefined) return [];
    const address = cellAddress(firstRow + index, 2);
    const code = `Паспорт:сводка ${String(index + 1)}`;
    return [{ code, address, formula: flagFormula(code, alarm(address)), look: FLAGS.refused }];
  });
