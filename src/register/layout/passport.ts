import type { CellLook, CellValue, WorkbookAction } from '../../plan/action';
import { references, type Binding } from '../../indicators/references';
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
import { choiceName, listOf } from '../lists';
import type { cellAt } from '../parse';
import { DATE_FORMAT, FLAGS, LOOKS } from './palette';
import { heightFor } from '../rowHeights';
import { sameFormula } from '../sameFormula';
import { flagFormula } from './flags';
import { summaryFlags, summaryLines, type SummaryLine } from './summary';
import { isPassportText, passportText, type PassportText } from './passportTexts';

/** «Паспорт»: who the association is, a live summary under it, and the legend of the colours. */

const ROLES: Readonly<Partial<Record<PassportKey, readonly string[]>>> = {
  leader: ['руководитель', 'председатель'],
  deputy: ['заместитель'],
  secretary: ['секретарь'],
};

const DATE_KEYS: readonly PassportKey[] = ['orderDate', 'databankDate'];

const LABEL_WIDTH = 34;
const VALUE_WIDTH = 46;
const HINT_WIDTH = 60;

const SUMMARY_TITLE = 'Сводка (считается сама)';
const LEGEND_TITLE = 'Что значат цвета';
const SAMPLE_WORD = 'образец';

/** Rows under the fields: heading, summary, heading, legend. */
const SUMMARY_ROW = PASSPORT_FIRST_ROW + PASSPORT_FIELDS.length + 1;

const LEGEND: readonly (readonly [string, (typeof FLAGS)[keyof typeof FLAGS]])[] = [
  ['не заполнено обязательное, или есть пробелы', FLAGS.missing],
  ['значение не из списка, не дата или не число', FLAGS.wrong],
  ['строка не учитывается, срок прошёл, соотношение нарушено', FLAGS.refused],
  ['нет данных, или строка не входит в форму: знать полезно', FLAGS.noted],
  ['сделано', FLAGS.done],
];

/**
 * Everything of «Паспорт» on a sheet that is new. `typed`: fields somebody has filled in since a run was cut
 * short; they stay.
 */
