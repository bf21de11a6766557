import fc from 'fast-check';
import { documentAsText } from '../../src/documents/asText';
import type { AssociationDocument } from '../../src/documents/document';
import type { CellValue } from '../../src/plan/action';
import { TABLES, TABLE_NAMES, columnsOf, type TableName } from '../../src/register/tables';
import { REGULATIONS } from '../../src/regulations';
import { LISTS } from '../../src/register/lists';
import { day, type Row } from '../control/registers';
import { everyDocument } from './every';
import { PASSPORT, TABLES as SAMPLE, contextOf } from './sample';

const IDS = REGULATIONS.map(({ id }) => id);

/** Words somebody may have typed, each of its own so that it can be looked for. */
const NAMES = [
  'Агеева Анна Львовна',
  'Агеева Алла Львовна',
  'Ким Пак',
  'О’Коннор Мэри',
  'Зуев',
  'Юсупов Али Гасан оглы',
];
const TYPED: readonly CellValue[] = [
  '',
  '',
  ' пробелы ',
  'дата 12 марта',
  '#REF!',
  'два\nряда',
  '<b>&',
  '=А1',
  true,
];
const NUMBERS: readonly CellValue[] = [0, 1, 2, 3, -1, 1.5, 4000000000, '2', ''];
const DAYS: readonly CellValue[] = [
  day('2025-09-25'),
  day('2025-12-04'),
  day('2026-08-31'),
  0,
  99999999,
  'весной',
  '',
];

function cellOf(table: TableName, column: string): fc.Arbitrary<CellValue> {
  const definition = columnsOf(table).find(({ name }) => name === column);
  const list = definition?.list;
  const people = ['ФИО', 'Педагог', 'Наставник', 'Докладчик', 'Ответственный', 'Руководитель'];
  if (people.includes(column)) return fc.constantFrom<CellValue>(...NAMES, '', '#N/A');
  if (definition?.kind === 'date') return fc.constantFrom(...DAYS);
  if (definition?.kind === 'number' || column === 'Пункт') return fc.constantFrom(...NUMBERS);
  if (list !== undefined && list !== 'Педагоги' && list !== 'Организации') {
    return fc.constantFrom<CellValue>(...LISTS[list], 'другое', '');
  }
  return fc.constantFrom(...TYPED);
}

const rowsOf = (table: TableName): fc.Arbitrary<readonly Row[]> =>
  fc.array(
    fc.record(
      Object.fromEntries(
        TABLES[table].columns
          .filter(({ kind }) => kind !== 'formula')
          .map(({ name }) => [name, cellOf(table, name)]),
      ),
    ),
    { maxLength: 5 },
  );

const INPUT = TABLE_NAMES.filter(
  (table) => !['Правила', 'Контроль', 'Сроки', 'Архив', 'Анализ'].includes(table),
);

const registers = fc.record({
  id: fc.constantFrom(...IDS),
  today: fc.constantFrom(day('2025-09-01'), day('2026-03-20'), day('2030-01-01')),
  passport: fc.record({
    association: fc.constantFrom('', 'ММО', '#NAME?'),
    subject: fc.constantFrom('', 'физика'),
    municipality: fc.constantFrom('', 'Район'),
    schoolYear: fc.constantFrom('', '2025/2026', 'этот'),
    reportYear: fc.constantFrom<CellValue>('', 2025, 'какой-то'),
    topic: fc.constantFrom('', 'тема'),
    curator: fc.constantFrom('', 'Орлова Т. Н.'),
    orderDate: fc.constantFrom(...DAYS),
  }),
  tables: fc.record(Object.fromEntries(INPUT.map((table) => [table, rowsOf(table)])), { requiredKeys: [] }),
});

const documentsOf = ({ id, ...sketch }: { id: string } & Parameters<typeof contextOf>[1] & object) =>
  everyDocument(contextOf(id, { ...sketch, tables: { ...noTables, ...sketch.tables } }));

/** The sample's tables do not stand in for those that are not generated. */
const noTables = Object.fromEntries(Object.keys(SAMPLE).map((table) => [table, []]));

const cellsOf = ({ blocks }: AssociationDocument) =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));

describe('any register makes every document of its regulation', () => {
  it('without a word that is none', () => {
    fc.assert(
      fc.property(registers, (register) => {
        for (const document of documentsOf(register)) {
          const text = documentAsText(document);
          expect(text).not.toMatch(/undefined|NaN|Invalid|Infinity|\[object|\bnull\b|[{}]|#REF!|#N\/A|#NAME/);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('with sheets of lawful names, each its own', () => {
    fc.assert(
      fc.property(registers, (register) => {
        const names = documentsOf(register).map(({ sheet }) => sheet);
        for (const name of names) {
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[:\\/?*[\]']|^\s|\s$|^$/);
        }
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      }),
      { numRuns: 30 },
    );
  });

  it('with tables whose rows fit their columns, and words where there are no rows', () => {
    fc.assert(
      fc.property(registers, (register) => {
        for (const { columns, rows, empty } of documentsOf(register).flatMap(cellsOf)) {
          expect(empty).not.toBe('');
          expect(columns.every(({ title, share }) => title !== '' && share > 0)).toBe(true);
          for (const row of rows) {
            if (row.kind === 'row') expect(row.cells).toHaveLength(columns.length);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('what the user typed', () => {
  const words = fc
    .array(fc.constantFrom('решить', 'задачи,', '«олимпиада»', '№ 5', 'Ёж.', '100 %', 'I–II', '{word}'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join(' '));

  it.each(IDS)('appears word for word: %s', (id) => {
    fc.assert(
      fc.property(words, words, words, (heard, decided, planned) => {
        const documents = everyDocument(
          contextOf(id, {
            passport: { ...PASSPORT, association: planned },
            tables: {
              Решения: [{ Заседание: 1, Пункт: 1, Слушали: heard, Решили: decided }],
              План: [{ Раздел: 'Раздел', Мероприятие: planned, Окончание: day('2026-01-15') }],
            },
          }),
        );
        const textOf = (kind: string) =>
          documents
            .filter((document) => document.kind === kind)
            .map(documentAsText)
            .join('\n');
        for (const kind of ['protocol', 'extract']) {
          expect(textOf(kind)).toContain(heard);
          expect(textOf(kind)).toContain(decided);
        }
        expect(textOf('plan')).toContain(planned);
        expect(textOf('composition')).toContain(planned);
      }),
      { numRuns: 6 },
    );
  });

  it('is never half of a fact: an empty register has only places to write and words of what is missing', () => {
    for (const id of IDS) {
      const context = contextOf(id, { passport: { ...noPassport }, tables: noTables });
      for (const document of everyDocument(context)) {
        expect([id, document.kind, document.gaps.length > 0]).toEqual([id, document.kind, true]);
      }
    }
  });
});

const noPassport = { association: '', municipality: '', subject: '', topic: '', curator: '', reportYear: '' };
