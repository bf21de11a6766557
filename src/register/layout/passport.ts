import type { CellValue, WorkbookAction } from '../../plan/action';
import { filledCells, references, ruleValue, type Binding } from '../../indicators/references';
import type { Regulation } from '../../regulations';
import { cellAddress, quoteSheet } from '../addresses';
import {
  PASSPORT_FIELDS,
  PASSPORT_FIRST_ROW,
  SHEET_TITLES,
  passportName,
  passportRow,
  type PassportKey,
} from '../fixedCells';
import { choiceName } from '../lists';
import { TABLES } from '../tables';
import { DATE_FORMAT, FLAGS, LOOKS, heightFor } from './palette';
import { flagFormula } from './flags';

/** «Паспорт»: who the association is, a live summary under it, and the legend of the colours. */

const HINTS: Readonly<Partial<Record<PassportKey, string>>> = {
  association: 'Как в приказе, например «ММО учителей математики»',
  municipality: 'Район или округ',
  subject: 'Предмет или род деятельности, для которого создано объединение',
  regulation: 'По какому положению работает объединение; его правила на листе «Правила»',
  schoolYear: 'Так: 2025/2026. По нему считается отчётный период',
  reportYear: 'Только для положений, где отчёт за календарный год',
  leader: 'Из столбца «Роль» банка данных',
  deputy: 'Из столбца «Роль» банка данных',
  secretary: 'Из столбца «Роль» банка данных',
  databankDate: 'Когда банк данных последний раз сверяли',
};

const ROLES: Readonly<Partial<Record<PassportKey, readonly string[]>>> = {
  leader: ['руководитель', 'председатель'],
  deputy: ['заместитель'],
  secretary: ['секретарь'],
};

const DATE_KEYS: readonly PassportKey[] = ['orderDate', 'databankDate'];

const VALUE_WIDTH = 46;
const HINT_WIDTH = 60;

/** Rows under the fields: heading, summary, heading, legend. */
const SUMMARY_ROW = PASSPORT_FIRST_ROW + PASSPORT_FIELDS.length + 1;

const LEGEND: readonly (readonly [string, (typeof FLAGS)[keyof typeof FLAGS]])[] = [
  ['не заполнено обязательное, или есть пробелы', FLAGS.missing],
  ['значение не из списка, не дата или не число', FLAGS.wrong],
  ['строка не учитывается, срок прошёл, соотношение нарушено', FLAGS.refused],
  ['нет данных, или строка не входит в форму: знать полезно', FLAGS.noted],
  ['сделано', FLAGS.done],
];

interface SummaryLine {
  readonly label: string;
  readonly formula: string;
  readonly hint: string;
  readonly numberFormat?: string;
}

function summaryLines(binding: Binding): readonly SummaryLine[] {
  const refs = references(binding);
  const teachers = refs.column('Педагоги', 'ФИО');
  const account = refs.column('Педагоги', 'Учёт');
  const named = filledCells(teachers);
  const required = TABLES.Педагоги.columns.flatMap((column) =>
    'required' in column && column.name !== 'ФИО' ? [refs.column('Педагоги', column.name)] : [],
  );
  const filled = required.map((column) => `(${named}-COUNTIFS(${account},"?*",${column},""))`).join('+');
  const due = refs.column('Сроки', 'Срок');
  const open = `(${refs.column('Сроки', 'Состояние')}="выполнено")*1000000+(${due}="")*1000000+${due}`;
  const importance = refs.column('Контроль', 'Важность');
  return [
    {
      label: 'Членов объединения',
      formula: `=IF(${named}=0,"нет данных",COUNTIFS(${account},"учтено*")+COUNTIFS(${account},"не педагог"))`,
      hint: 'На дату расчёта, вместе с теми, кто не педагог',
    },
    {
      label: 'Банк данных заполнен',
      formula: `=IF(${named}=0,"нет данных",(${filled})/(${named}*${String(required.length)}))`,
      hint: 'Доля заполненных обязательных ячеек',
      numberFormat: '0%',
    },
    {
      label: 'Заседаний проведено',
      formula: `=COUNTIFS(${refs.column('Заседания', 'Дата')},">="&${refs.rule('periodBegin')},${refs.column('Заседания', 'Дата')},"<"&${refs.rule('membershipEdge')})&" из "&${ruleValue('meetings', refs)}`,
      hint: 'За отчётный период, из обязательных по положению',
    },
    {
      label: 'Ближайший срок',
      formula: `=IFERROR(IF(COUNT(${due})=0,"нет данных",IF(SUMPRODUCT(MIN(${open}))>=1000000,"всё выполнено",SUMPRODUCT(MIN(${open})))),"нет данных")`,
      hint: 'Из невыполненного на листе «Сроки»',
      numberFormat: DATE_FORMAT,
    },
    {
      label: 'Ошибок на листе «Контроль»',
      formula: `=IF(COUNTIFS(${importance},"?*")=0,"нет данных",COUNTIFS(${importance},"ошибка"))`,
      hint: 'По последней проверке',
    },
  ];
}

