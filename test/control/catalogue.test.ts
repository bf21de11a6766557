import fc from 'fast-check';
import { CATALOGUE, checkRegister } from '../../src/control/catalogue';
import { fixesOf, planFixes } from '../../src/control/fixes';
import { SEVERITIES, type IssueCode, type Severity } from '../../src/control/issue';
import { controlLines, planControl, planDeadlines } from '../../src/control/sheet';
import { fixWords, issueMessage, issueWords } from '../../src/messages/control';
import type { CellValue } from '../../src/plan/action';
import { parseArea } from '../../src/register/addresses';
import { TABLE_NAMES, columnsOf, type TableName } from '../../src/register/tables';
import { REGULATIONS } from '../../src/regulations';
import {
  ACHIEVEMENT,
  CLEAN,
  TEACHER,
  bookOf,
  day,
  inputOf,
  issuesOf,
  type Row,
  type Tables,
} from './registerOf';

/** Severities as control.md gives them; what it gives no code of its own is under «others». */
const BY_SEVERITY: Readonly<Record<Severity, readonly IssueCode[]>> = {
  error: [
    ...(['under-table', 'required', 'enum', 'date', 'number', 'structure', 'formula-overwritten'] as const),
    ...([
      'duplicate',
      'namesake',
      'unknown-teacher',
      'no-quorum',
      'not-passed',
      'votes',
      'relation',
    ] as const),
    ...(['size', 'consent', 'role', 'meeting-number'] as const),
    // others
    'rule',
  ],
  warning: [
    ...([
      'name',
      'injection',
      'near-duplicate',
      'unknown-org',
      'twice',
      'outside-period',
      'no-date',
    ] as const),
    ...(['attendance-gap', 'attendance-unknown', 'attendance-before', 'meeting-order', 'leader'] as const),
    ...(['term', 'renewal', 'databank-stale', 'document-missing'] as const),
    // others
    ...(['group-member', 'group-dates', 'more-than-took-part'] as const),
    ...(['obligation', 'enum'] as const),
  ],
  info: [
    ...(['outside-form', 'no-document', 'assumed-one', 'twice', 'outside-period'] as const),
    // others
    ...(['obligation', 'attestation', 'courses', 'relation'] as const),
  ],
};

describe('the catalogue', () => {
  it.each(SEVERITIES)('has every check of severity %s', (severity) => {
    const codes = CATALOGUE.filter((check) => check.severity === severity).map(({ code }) => code);
    expect([...codes].sort()).toEqual([...BY_SEVERITY[severity]].sort());
  });

  it('finds nothing in a clean register but the deadlines that come near', () => {
    expect(issuesOf(CLEAN).filter(({ code }) => code !== 'obligation')).toEqual([]);
  });

  it('raises several issues of one row', () => {
    const row = { ...ACHIEVEMENT, Педагог: 'Никто Нигде', Дата: day(2024, 1, 1), Результат: '' };
    expect(
      issuesOf({ ...CLEAN, Достижения: [row] }).filter(({ code }) => code !== 'obligation'),
    ).toMatchObject([
      { code: 'unknown-teacher', cell: 'A2' },
      { code: 'required', cell: 'F2' },
      { code: 'outside-period', cell: 'H2' },
    ]);
  });

  it('counts each kind of a dirty register to the row', () => {
    const records = [
      ...Array.from({ length: 7 }, (_, index) => ({
        Педагог: 'Никто Нигде',
        Мероприятие: `Чужое ${String(index)}`,
      })),
      ...Array.from({ length: 5 }, (_, index) => ({
        Дата: day(2024, 11, 3),
        Мероприятие: `Прошлое ${String(index)}`,
      })),
      ...Array.from({ length: 3 }, (_, index) => ({ Дата: '', Мероприятие: `Без даты ${String(index)}` })),
      { Педагог: 'Никто Нигде', Дата: day(2026, 9, 1), Мероприятие: 'Чужое и будущее' },
    ].map((row) => ({ ...ACHIEVEMENT, ...row }));
    const databank = [0, 1, 2].map((index) => ({
      ...TEACHER,
      ФИО: `Педагог ${'Абв'.charAt(index)}вгд`,
      'Согласие на обработку данных': '',
      Выбыл: index === 2 ? day(2026, 1, 1) : '',
    }));
    const issues = issuesOf({ Достижения: records, Педагоги: [TEACHER, ...databank] });
    const count = (code: IssueCode) => issues.filter((issue) => issue.code === code).length;
    expect({
      'unknown-teacher': count('unknown-teacher'),
      'outside-period': count('outside-period'),
      'no-date': count('no-date'),
      consent: count('consent'),
    }).toEqual({ 'unknown-teacher': 8, 'outside-period': 6, 'no-date': 3, consent: 2 });
  });

  it('lists by severity, sheet, row and column', () => {
    const dirty: Tables = {
      ...CLEAN,
      Достижения: [
        { ...ACHIEVEMENT, Дата: '' },
        { ...ACHIEVEMENT, Мероприятие: 'Второе', Обучающихся: 'много', Вид: 'игра' },
      ],
      Педагоги: [{ ...TEACHER, ФИО: 'Иванова  Анна Петровна', Категория: '' }],
    };
    const issues = issuesOf(dirty);
    const sheets = Object.keys(dirty);
    const keys = issues.map(({ severity, sheet, cell }) => {
      const area = parseArea(cell);
      return [
        SEVERITIES.indexOf(severity),
        sheet === 'Банк данных' ? 0 : sheets.indexOf(sheet),
        area?.top,
        area?.left,
      ];
    });
    const known = keys.filter(([, sheet]) => sheet !== -1);
    const sorted = [...known].sort((one, other) => {
      const at = one.findIndex((part, index) => part !== other[index]);
      return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
    });
    expect(known).toEqual(sorted);
    expect(issues.length).toBeGreaterThan(5);
  });
});

