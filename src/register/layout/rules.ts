import type { CellValue, WorkbookAction } from '../../plan/action';
import { references, ruleValue, type Binding } from '../../indicators/references';
import type { ParameterCode, Regulation } from '../../regulations';
import { quoteSheet } from '../addresses';
import { RULE_CELLS, TODAY_FORMULA, type RuleCell } from '../fixedCells';
import { sameFormula } from '../sameFormula';
import { DATE_FORMAT, LOOKS } from './palette';

/** «Правила»: the clock, the period and the parameters at fixed places; the regulation's rules as a table. */

interface FixedLine {
  readonly cell: RuleCell;
  readonly label: string;
  readonly explanation: string;
  readonly formula?: string;
  readonly isDate?: true;
}

/** Version of what is set up on the sheets; a new one sets up everything again. */
export const LAYOUT_VERSION = 2;

const PARAMETER_LABELS: Readonly<Record<ParameterCode, string>> = {
  participantResult: 'Строка 13: какой результат считать участием',
  contestResult: 'Строка 20: какой результат считать участием',
  testMaterials: 'Строка 27.1: что считать',
  methodistTitles: 'Строка 1.3: считать методистов и наставников',
};

function fixedLines(binding: Binding, regulation: Regulation): readonly FixedLine[] {
  const refs = references(binding);
  const year = refs.passport('schoolYear');
  const today = refs.rule('today');
  const [first, second] = [`VALUE(LEFT(${year},4))`, `VALUE(RIGHT(${year},4))`];
  const wellFormed = `AND(LEN(${year})=9,MID(${year},5,1)="/",${second}=${first}+1,${first}>=1900,${first}<2200)`;
  const ofToday = `DATE(YEAR(${today})-IF(MONTH(${today})<9,1,0),9,1)`;
  const isWellFormed = `IFERROR(${wellFormed},FALSE)`;
  // a calendar year under the regulations that report by one: «Отчётный год», or the first of the school year
  const isCalendar = `IFERROR(${ruleValue('period', refs)}="календарный год",FALSE)`;
  const reportYear = refs.passport('reportYear');
  const isYear = `IFERROR(AND(VALUE(${reportYear})>=1900,VALUE(${reportYear})<2200),FALSE)`;
  const calendarYear = `IF(${isYear},VALUE(${reportYear}),IF(${isWellFormed},${first},YEAR(${ofToday})))`;
  const parameter = (code: ParameterCode): FixedLine => ({
    cell: code,
    label: PARAMETER_LABELS[code],
    explanation: `${regulation.parameters[code].explanation} (${regulation.parameters[code].clause})`,
  });
  return [
    {
      cell: 'today',
      label: 'Дата расчёта',
      explanation: 'Единственные часы книги. Введите дату вместо формулы, и расчёт замрёт на этом дне',
      isDate: true,
    },
    {
      cell: 'periodBegin',
      label: 'Начало отчётного периода',
      explanation: 'По учебному или отчётному году паспорта; можно ввести свою дату',
      formula: `=IFERROR(IF(${isCalendar},DATE(${calendarYear},1,1),IF(${isWellFormed},DATE(${first},9,1),${ofToday})),0)`,
      isDate: true,
    },
    {
      cell: 'periodEnd',
      label: 'Конец отчётного периода',
      explanation: 'Последний день, включительно',
      formula: `=IF(${refs.rule('periodBegin')}=0,0,EDATE(${refs.rule('periodBegin')},12)-1)`,
      isDate: true,
    },
    {
      cell: 'membershipEdge',
      label: 'Состав считается до дня',
      explanation: 'День после более раннего из двух: даты расчёта и конца периода',
      formula: `=MIN(${refs.rule('periodEnd')}+1,${refs.rule('heldBefore')})`,
      isDate: true,
    },
    parameter('participantResult'),
    parameter('contestResult'),
    parameter('testMaterials'),
    parameter('methodistTitles'),
    {
      cell: 'heldBefore',
      label: 'Проведено то, что раньше дня',
      explanation: 'День после даты расчёта',
      formula: `=IF(ISNUMBER(${today}),INT(${today})+1,0)`,
      isDate: true,
    },
    {
      cell: 'layoutMark',
      label: 'Служебная отметка',
      explanation: 'Версия оформления реестра; не изменяйте',
    },
  ];
}

/**
 * The fixed cells of a new «Правила»; the table under them is planned with the other tables. `typed`: cells
 * that somebody has typed into since a run was cut short; they stay.
 */
