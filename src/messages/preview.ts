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

/** A rule that another regulation changes, as «Правила» shows it; "" is a rule the regulation does not set. */
export interface RulePreview {
  readonly title: string;
  readonly unit: string;
  readonly old: string;
  readonly now: string;
  readonly clause: string;
}

/** A list of «Справочники» that another regulation changes. */
export interface ListPreview {
  readonly list: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const RULES = { one: 'правило', few: 'правила', many: 'правил' } as const;

/** How many rules change, and then each: «Кворум: сейчас 2/3, станет не установлено». */
export function ruleSentences(rules: readonly RulePreview[]): readonly string[] {
  if (rules.length === 0) return [];
  return [
    `На листе «Правила» ${rules.length === 1 ? 'изменится' : 'изменятся'} ${plural(rules.length, RULES)}:`,
    ...rules.map(({ title, unit, old, now, clause }) => {
      const shown = (value: string): string =>
        value === '' ? 'не установлено' : [value, unit].filter((part) => part !== '').join(' ');
      const basis = now === '' || clause === '' ? '' : ` (${clause})`;
      return `${title}: сейчас ${shown(old)}, станет ${shown(now)}${basis}.`;
    }),
  ];
}

/** «Список «Категория»: добавится «…», уйдёт «…».» */
export const listSentences = (lists: readonly ListPreview[]): readonly string[] =>
  lists.map(({ list, added, removed }) => {
    const parts = [
      ...(added.length === 0 ? [] : [`добавится ${listed(added)}`]),
      ...(removed.length === 0 ? [] : [`уйдёт ${listed(removed)}`]),
    ];
    return `Список «${list}»: ${parts.join(', ')}.`;
  });