export function buildPassport(
  sheet: string,
  regulation: Regulation,
  values: Readonly<Partial<Record<PassportKey, CellValue>>>,
  typed: ReadonlySet<PassportKey>,
  binding: Binding,
): readonly WorkbookAction[] {
  const refs = references(binding);
  const at = (row: number, column: number): string => cellAddress(row, column);
  const last = PASSPORT_FIRST_ROW + PASSPORT_FIELDS.length - 1;
  const subjectCell = at(passportRow('subject'), 2);
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
      values: PASSPORT_FIELDS.map(({ key }) => [passportText(key, regulation).label]),
    },
    {
      kind: 'writeValues',
      sheet,
      address: `C${String(PASSPORT_FIRST_ROW)}:C${String(last)}`,
      values: PASSPORT_FIELDS.map(({ key }) => [passportText(key, regulation).hint]),
    },
  ];
  for (const { key } of PASSPORT_FIELDS) {
    const address = at(passportRow(key), 2);
    actions.push({
      kind: 'setLook',
      sheet,
      address: at(passportRow(key), 3),
      look: { rowHeight: rowHeight(passportText(key, regulation), String(values[key] ?? '')) },
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
    ...(listOf('Объединения', regulation).length > 0 ? [offerAssociations(sheet, subjectCell)] : []),
    ...buildSummary(sheet, binding),
  );
  actions.push(
    { kind: 'setColumnWidth', sheet, columns: 'A:A', characters: LABEL_WIDTH },
    { kind: 'setColumnWidth', sheet, columns: 'B:B', characters: VALUE_WIDTH },
    { kind: 'setColumnWidth', sheet, columns: 'C:C', characters: HINT_WIDTH },
    { kind: 'setPrint', sheet, layout: { orientation: 'Portrait', pagesWide: 1 } },
    passportFlags(sheet, binding),
  );
  return actions;
}

const passportFlags = (sheet: string, binding: Binding): WorkbookAction => ({
  kind: 'setFlags',
  sheet,
  flags: [
    ...PASSPORT_FIELDS.filter(({ required }) => required).map(({ key }) => {
      const address = cellAddress(passportRow(key), 2);
      return {
        code: `Паспорт:${key}`,
        address,
        formula: flagFormula(`Паспорт:${key}`, `${address}=""`),
        look: FLAGS.missing,
      };
    }),
    ...summaryFlags(SUMMARY_ROW + 1, summaryLines(binding)),
  ],
});

/** The cells of the summary and of the legend, row by row. */
const summaryCells = (lines: readonly SummaryLine[]): readonly (readonly [string, string, string])[] => [
  [SUMMARY_TITLE, '', ''],
  ...lines.map(({ label, formula, hint }) => [label, formula, hint] as const),
  ['', '', ''],
  [LEGEND_TITLE, '', ''],
  ...LEGEND.map(([words]) => [SAMPLE_WORD, words, ''] as const),
];

/** The summary and the legend under the fields. */
function buildSummary(sheet: string, binding: Binding): readonly WorkbookAction[] {
  const lines = summaryLines(binding);
  const legendRow = SUMMARY_ROW + lines.length + 2;
  const last = legendRow + LEGEND.length;
  const first = SUMMARY_ROW + 1;
  const address = (columns: string, top: number, bottom = top): string => {
    const [from = '', to = from] = columns.split(':');
    return `${from}${String(top)}:${to}${String(bottom)}`;
  };
  const look = (at: string, of: CellLook): WorkbookAction => ({
    kind: 'setLook',
    sheet,
    address: at,
    look: of,
  });
  return [
    look(address('A:C', SUMMARY_ROW), LOOKS.section),
    look(address('A', first, legendRow - 2), LOOKS.label),
    look(address('C', first, legendRow - 2), LOOKS.hint),
    ...lines.map(({ hint, numberFormat, longest = 0 }, index) =>
      look(address('B', first + index), {
        ...LOOKS.computed,
        ...(numberFormat === undefined ? {} : { numberFormat }),
        rowHeight: Math.max(heightFor('0'.repeat(longest), VALUE_WIDTH), heightFor(hint, HINT_WIDTH)),
      }),
    ),
    look(address('A:C', legendRow), LOOKS.section),
    ...LEGEND.flatMap(([words, colours], index) => {
      const row = legendRow + 1 + index;
      return [
        look(address('A', row), { ...colours, wrap: true, vertical: 'Top' }),
        look(address('B', row), { wrap: true, vertical: 'Top', rowHeight: heightFor(words, VALUE_WIDTH) }),
      ];
    }),
    // at once and last: a run cut short leaves the former words, or all of these in their looks
    {
      kind: 'writeFormulas',
      sheet,
      address: address('A:C', SUMMARY_ROW, last),
      formulas: summaryCells(lines),
    },
  ];
}

/** Words that registers of the first layout bear in their summary. */
const FORMER_WORDS: readonly string[] = [
  'Членов объединения',
  'Банк данных заполнен',
  'Заседаний проведено',
  'Ближайший срок',
  'Ошибок на листе «Контроль»',
  'На дату расчёта, вместе с теми, кто не педагог',
  'Доля заполненных обязательных ячеек',
  'За отчётный период, из обязательных по положению',
  'Из невыполненного на листе «Сроки»',
  'По последней проверке',
];

/**
 * The summary and the legend of a passport that another layout has made. Where they have been moved, or anything
 * of the user's stands among them or where they are to reach, they stay as they are.
 */
export function renewSummary(
  sheet: string,
  binding: Binding,
  cell: (row: number, column: number) => ReturnType<typeof cellAt>,
): readonly WorkbookAction[] {
  const lines = summaryLines(binding);
  const wanted = summaryCells(lines);
  const ours = new Set<CellValue>([...wanted.flat(), ...FORMER_WORDS]);
  const cells = wanted.flatMap((row, index) =>
    row.map((text, column) => ({ text, column, standing: cell(SUMMARY_ROW + index, column + 1) })),
  );
  const isOurs = cells.every(({ column, standing: { value, live } }) =>
    live ? column === 1 : ours.has(value),
  );
  const isWhole = cells.every(({ text, standing: { value, formula, live } }) =>
    live ? sameFormula(formula, text) : value === text,
  );
  if (cell(SUMMARY_ROW, 1).value !== SUMMARY_TITLE || !isOurs || isWhole) return [];
  const address = `A${String(SUMMARY_ROW)}:C${String(SUMMARY_ROW + wanted.length - 1)}`;
  return [
    { kind: 'restoreLook', sheet, address, look: { fill: null, bold: false } },
    passportFlags(sheet, binding),
    ...buildSummary(sheet, binding),
  ];
}

const rowHeight = ({ label, hint }: PassportText, value: string): number =>
  Math.max(heightFor(label, LABEL_WIDTH), heightFor(value, VALUE_WIDTH), heightFor(hint, HINT_WIDTH));

/** The associations a regulation names, offered where the association's own is typed. */
export const offerAssociations = (sheet: string, address: string): WorkbookAction => ({
  kind: 'setValidation',
  sheet,
  address,
  rule: { kind: 'list', name: choiceName('Объединения') },
  title: 'Объединения нет в списке',
  message: 'Положение называет объединения, их список по стрелке справа. Можно оставить и своё.',
});

/**
 * Labels and hints of a passport that stands, in the words of the regulation applied. What the user has written
 * there in place of them stays.
 */
export function rewordPassport(
  sheet: string,
  regulation: Regulation,
  present: (key: PassportKey) => PresentField,
): readonly WorkbookAction[] {
  return PASSPORT_FIELDS.flatMap(({ key }): WorkbookAction[] => {
    const wanted = passportText(key, regulation);
    const { row, column, label, value, hint } = present(key);
    const standing = { label, hint };
    const changed = (['label', 'hint'] as const).filter(
      (part) => standing[part] !== wanted[part] && isPassportText(key, part, standing[part]),
    );
    if (changed.length === 0) return [];
    const address = (part: keyof PassportText): string =>
      cellAddress(row, part === 'label' ? column - 1 : column + 1);
    const look = { rowHeight: rowHeight(wanted, value) };
    return [
      { kind: 'setLook', sheet, address: cellAddress(row, column), look },
      ...changed.map((part): WorkbookAction => ({
        kind: 'writeValues',
        sheet,
        address: address(part),
        values: [[wanted[part]]],
      })),
    ];
  });
}

/** A field as it stands, and what stands on either side of it. */
export interface PresentField extends PassportText {
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

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
