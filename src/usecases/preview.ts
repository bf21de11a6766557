import { isSetUp } from '../control/context';
import type { CellChange } from '../control/issue';
import { previewSentences, type PlanSummary } from '../messages/preview';
import type { Plan } from '../plan/action';
import { cellAddress, parseArea } from '../register/addresses';
import { snapshotAfter } from '../register/carriedOut';
import { locateTables } from '../register/locate';
import { cellAt, findSheet } from '../register/parse';
import { SHEETS } from '../register/sheets';
import type { WorkbookSnapshot } from '../register/snapshot';
import { foldCase } from '../register/text';
import { freshJudged, type Book } from './book';
import type { ControlUseCases, Preview } from './contract';
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

/** Cells in which somebody has typed and that would hold something else. */
function userChanges(snapshot: WorkbookSnapshot, actions: Plan): readonly CellChange[] {
  const theirs = new Set([
    ...snapshot.sheets.flatMap(({ name }) => (THEIRS.has(foldCase(name)) ? [name] : [])),
    ...Object.values(locateTables(snapshot)).flatMap(({ table, sheet }) =>
      table === 'Контроль' || table === 'Сроки' || table === 'Правила' ? [] : [sheet],
    ),
  ]);
  return actions.flatMap((action): CellChange[] => {
    if (action.kind !== 'writeValues' || !theirs.has(action.sheet)) return [];
    const area = parseArea(action.address);
    const sheet = findSheet(snapshot, action.sheet);
    if (area === null || sheet === undefined) return [];
    return action.values.flatMap((row, inRow) =>
      row.flatMap((value, inColumn): CellChange[] => {
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
