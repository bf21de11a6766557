import type { CellLook, CellValue } from '../plan/action';
import { COPY_WORDS } from '../messages/department';
import type { PlainSheet } from '../files/plainBook';
import { areaAddress } from '../register/addresses';
import { LISTS, LIST_COLUMN, LIST_NAMES, listTable, type ListName } from '../register/lists';
import type { Register, RegisterTable } from '../register/register';
import { TABLES, type TableName } from '../register/tables';
import { foldCase, foldLoosely, isErrorValue } from '../register/text';
import { REGULATIONS, RULE_CODES, ruleDefinition } from '../regulations';
import type { Anonymity } from './anonymity';
import { copiedColumns, type CopiedColumn, type Treatment } from './copyColumns';
import { A4, LOOKS, TABLE_STYLE, draftSheet, type SheetDraft } from './looks';

/**
 * The tables of the register as plain tables of values, under the names and columns of the register: a copy is read
 * and joined as the register itself is.
 */

/** What stands in place of a value that might be anybody's. */
const OTHER_VALUE = '(иное)';
const SOME_TEXT = '(текст)';

/** How the cells of a copy are made; null: as they are. */
export type Travel = (treatment: Treatment, value: CellValue, column: CopiedColumn) => CellValue;

export const asTheyAre: Travel = (_, value) => value;

/** Values of lists that everybody has, by the list: nothing of a person is in them. */
const COMMON_VALUES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  LIST_NAMES.map((list) => [
    list,
    new Set(
      [
        ...LISTS[list],
        ...REGULATIONS.flatMap(({ lists }) => (list === 'Категория' ? (lists.Категория ?? []) : [])),
      ].map(foldLoosely),
    ),
  ]),
);

/** Words of the regulations and of the product: they are nobody's, even where somebody is called so. */
const OUR_WORDS: ReadonlySet<string> = new Set(
  [
    ...REGULATIONS.flatMap(({ name, rules, documents, parameters }) => [
      name,
      ...rules.flatMap(({ title, value, unit, clause, explanation }) => [
        title,
        String(value ?? ''),
        unit,
        clause,
        explanation,
      ]),
      ...documents.flatMap((document) => [document.name, document.clause]),
      ...Object.values(parameters).flatMap(({ choices }) => choices),
    ]),
    ...RULE_CODES.flatMap((code) => ruleDefinition(code).choices ?? []),
  ].map(foldLoosely),
);

/** The text with names hidden; what the product itself wrote stays. */
export const scrubbed = (text: string, { scrub }: Anonymity): string =>
  OUR_WORDS.has(foldLoosely(text)) ? text : scrub(text);

/** Lists that the numbers of the form look into; they travel with the copy. */
const COUNTED_LISTS = ['Образование', 'Категория'] as const satisfies readonly ListName[];
type CountedList = (typeof COUNTED_LISTS)[number];

const standing = ({ lists }: Register, list: CountedList): readonly CellValue[] =>
  list === 'Образование' ? lists.education : lists.category;

const isCounted = (list: string): list is CountedList => COUNTED_LISTS.some((each) => each === list);

/** A few figures typed as text: a number of a meeting, not a date of birth. */
const SHORT_FIGURES = /^\s*[\d.,]{1,4}\s*$/u;

export function withoutNames(register: Register, hidden: Anonymity): Travel {
  const { person, isClean } = hidden;
  const organisations = new Map<string, string>();
  const organisation = (name: string): string => {
    if (isClean(name)) return name;
    const key = foldCase(name);
    const known = organisations.get(key) ?? `Организация ${String(organisations.size + 1)}`;
    organisations.set(key, known);
    return known;
  };
  const ofList = (list: string, value: string): string => {
    if (COMMON_VALUES.get(list)?.has(foldLoosely(value)) === true) return value;
    // a value the association has added to its list still has to be found there
    const at = isCounted(list)
      ? standing(register, list).findIndex((each) => foldCase(String(each)) === foldCase(value))
      : -1;
    return at < 0 ? OTHER_VALUE : `(значение ${String(at + 1)})`;
  };
  return (treatment, value, { definition }) => {
    // a cell of nothing but spaces is not an empty one to the formulas
    if (typeof value !== 'string' || value.trim() === '' || isErrorValue(value)) {
      return treatment === 'person' ? person(value) : value;
    }
    switch (treatment) {
      case 'person':
        return person(value);
      case 'organisation':
        return organisation(value);
      case 'list':
        return ofList(definition.list ?? '', value);
      case 'number':
        return SHORT_FIGURES.test(value) ? value : SOME_TEXT;
      case 'words':
        return scrubbed(value, hidden);
    }
  };
}

