import { isSetUp } from '../control/context';
import { STATE_WORDS } from '../indicators/states';
import { previewSentences, type PlanSummary } from '../messages/preview';
import type { CellValue, Plan } from '../plan/action';
import { cellAddress, parseArea } from '../register/addresses';
import { snapshotAfter } from '../register/carriedOut';
import { locateTables } from '../register/locate';
import { cellAt, findSheet } from '../register/parse';
import { SHEETS } from '../register/sheets';
import type { WorkbookSnapshot } from '../register/snapshot';
import { foldCase } from '../register/text';
import { freshJudged, type Book } from './book';
import type { ControlUseCases, Preview, PreviewChange } from './contract';
import { planWhole, type WholePlan } from './register';

/**
 * What a task would do to the workbook as it stands now; nothing is written.
 *
 * @throws ObstaclesError as the task itself.
 */
export const previewOf: (
  book: Book,
  task: Parameters<ControlUseCases['preview']>[0],
) => Promise<Preview> = async (book, task) => {
  const { snapshot } = await freshJudged(book);
  const isCheck = task === 'checkRegister';
  const plan = planWhole(
    snapshot,
    { currentDate: book.today() },
    { structure: !isCheck || !isSetUp(snapshot), controlSheet: isCheck },
  );
  return previewPlan(snapshot, plan);
};

/** A plan told before it is carried out. */
export function previewPlan(snapshot: WorkbookSnapshot, { actions, foreseen }: WholePlan): Preview {
  return {
    isEmpty: actions.length === 0,
    sentences:
      actions.length === 0 ? foreseen : [...previewSentences(summaryOf(snapshot, actions)), ...foreseen],
    changes: userChanges(snapshot, actions),
  };
}

function summaryOf(snapshot: WorkbookSnapshot, actions: Plan): PlanSummary {
  const after = snapshotAfter(snapshot, actions);
  const before = new Map(snapshot.tables.map((table) => [foldCase(table.name), table]));
  const made = after.tables.filter(({ name }) => !before.has(foldCase(name)));
  const located = locateTables(snapshot);
  const writesTo = (table: 'Контроль' | 'Сроки'): boolean => {
    const sheet = located[table]?.sheet;
    return actions.some((action) => action.kind === 'writeValues' && action.sheet === sheet);
  };
  return {
    sheets: actions.flatMap((action) =>
      action.kind === 'addSheet' ? [action.sheet] : action.kind === 'renameSheet' ? [action.name] : [],
    ),
    tables: made.length,
    columns: after.tables.flatMap(({ name, headers }) => {
      const known = before.get(foldCase(name));
      const added = headers.filter((header) => known?.headers.includes(header) === false);
      return added.length === 0 ? [] : [{ table: name, names: added }];
    }),
    formulas: actions.reduce(
      (sum, action) =>
        sum +
        (action.kind === 'fillFormula'
          ? 1
          : action.kind === 'writeFormulas'
            ? action.formulas.reduce((cells, row) => cells + row.length, 0)
            : 0),
      0,
    ),
    deadlines: writesTo('Сроки'),
    control: writesTo('Контроль'),
  };
}

/** Sheets that people fill in. */
const THEIRS = new Set(
  SHEETS.filter(({ purpose }) => purpose === 'fill in').map(({ name }) => foldCase(name)),
);

/** Cells in which somebody has typed and that would hold something else, a formula of the register among it. */
const userChanges = (snapshot: WorkbookSnapshot, actions: Plan): readonly PreviewChange[] => [
  ...replacedValues(snapshot, actions),
  ...returnedFormulas(snapshot, actions),
];

function replacedValues(snapshot: WorkbookSnapshot, actions: Plan): readonly PreviewChange[] {
  const theirs = new Set([
    ...snapshot.sheets.flatMap(({ name }) => (THEIRS.has(foldCase(name)) ? [name] : [])),
    ...Object.values(locateTables(snapshot)).flatMap(({ table, sheet }) =>
      table === 'Контроль' || table === 'Сроки' || table === 'Правила' ? [] : [sheet],
    ),
  ]);
  return actions.flatMap((action): PreviewChange[] => {
    if (action.kind !== 'writeValues' || !theirs.has(action.sheet)) return [];
    const area = parseArea(action.address);
    const sheet = findSheet(snapshot, action.sheet);
    if (area === null || sheet === undefined) return [];
    return action.values.flatMap((row, inRow) =>
      row.flatMap((value, inColumn): PreviewChange[] => {
        const { value: old, live } = cellAt(sheet, area.top + inRow, area.left + inColumn);
        if (old === '' || old === value || live) return [];
        return [
          {
            sheet: sheet.name,
            cell: cellAddress(area.top + inRow, area.left + inColumn),
            old,
            new: value,
          },
        ];
      }),
    );
  });
}

/** Values in the place of a formula that comes back. */
const returnedFormulas = (snapshot: WorkbookSnapshot, actions: Plan): readonly PreviewChange[] =>
  actions.flatMap((action): readonly PreviewChange[] => {
    if (action.kind === 'fillFormula') return typedIntoColumn(snapshot, action);
    const area = action.kind === 'writeFormulas' ? parseArea(action.address) : null;
    if (action.kind !== 'writeFormulas' || area === null) return [];
    const sheet = findSheet(snapshot, action.sheet);
    return action.formulas.flatMap((row, inRow) =>
      row.flatMap((formula, inColumn): PreviewChange[] => {
        const [at, column] = [area.top + inRow, area.left + inColumn];
        const { value, live } = cellAt(sheet, at, column);
        if (live || !formula.startsWith('=') || sheet === undefined || !isOfPeople(value)) return [];
        return [{ sheet: sheet.name, cell: cellAddress(at, column), old: value, new: null }];
      }),
    );
  });

/** What the form itself puts where a formula may come to stand. */
const isOfPeople = (value: CellValue): boolean => value !== '' && value !== STATE_WORDS.heading;

function typedIntoColumn(
  { tables }: WorkbookSnapshot,
  { sheet, address }: { readonly sheet: string; readonly address: string },
): readonly PreviewChange[] {
  const area = parseArea(address);
  const table = tables.find(
    (each) =>
      foldCase(each.sheet) === foldCase(sheet) &&
      area !== null &&
      each.headerRow + 1 === area.top &&
      area.left >= each.firstColumn &&
      area.left < each.firstColumn + each.headers.length,
  );
  if (area === null || table === undefined) return [];
  const index = area.left - table.firstColumn;
  const found = table.formulas[table.headers[index] ?? ''];
  const bare = found === undefined ? table.rows.map((_, row) => row) : (found.bare ?? []);
  return bare.flatMap((row): PreviewChange[] => {
    const old = table.rows[row]?.[index] ?? '';
    return old === ''
      ? []
      : [{ sheet: table.sheet, cell: cellAddress(area.top + row, area.left), old, new: null }];
  });
}
