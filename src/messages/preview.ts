import { plural } from './plural';

/** What a plan would do, counted. */
export interface PlanSummary {
  /** Sheets added, or given their name. */
  readonly sheets: readonly string[];
  readonly tables: number;
  /** Columns added to tables that are there. */
  readonly columns: readonly { readonly table: string; readonly names: readonly string[] }[];
  /** Columns of formulas, and single ones. */
  readonly formulas: number;
  readonly deadlines: boolean;
  readonly control: boolean;
}

const SHEETS = { one: 'лист', few: 'листа', many: 'листов' } as const;
const TABLES = { one: 'таблица', few: 'таблицы', many: 'таблиц' } as const;
const FORMULAS = { one: 'формула', few: 'формулы', many: 'формул' } as const;

/** So many names are listed. */
const MOST_NAMES = 6;
const listed = (names: readonly string[]): string =>
  `${names
    .slice(0, MOST_NAMES)
    .map((name) => `«${name}»`)
    .join(', ')}${names.length > MOST_NAMES ? ' и другие' : ''}`;

/** The dry run in whole sentences. */
export function previewSentences(summary: PlanSummary): readonly string[] {
  const { sheets, tables, columns, formulas, deadlines, control } = summary;
  const said = [
    ...(sheets.length === 0 ? [] : [`В книге появится ${plural(sheets.length, SHEETS)}: ${listed(sheets)}.`]),
    ...(tables === 0 ? [] : [`На листах появится ${plural(tables, TABLES)}.`]),
    ...columns.map(
      ({ table, names }) =>
        `В таблицу «${table}» ${names.length === 1 ? 'добавится столбец' : 'добавятся столбцы'} ${listed(names)}.`,
    ),
    ...(formulas === 0 ? [] : [`Будет записано: ${plural(formulas, FORMULAS)} реестра.`]),
    ...(deadlines ? ['Обновится лист «Сроки»; даты в столбце «Выполнено» останутся.'] : []),
    ...(control ? ['Лист «Контроль» будет записан заново.'] : []),
  ];
  return said.length === 0 ? ['Обновятся списки, имена и оформление реестра.'] : said;
}