/** The rows of a table in which anything that travels has been typed. */
function copiedRows(
  table: RegisterTable,
  columns: readonly CopiedColumn[],
  travel: Travel,
): readonly (readonly CellValue[])[] {
  const at = columns.map(({ name }) => table.indexOf(name));
  return table.rows.flatMap((row) => {
    const isStarted = columns.some(
      ({ definition }, index) => definition.kind !== 'formula' && (row[at[index] ?? -1] ?? '') !== '',
    );
    if (!isStarted) return [];
    return [columns.map((column, index) => travel(column.treatment, row[at[index] ?? -1] ?? '', column))];
  });
}

const WIDE: ReadonlySet<TableName> = new Set(['Оценка', 'Документы', 'Анализ', 'Организации', 'Архив']);

/** A table of the register on a sheet of its own, or under what already stands there; null: the workbook lacks it. */
export function copiedTable(
  register: Register,
  name: TableName,
  { isAnonymous, travel }: { readonly isAnonymous: boolean; readonly travel: Travel },
  draft: SheetDraft = draftSheet(TABLES[name].sheet),
): PlainSheet | null {
  const table = register.tables[name];
  if (table === undefined) return null;
  // what the workbook does not have, the copy does not have: an empty column would say that nothing was filled in
  const columns = copiedColumns(name, register.meetings, isAnonymous).filter(
    (column) => table.indexOf(column.name) >= 0,
  );
  if (columns.length === 0) return null;
  const rows = copiedRows(table, columns, travel);
  const headerRow = draft.add(
    columns.map((column) => column.name),
    LOOKS.header,
  );
  rows.forEach((row) => draft.add(row));
  // a table has at least one row
  if (rows.length === 0) draft.add(columns.map(() => ''));
  const last = draft.next() - 1;
  const address = areaAddress({ top: headerRow, left: 1, bottom: last, right: columns.length });
  return draft.finish({
    looks: columns.map(({ definition }, index) => ({
      address: areaAddress({ top: headerRow + 1, left: index + 1, bottom: last, right: index + 1 }),
      look: lookOf(definition.kind, definition.numberFormat),
    })),
    widths: columns.map(({ definition }) => definition.width),
    frozen: { rows: headerRow, columns: columns[0]?.treatment === 'person' ? 1 : 0 },
    print: {
      ...(WIDE.has(name) ? A4.portrait : A4.landscape),
      titleRows: `$${String(headerRow)}:$${String(headerRow)}`,
    },
    tables: [{ name, address, style: TABLE_STYLE }],
  });
}

function lookOf(kind: CopiedColumn['definition']['kind'], numberFormat: string | undefined): CellLook {
  if (kind === 'date') return LOOKS.date;
  return numberFormat === undefined ? LOOKS.body : { ...LOOKS.body, numberFormat };
}

/** «Справочники»: the two lists that numbers of the form look into. */
export function copiedLists(register: Register, travel: Travel): PlainSheet {
  const draft = draftSheet('Справочники');
  const lists = COUNTED_LISTS.map((list) => {
    const [column] = copiedColumns('Педагоги', 0, false).filter(({ definition }) => definition.list === list);
    return {
      list,
      values: standing(register, list).map((value) =>
        column === undefined ? value : travel('list', value, column),
      ),
    };
  });
  const deepest = Math.max(1, ...lists.map(({ values }) => values.length));
  draft.add([COPY_WORDS.lists], LOOKS.title);
  draft.leaveRow();
  const headerRow = draft.add([LIST_COLUMN, '', LIST_COLUMN], [LOOKS.header, null, LOOKS.header]);
  for (let row = 0; row < deepest; row += 1) {
    draft.add(lists.flatMap(({ values }, index) => [...(index > 0 ? [''] : []), values[row] ?? '']));
  }
  return draft.finish({
    widths: [26, 4, 26],
    print: A4.portrait,
    tables: lists.map(({ list, values }, index) => ({
      name: listTable(list),
      address: areaAddress({
        top: headerRow,
        left: index * 2 + 1,
        bottom: headerRow + Math.max(1, values.length),
        right: index * 2 + 1,
      }),
      style: TABLE_STYLE,
    })),
  });
}