// ---------------------------------------------------------------------------------------------------------

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<CellValue>('', ' ', 'да', 'нет', 'высшая', 'ЕГЭ', 'Иванова Анна Петровна', 'Ким', 'СОШ № 1') },
  { weight: 2, arbitrary: fc.constantFrom<CellValue>(1, 2, 0, -5, 1.5, 45_000, 46_000, 1e9, NaN, Infinity, -Infinity, true, false) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<CellValue>(
      '#N/A', '#REF!', '=1+1', '(', ')', '()', '. .', 'А. Б.', '*', '~', '<>', '31.02.2026', 'constructor', '__proto__', 'toString',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.double() },
); // prettier-ignore

const rowOf = (table: TableName): fc.Arbitrary<Row> => {
  const names = columnsOf(table).map(({ name }) => name);
  return fc
    .tuple(...names.map(() => cell))
    .map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])));
};

const anyTables: fc.Arbitrary<Tables> = fc
  .tuple(
    ...TABLE_NAMES.map((table) =>
      fc.option(fc.array(rowOf(table), { minLength: 1, maxLength: 4 }), { nil: null, freq: 5 }),
    ),
  )
  .map(
    (tables) =>
      Object.fromEntries(
        TABLE_NAMES.flatMap((name, index) => (tables[index] == null ? [] : [[name, tables[index]]])),
      ) as Tables,
  );

const anySheet = fc.record({
  name: fc.constantFrom('Паспорт', 'Приложение', 'Справочники', 'Лист1'),
  cells: fc
    .tuple(
      fc.constantFrom(
        'Паспорт методического объединения',
        'Приложение к анализу',
        'Справочники реестра: значения списков и классификаторы',
      ),
      fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 20 }),
    )
    .map(([title, rows]) => [[title], ...rows]),
});

/** A workbook is made of it inside the property, so that what fails is short enough to read. */
const anyBook = fc.record({
  tables: anyTables,
  sheets: fc.uniqueArray(anySheet, { selector: ({ name }) => name, maxLength: 3 }),
  regulation: fc.constantFrom(...REGULATIONS.map(({ id }) => id)),
  today: fc.constantFrom(day(2026, 5, 12), day(2026, 5, 12) + 0.6, day(2025, 8, 31), day(2027, 2, 1)),
});

describe('whatever the cells hold', () => {
  it('no check throws, two runs say the same, and every issue has words', () => {
    fc.assert(
      fc.property(anyBook, ({ tables, ...options }) => {
        const input = inputOf(bookOf(tables, options), options);
        const issues = checkRegister(input);
        expect(checkRegister(input)).toEqual(issues);
        const { words } = input.rules.regulation;
        for (const issue of issues) {
          expect(parseArea(issue.cell)).not.toBeNull();
          expect(issueMessage(issue, words)).not.toMatch(/undefined|\bnull\b|\[object/);
          if (issue.fix !== undefined) expect(fixWords(issue.fix)).not.toBe('');
        }
        planFixes(fixesOf(issues));
        const speech = {
          severity: () => '',
          words: (issue: (typeof issues)[number]) => issueWords(issue, words),
          nothing: '',
          more: String,
        };
        planControl(input.snapshot, controlLines(issues, speech, input.snapshot));
        planDeadlines(input.snapshot, input.obligations, { title: ({ code }) => code });
      }),
      { numRuns: 120 },
    );
  });
});
