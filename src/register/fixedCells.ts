import type { ParameterCode } from '../regulations';

/**
 * Cells that stand at a fixed place because formulas read them (formulas.md §1: fixed cells, not rows of
 * a table that somebody may sort).
 */

/** Above the table of «Правила», column B; the row numbers. */
export const RULE_CELLS = {
  today: 1,
  periodBegin: 2,
  periodEnd: 3,
  /** The day after the last that matters to membership: the earlier of «Дата расчёта» and the period's end. */
  membershipEdge: 4,
  participantResult: 5,
  contestResult: 6,
  testMaterials: 7,
  methodistTitles: 8,
  /** The day after «Дата расчёта»: what lies before it has been held. */
  heldBefore: 9,
  /** What the product set up on the sheets, so that the next run knows what is already there. */
  layoutMark: 10,
} as const satisfies Record<ParameterCode, number> & Record<string, number>;

export type RuleCell = keyof typeof RULE_CELLS;

export const RULE_CELL_NAMES = Object.keys(RULE_CELLS) as RuleCell[];

/** Header row of the table «Правила»; the rows between are kept free for further fixed cells. */
export const RULES_HEADER_ROW = 14;

/** The only clock on the sheets. */
export const TODAY_FORMULA = '=TODAY()';

/** Fields of «Паспорт» in their order; `name` is the defined name `Паспорт_…` of the value's cell. */
export const PASSPORT_FIELDS = [
  { key: 'association', name: 'Объединение', label: 'Объединение', required: true },
  { key: 'municipality', name: 'Муниципалитет', label: 'Муниципалитет', required: true },
  { key: 'subject', name: 'Предмет', label: 'Предмет или род деятельности', required: true },
  { key: 'regulation', name: 'Положение', label: 'Положение', required: true },
  { key: 'schoolYear', name: 'УчебныйГод', label: 'Учебный год', required: true },
  { key: 'reportYear', name: 'ОтчётныйГод', label: 'Отчётный год', required: false },
  { key: 'topic', name: 'МетодическаяТема', label: 'Методическая тема', required: false },
  { key: 'leader', name: 'Руководитель', label: 'Руководитель', required: false },
  { key: 'deputy', name: 'Заместитель', label: 'Заместитель', required: false },
  { key: 'secretary', name: 'Секретарь', label: 'Секретарь', required: false },
  { key: 'curator', name: 'Куратор', label: 'Куратор', required: false },
  { key: 'orderNumber', name: 'НомерПриказа', label: 'Номер приказа', required: false },
  { key: 'orderDate', name: 'ДатаПриказа', label: 'Дата приказа', required: false },
  { key: 'databankDate', name: 'ДатаБанкаДанных', label: 'Дата обновления банка данных', required: false },
] as const;

export type PassportKey = (typeof PASSPORT_FIELDS)[number]['key'];

/** Row of the first passport field; labels in column A, values in column B, hints in column C. */
export const PASSPORT_FIRST_ROW = 4;

export const passportRow = (key: PassportKey): number =>
  PASSPORT_FIRST_ROW + PASSPORT_FIELDS.findIndex((field) => field.key === key);

export const passportName = (key: PassportKey): string =>
  `Паспорт_${PASSPORT_FIELDS.find((field) => field.key === key)?.name ?? key}`;

/** «Приложение»: the form in columns A–C, everything that is not printed from column E on. */
export const APPENDIX_COLUMNS = {
  no: 1,
  label: 2,
  value: 3,
  state: 5,
  confirmed: 6,
  lastYear: 7,
  relation: 8,
  source: 9,
} as const;

export const APPENDIX_HEADER_ROW = 5;

/** Sheets that hold a plain range rather than a table are known again by these names. */
export const SHEET_ANCHORS = {
  Паспорт: passportName('association'),
  Приложение: 'Приложение_Форма',
} as const;

/** What stands in the first cell of those sheets of ours: by it a sheet is told from the user's own of that name. */
export const SHEET_TITLES = {
  Паспорт: 'Паспорт методического объединения',
  Приложение: 'Приложение к анализу',
  Правила: 'Дата расчёта',
  Справочники: 'Справочники реестра: значения списков и классификаторы',
} as const;
