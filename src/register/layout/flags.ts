import type { FlagLook, WorkbookAction } from '../../plan/action';
import { OUTCOME_WORDS, QUORUM_WORDS } from '../../indicators/meetingFormulas';
import { DUE_WORDS } from '../../indicators/states';
import { SEVERITY_WORDS } from '../../messages/control';
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

/** What is not asked of every row: of somebody who is no teacher, or who has left. */
const REQUIRED_UNLESS: Readonly<
  Partial<
    Record<
      TableName,
      readonly { readonly columns: readonly string[]; readonly column: string; readonly value: string }[]
    >
  >
> = {
  Педагоги: [
    {
      columns: ['Образование', 'Педагогический стаж', 'Категория', 'Профильные классы'],
      column: 'Педагог',
      value: 'нет',
    },
    { columns: ['Согласие на обработку данных'], column: 'Учёт', value: 'выбыл' },
  ],
  Мероприятия: [{ columns: ['Обучающихся'], column: 'Для кого', value: 'педагоги' }],
};

/** The words of «Важность». */
const SEVERITIES = [
  ['error', SEVERITY_WORDS.error, FLAGS.refused],
  ['warning', SEVERITY_WORDS.warning, FLAGS.missing],
  ['info', SEVERITY_WORDS.info, FLAGS.noted],
] as const;

/** The dates that a «Состояние» of the row speaks of. */
const DUE_DATES: Readonly<Partial<Record<TableName, string>>> = {
  План: 'Окончание',
  Решения: 'Срок',
  Сроки: 'Срок',
};

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
      const unless = REQUIRED_UNLESS[table]?.find(({ columns: asked }) => asked.includes(definition.name));
      const other = unless === undefined ? undefined : place(unless.column);
      const asked =
        unless === undefined || other === undefined ? '' : `,${at(other, true)}<>"${unless.value}"`;
      flags.push(flag('required', column, `AND(${cell}="",${started}${asked})`, FLAGS.missing));
    }
    const state = DUE_DATES[table] === definition.name ? place('Состояние') : undefined;
    if (state !== undefined) {
      flags.push(
        ...dueFlags(at(state, true), (code, condition, look) =>
          flag(`date-${code}`, column, condition, look),
        ),
      );
    }
    if (table === 'Контроль' && definition.name === 'Важность') {
      flags.push(...SEVERITIES.map(([code, word, look]) => flag(code, column, `${cell}="${word}"`, look)));
    }
    if (definition.kind === 'formula')
      flags.push(
        ...stateFlags(definition.name, cell, (code, condition, look) => flag(code, column, condition, look)),
      );
    return flags;
  });
}

/** Who is rightly left out of the form: nothing is wrong with the row. */
const NOT_AMONG = ['не педагог', 'выбыл', 'ещё не в составе'] as const;

/** Due soon, at risk, overdue, by the word of that cell. */
const dueFlags = (
  cell: string,
  flag: (code: string, condition: string, look: FlagLook) => Flag,
): readonly Flag[] => [
  flag('overdue', `${cell}="${DUE_WORDS.overdue}"`, FLAGS.refused),
  flag('risk', `${cell}="${DUE_WORDS.risk}"`, FLAGS.wrong),
  flag('soon', `${cell}="${DUE_WORDS.soon}"`, FLAGS.missing),
];

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
          `AND(${cell}<>"",LEFT(${cell},6)<>"учтено",LEFT(${cell},8)<>"не входи",${NOT_AMONG.map((word) => `${cell}<>"${word}"`).join(',')})`,
          FLAGS.refused,
        ),
        flag(
          'outside-form',
          `OR(LEFT(${cell},8)="не входи",${NOT_AMONG.map((word) => `${cell}="${word}"`).join(',')})`,
          FLAGS.noted,
        ),
        flag('gaps', `AND(LEFT(${cell},6)="учтено",LEN(${cell})>6)`, FLAGS.missing),
      ];
    case 'Состояние':
      return [
        ...dueFlags(cell, flag),
        flag(
          'malformed',
          `OR(${cell}="дата не распознана",${cell}="нет даты",${cell}="ошибка в строке")`,
          FLAGS.wrong,
        ),
        flag('done', `OR(${cell}="${DUE_WORDS.done}",${cell}="проведено")`, FLAGS.done),
      ];
    case 'Состояние аттестации':
      return [...dueFlags(cell, flag), flag('unknown-term', `${cell}="срок неизвестен"`, FLAGS.noted)];
    case 'Кворум':
      return [
        flag('no-quorum', `${cell}="${QUORUM_WORDS['not reached']}"`, FLAGS.refused),
        flag('unknown-quorum', `${cell}="${QUORUM_WORDS.unknown}"`, FLAGS.noted),
      ];
    case 'Присутствовало':
      return [flag('unknown-number', `${cell}="нет данных"`, FLAGS.noted)];
    case 'Итог':
      return [
        flag('not-passed', `${cell}="${OUTCOME_WORDS['not passed']}"`, FLAGS.refused),
        flag('unknown-votes', `${cell}="${OUTCOME_WORDS['no data']}"`, FLAGS.missing),
      ];
    default:
      return [];
  }
}
