import type { FlagLook, WorkbookAction } from '../../plan/action';
import { columnLetters } from '../addresses';
import { choiceName } from '../lists';
import type { ColumnDefinition, TableName } from '../tables';
import { FLAGS } from './palette';

type Flag = Extract<WorkbookAction, { kind: 'setFlags' }>['flags'][number];

/** The mark by which conditional formats of ours are known again: true whatever the cell holds. */
export const flagFormula = (code: string, condition: string): string =>
  `AND(N("рег:${code}")=0,${condition})`;

/** A column of a table as it stands on its sheet. */
export interface PlacedColumn {
  readonly definition: ColumnDefinition;
  /** 1-based sheet column. */
  readonly column: number;
}

/**
 * The conditional formats of a table (register.md, «In place», 1), live without the add-in. Formulas are A1
 * for the top-left cell; other sheets are reached through defined names only (formulas.md §6: a direct
 * reference is saved in a block that file libraries lose).
 */
export function tableFlags(
  table: TableName,
  columns: readonly PlacedColumn[],
  firstRow: number,
  lastRow: number,
): readonly Flag[] {
  const at = (column: number, fixed = false): string =>
    `${fixed ? '$' : ''}${columnLetters(column)}${String(firstRow)}`;
  const place = (name: string): number | undefined =>
    columns.find(({ definition }) => definition.name === name)?.column;
  const flag = (code: string, column: number, condition: string, look: FlagLook): Flag => ({
    code: `${table}:${code}`,
    address: `${at(column)}:${columnLetters(column)}${String(lastRow)}`,
    formula: flagFormula(code, condition),
    look,
  });
  const typed = columns.filter(({ definition }) => definition.kind !== 'formula');
  // a row somebody has begun: any typed cell holds something
  const started = `${typed.map(({ column }) => at(column, true)).join('&')}<>""`;
  const account = place('Учёт');

  return columns.flatMap(({ definition, column }): Flag[] => {
    const cell = at(column);
    const filled = `${cell}<>""`;
    const flags: Flag[] = [];
    if (definition.name === 'Педагог' && account !== undefined) {
      flags.push(
        flag(
          'unknown',
          column,
          `$${columnLetters(account)}${String(firstRow)}="нет в банке данных"`,
          FLAGS.refused,
        ),
      );
    } else if (definition.list !== undefined) {
      flags.push(
        flag(
          'list',
          column,
          `AND(${filled},SUMPRODUCT((${choiceName(definition.list)}=${cell})*1)=0)`,
          FLAGS.wrong,
        ),
      );
    }
    if (definition.kind === 'date') {
      const outside = definition.inPeriod === true ? `,${cell}<ПериодНачало,${cell}>=ПериодКонец+1` : '';
      flags.push(flag('date', column, `AND(${filled},OR(NOT(ISNUMBER(${cell}))${outside}))`, FLAGS.wrong));
    }
    if (definition.kind === 'number') {
      flags.push(flag('number', column, `AND(${filled},OR(NOT(ISNUMBER(${cell})),${cell}<0))`, FLAGS.wrong));
    }
    if (definition.required === true) {
      flags.push(flag('required', column, `AND(${cell}="",${started})`, FLAGS.missing));
    }
    if (definition.kind === 'formula')
      flags.push(
        ...stateFlags(definition.name, cell, (code, condition, look) => flag(code, column, condition, look)),
      );
    return flags;
  });
}

/** The words of our own formula columns, coloured. */
function stateFlags(
  name: string,
  cell: string,
  flag: (code: string, condition: string, look: FlagLook) => Flag,
): readonly Flag[] {
  switch (name) {
    case 'Учёт':
      return [
        flag(
          'not-counted',
          `AND(${cell}<>"",LEFT(${cell},6)<>"учтено",LEFT(${cell},8)<>"не входи")`,
          FLAGS.refused,
        ),
        flag('outside-form', `LEFT(${cell},8)="не входи"`, FLAGS.noted),
        flag('gaps', `AND(LEFT(${cell},6)="учтено",LEN(${cell})>6)`, FLAGS.missing),
      ];
    case 'Состояние':
      return [
        flag('overdue', `${cell}="просрочено"`, FLAGS.refused),
        flag('risk', `${cell}="под угрозой"`, FLAGS.wrong),
        flag('soon', `${cell}="скоро"`, FLAGS.missing),
        flag(
          'malformed',
          `OR(${cell}="дата не распознана",${cell}="нет даты",${cell}="ошибка в строке")`,
          FLAGS.wrong,
        ),
        flag('done', `OR(${cell}="выполнено",${cell}="проведено")`, FLAGS.done),
      ];
    case 'Кворум':
      return [flag('no-quorum', `${cell}="нет"`, FLAGS.refused)];
    case 'Присутствовало':
      return [flag('unknown-number', `${cell}="нет данных"`, FLAGS.noted)];
    case 'Итог':
      return [
        flag('not-passed', `${cell}="не принято"`, FLAGS.refused),
        flag('unknown-votes', `${cell}="нет данных"`, FLAGS.missing),
      ];
    default:
      return [];
  }
}