export function buildRules(
  sheet: string,
  binding: Binding,
  regulation: Regulation,
  today: CellValue | null,
  typed: ReadonlySet<RuleCell>,
): readonly WorkbookAction[] {
  const lines = fixedLines(binding, regulation);
  const last = lines.length;
  const actions: WorkbookAction[] = [
    { kind: 'setLook', sheet, address: `A1:A${String(last)}`, look: LOOKS.label },
    { kind: 'setLook', sheet, address: `C1:C${String(last)}`, look: { ...LOOKS.hint, wrap: false } },
    { kind: 'writeValues', sheet, address: `A1:A${String(last)}`, values: lines.map(({ label }) => [label]) },
    {
      kind: 'writeValues',
      sheet,
      address: `C1:C${String(last)}`,
      values: lines.map(({ explanation }) => [explanation]),
    },
  ];
  for (const { cell, formula, isDate } of lines) {
    const address = `B${String(RULE_CELLS[cell])}`;
    actions.push({
      kind: 'setLook',
      sheet,
      address,
      look: {
        ...(formula === undefined && cell !== 'layoutMark' ? LOOKS.input : LOOKS.computed),
        ...(isDate === true ? { numberFormat: DATE_FORMAT } : {}),
      },
    });
    if (formula !== undefined && !typed.has(cell))
      actions.push({ kind: 'writeFormulas', sheet, address, formulas: [[formula]] });
    const parameter = parameterOf(cell, regulation);
    if (parameter === null) continue;
    const choices = parameter.choices.map((choice) => `B${String(RULE_CELLS[cell])}="${choice}"`).join(',');
    if (!typed.has(cell)) actions.push({ kind: 'writeValues', sheet, address, values: [[parameter.value]] });
    actions.push({
      kind: 'setValidation',
      sheet,
      address,
      rule: { kind: 'custom', formula: `OR(${choices})` },
      title: 'Такого выбора нет',
      message: `Введите одно из: ${parameter.choices.join(', ')}.`,
    });
  }
  if (today !== null || !typed.has('today')) actions.push(todayAction(sheet, today));
  return actions;
}

/**
 * Formulas of the fixed cells that have to be written again, because nothing stands there or another formula
 * does. A typed value stays. In begin and end of the period a formula of the user's stays too: ours is written
 * again only when it has lost the sheet it refers to.
 */
export function restoreRules(
  sheet: string,
  binding: Binding,
  regulation: Regulation,
  present: (cell: RuleCell) => { readonly value: CellValue; readonly formula: string },
): readonly WorkbookAction[] {
  return fixedLines(binding, regulation).flatMap(({ cell, formula }): WorkbookAction[] => {
    if (formula === undefined) return [];
    const { value, formula: standing } = present(cell);
    const mayBeTyped = cell === 'periodBegin' || cell === 'periodEnd';
    const isWhole =
      standing === ''
        ? value !== ''
        : mayBeTyped
          ? !isAstray(standing, formula)
          : sameFormula(standing, formula);
    const address = `B${String(RULE_CELLS[cell])}`;
    return isWhole ? [] : [{ kind: 'writeFormulas', sheet, address, formulas: [[formula]] }];
  });
}

/** Our own formula but for the sheets it refers to: one was renamed by another program, or is gone. */
const isAstray = (standing: string, formula: string): boolean =>
  !sameFormula(standing, formula) && sameFormula(withoutSheets(standing), withoutSheets(formula));

const withoutSheets = (formula: string): string =>
  formula.replace(/(?:'(?:[^']|'')*'|#REF|[\p{L}\p{N}_.]+)!/gu, '');

/** Types a date into «Дата расчёта», or makes it follow the calendar. */
export const todayAction = (sheet: string, today: CellValue | null): WorkbookAction => {
  const address = `B${String(RULE_CELLS.today)}`;
  return today === null
    ? { kind: 'writeFormulas', sheet, address, formulas: [[TODAY_FORMULA]] }
    : { kind: 'writeValues', sheet, address, values: [[today]] };
};

function parameterOf(
  cell: RuleCell,
  { parameters }: Regulation,
): Regulation['parameters'][ParameterCode] | null {
  switch (cell) {
    case 'participantResult':
    case 'contestResult':
    case 'testMaterials':
    case 'methodistTitles':
      return parameters[cell];
    default:
      return null;
  }
}

/** Rows of the table «Правила». */
export const ruleRows = ({ rules }: Regulation): readonly (readonly CellValue[])[] =>
  rules.map(({ code, title, value, unit, clause, explanation }) => [
    code,
    title,
    value ?? '',
    unit,
    clause,
    explanation,
  ]);

/** Defined names over the fixed cells, for conditional formats of other sheets. */
export const ruleNames = (sheet: string): readonly { readonly name: string; readonly refersTo: string }[] =>
  (
    [
      ['ДатаРасчёта', 'today'],
      ['ПериодНачало', 'periodBegin'],
      ['ПериодКонец', 'periodEnd'],
    ] as const
  ).map(([name, cell]) => ({ name, refersTo: `=${quoteSheet(sheet)}!$B$${String(RULE_CELLS[cell])}` }));
