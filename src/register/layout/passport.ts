import type { CellValue, WorkbookAction } from '../../plan/action';
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
import { DATE_FORMAT, FLAGS, LOOKS, heightFor } from './palette';
import { flagFormula } from './flags';
import { summaryFlags, summaryLines } from './summary';
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
  const lines = summaryLines(binding);
  const at = (row: number, column: number): string => cellAddress(row, column);
  const last = PASSPORT_FIRST_ROW + PASSPORT_FIELDS.length - 1;
  const legendRow = SUMMARY_ROW + lines.length + 2;
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
  lines.forEach(({ label, formula, hint, numberFormat, longest = 0 }, index) => {
    const row = SUMMARY_ROW + 1 + index;
    actions.push(
      {
        kind: 'setLook',
        sheet,
        address: at(row, 2),
        look: {
          ...LOOKS.computed,
          ...(numberFormat === undefined ? {} : { numberFormat }),
          rowHeight: Math.max(heightFor('0'.repeat(longest), VALUE_WIDTH), heightFor(hint, HINT_WIDTH)),
        },
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
    { kind: 'setColumnWidth', sheet, columns: 'A:A', characters: LABEL_WIDTH },
    { kind: 'setColumnWidth', sheet, columns: 'B:B', characters: VALUE_WIDTH },
    { kind: 'setColumnWidth', sheet, columns: 'C:C', characters: HINT_WIDTH },
    { kind: 'setPrint', sheet, layout: { orientation: 'Portrait', pagesWide: 1 } },
    {
      kind: 'setFlags',
      sheet,
      flags: [
        ...PASSPORT_FIELDS.filter(({ required }) => required).map(({ key }) => ({
          code: `Паспорт:${key}`,
          address: at(passportRow(key), 2),
          formula: flagFormula(`Паспорт:${key}`, `${at(passportRow(key), 2)}=""`),
          look: FLAGS.missing,
        })),
        ...summaryFlags(SUMMARY_ROW + 1, lines),
      ],
    },
  );
  return actions;
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