/**
 * Everything of «Паспорт» on a sheet that is new. `typed`: fields somebody has filled in since a run was cut
 * short; they stay.
 */
export function buildPassport(
  sheet: string,
  values: Readonly<Partial<Record<PassportKey, CellValue>>>,
  typed: ReadonlySet<PassportKey>,
  binding: Binding,
): readonly WorkbookAction[] {
  const refs = references(binding);
  const lines = summaryLines(binding);
  const at = (row: number, column: number): string => cellAddress(row, column);
  const last = PASSPORT_FIRST_ROW + PASSPORT_FIELDS.length - 1;
  const legendRow = SUMMARY_ROW + lines.length + 2;
  const valueCells = `B${String(PASSPORT_FIRST_ROW)}:B${String(last)}`;
  const actions: WorkbookAction[] = [
    { kind: 'setLook', sheet, address: 'A1', look: LOOKS.title },
    { kind: 'setLook', sheet, address: 'A2', look: LOOKS.subtitle },
    {
      kind: 'writeValues',
      sheet,
      address: 'A1:A2',
      values: [[SHEET_TITLES.Паспорт], ['Заполните жёлтые ячейки; серые считаются сами']],
    },
    { kind: 'setLook', sheet, address: `A${String(PASSPORT_FIRST_ROW)}:A${String(last)}`, look: LOOKS.label },
    { kind: 'setLook', sheet, address: valueCells, look: { ...LOOKS.input, numberFormat: '@' } },
    { kind: 'setLook', sheet, address: `C${String(PASSPORT_FIRST_ROW)}:C${String(last)}`, look: LOOKS.hint },
    {
      kind: 'writeValues',
      sheet,
      address: `A${String(PASSPORT_FIRST_ROW)}:A${String(last)}`,
      values: PASSPORT_FIELDS.map(({ label, required }) => [required ? `${label} *` : label]),
    },
    {
      kind: 'writeValues',
      sheet,
      address: `C${String(PASSPORT_FIRST_ROW)}:C${String(last)}`,
      values: PASSPORT_FIELDS.map(({ key }) => [HINTS[key] ?? '']),
    },
  ];
  for (const { key } of PASSPORT_FIELDS) {
    const address = at(passportRow(key), 2);
    actions.push({
      kind: 'setLook',
      sheet,
      address: at(passportRow(key), 3),
      look: {
        rowHeight: Math.max(
          heightFor(HINTS[key] ?? '', HINT_WIDTH),
          heightFor(String(values[key] ?? ''), VALUE_WIDTH),
        ),
      },
    });
    const roles = ROLES[key];
    if (DATE_KEYS.includes(key)) {
      actions.push({ kind: 'setLook', sheet, address, look: { numberFormat: DATE_FORMAT } });
    }
    if (roles !== undefined) {
      const [people, role] = [refs.column('Педагоги', 'ФИО'), refs.column('Педагоги', 'Роль')];
      const found = roles.reduceRight(
        (otherwise, each) => `IFERROR(INDEX(${people},MATCH("${each}",${role},0)),${otherwise})`,
        '"не указан"',
      );
      actions.push({
        kind: 'setLook',
        sheet,
        address,
        look: { ...LOOKS.computed, numberFormat: 'General' },
      });
      if (!typed.has(key)) actions.push({ kind: 'writeFormulas', sheet, address, formulas: [[`=${found}`]] });
    }
    const value = values[key];
    if (value !== undefined && value !== '')
      actions.push({ kind: 'writeValues', sheet, address, values: [[value]] });
  }
  actions.push(
    {
      kind: 'setValidation',
      sheet,
      address: at(passportRow('regulation'), 2),
      rule: { kind: 'list', name: choiceName('Положение') },
      title: 'Положение не из списка',
      message: 'Выберите положение из списка: от него зависят правила и сроки.',
    },
    ...heading(sheet, SUMMARY_ROW, 'Сводка (считается сама)'),
    {
      kind: 'setLook',
      sheet,
      address: `A${String(SUMMARY_ROW + 1)}:A${String(SUMMARY_ROW + lines.length)}`,
      look: LOOKS.label,
    },
    {
      kind: 'setLook',
      sheet,
      address: `C${String(SUMMARY_ROW + 1)}:C${String(SUMMARY_ROW + lines.length)}`,
      look: LOOKS.hint,
    },
  );
  lines.forEach(({ label, formula, hint, numberFormat }, index) => {
    const row = SUMMARY_ROW + 1 + index;
    actions.push(
      {
        kind: 'setLook',
        sheet,
        address: at(row, 2),
        look: { ...LOOKS.computed, ...(numberFormat === undefined ? {} : { numberFormat }) },
      },
      { kind: 'writeValues', sheet, address: at(row, 1), values: [[label]] },
      { kind: 'writeValues', sheet, address: at(row, 3), values: [[hint]] },
      { kind: 'writeFormulas', sheet, address: at(row, 2), formulas: [[formula]] },
    );
  });
  actions.push(...heading(sheet, legendRow, 'Что значат цвета'));
  LEGEND.forEach(([words, look], index) => {
    const row = legendRow + 1 + index;
    actions.push(
      { kind: 'setLook', sheet, address: at(row, 1), look: { ...look, wrap: true, vertical: 'Top' } },
      { kind: 'writeValues', sheet, address: at(row, 1), values: [['образец']] },
      { kind: 'writeValues', sheet, address: at(row, 2), values: [[words]] },
      {
        kind: 'setLook',
        sheet,
        address: at(row, 2),
        look: { wrap: true, vertical: 'Top', rowHeight: heightFor(words, VALUE_WIDTH) },
      },
    );
  });
  actions.push(
    { kind: 'setColumnWidth', sheet, columns: 'A:A', characters: 34 },
    { kind: 'setColumnWidth', sheet, columns: 'B:B', characters: VALUE_WIDTH },
    { kind: 'setColumnWidth', sheet, columns: 'C:C', characters: HINT_WIDTH },
    { kind: 'setPrint', sheet, layout: { orientation: 'Portrait', pagesWide: 1 } },
    {
      kind: 'setFlags',
      sheet,
      flags: PASSPORT_FIELDS.filter(({ required }) => required).map(({ key }) => ({
        code: `Паспорт:${key}`,
        address: at(passportRow(key), 2),
        formula: flagFormula(`Паспорт:${key}`, `${at(passportRow(key), 2)}=""`),
        look: FLAGS.missing,
      })),
    },
  );
  return actions;
}

const heading = (sheet: string, row: number, words: string): readonly WorkbookAction[] => [
  { kind: 'setLook', sheet, address: `A${String(row)}:C${String(row)}`, look: LOOKS.section },
  { kind: 'writeValues', sheet, address: `A${String(row)}`, values: [[words]] },
];

/** Defined names of the cells of a new passport. */
export const passportNames = (
  sheet: string,
): readonly { readonly name: string; readonly refersTo: string }[] =>
  PASSPORT_FIELDS.map(({ key }) => ({
    name: passportName(key),
    refersTo: `=${quoteSheet(sheet)}!$B$${String(passportRow(key))}`,
  }));

/** What a new passport says before anybody has typed. */
export function passportDefaults(
  regulation: Regulation,
  schoolYear: string,
  given: { readonly association?: string; readonly municipality?: string; readonly subject?: string },
  reportYear: number | null = null,
): Partial<Record<PassportKey, CellValue>> {
  return {
    association: given.association ?? '',
    municipality: given.municipality ?? regulation.municipality,
    subject: given.subject ?? '',
    regulation: regulation.name,
    schoolYear,
    reportYear: reportYear === null ? '' : String(reportYear),
  };
}
