import { dayIn, textIn } from '../control/cells';
import { SCANS } from '../messages/documents/lists';
import { parseArea, type CellPlace } from '../register/addresses';
import { shownDate } from '../register/dates';
import type { RegisterTable } from '../register/register';
import type { ColumnName, TableName } from '../register/tables';
import { foldCase } from '../register/text';
import type { DocumentRow } from './document';
import { inAlphabet, type Facts } from './facts';
import { joined, paragraph, part, signaturesOf, titleOf, type Part } from './fill';
import { tableBlock } from './peopleTable';

interface ConfirmedTable<T extends TableName> {
  readonly table: T;
  /** The column that says whose they are, and what is said where that is nobody's. */
  readonly teacher: ColumnName<T>;
  readonly elsewhere: string;
  /** What a row is recognised by. */
  readonly words: readonly ColumnName<T>[];
}

const confirmed = <T extends TableName>(
  table: T,
  teacher: ColumnName<T>,
  words: readonly ColumnName<T>[],
  elsewhere: string = SCANS.elsewhere,
): ConfirmedTable<T> => ({ table, teacher, words, elsewhere });

/** Tables whose rows are confirmed by a document. */
const CONFIRMED = [
  confirmed('Курсы', 'Педагог', ['Вид', 'Тема', 'Дата окончания']),
  confirmed('ГИА', 'Педагог', ['Экзамен', 'Предмет']),
  confirmed('Достижения', 'Педагог', ['Мероприятие', 'Уровень', 'Результат', 'Дата']),
  confirmed('Деятельность', 'Педагог', ['Вид', 'Название', 'Уровень', 'Результат', 'Дата']),
  confirmed('Мероприятия', 'Ответственный', ['Название', 'Вид', 'Уровень', 'Дата'], SCANS.ofAssociation),
] as const;

const DATES: readonly string[] = ['Дата', 'Дата окончания'];

/** A counted record without «Документ». */
export interface UnconfirmedRecord {
  readonly organisation: string;
  readonly teacher: string;
  /** The record in one line. */
  readonly words: string;
  /** Rows of the form it counts in. */
  readonly indicators: readonly string[];
}

/** What organisations are asked to send, organisation by organisation. */
export function scansOf(
  facts: Facts,
  form: { readonly title: readonly string[]; readonly request: string },
): Part {
  const records = unconfirmedRecords(facts);
  const organisations = [...new Set(records.map(({ organisation }) => organisation))].sort(inAlphabet);
  let number = 0;
  const rows = organisations.flatMap((organisation): readonly DocumentRow[] => [
    { kind: 'section', text: organisation },
    ...records
      .filter((record) => record.organisation === organisation)
      .map(({ teacher, words, indicators }): DocumentRow => {
        number += 1;
        return { kind: 'row', cells: [number, teacher, words, indicators.join(', '), ''] };
      }),
  ]);
  const { columns } = SCANS;
  return joined(
    titleOf(facts, form.title),
    part([
      paragraph(form.request),
      tableBlock(
        [
          { title: '№ п/п', share: 6, align: 'center' },
          { title: columns.teacher, share: 18 },
          { title: columns.record, share: 44 },
          { title: columns.indicators, share: 14 },
          { title: columns.scan, share: 14 },
        ],
        rows,
        SCANS.empty,
      ),
    ]),
    signaturesOf(facts, [{ post: '{leader} {word}', holder: 'leader' }]),
  );
}

/** In the order of the sheets; each record once, with all the rows of the form it counts in. */
export function unconfirmedRecords(facts: Facts): readonly UnconfirmedRecord[] {
  const { register, indicators } = facts;
  const tables = CONFIRMED.flatMap(({ table: name, teacher, elsewhere, words }) => {
    const table = register.tables[name];
    return table === undefined || table.indexOf('Документ') < 0 ? [] : [{ table, teacher, elsewhere, words }];
  });
  const counted = new Map<RegisterTable, Map<number, string[]>>(
    tables.map(({ table }) => [table, new Map()]),
  );
  for (const { no, evidence } of indicators) {
    for (const place of evidence) {
      const found = tables.find(({ table }) => isIn(table, place));
      const row = (parseArea(place.cell)?.top ?? 0) - (found?.table.firstRow ?? 0);
      if (found === undefined || textIn(found.table, row, 'Документ') !== '') continue;
      const rows = counted.get(found.table);
      const numbers = rows?.get(row) ?? [];
      if (!numbers.includes(no)) rows?.set(row, [...numbers, no]);
    }
  }
  return tables.flatMap(({ table, teacher, elsewhere, words }) =>
    [...(counted.get(table) ?? new Map<number, string[]>())]
      .sort(([one], [other]) => one - other)
      .map(([row, numbers]): UnconfirmedRecord => {
        const name = textIn(table, row, teacher);
        const organisation = facts.person(name)?.organisation || elsewhere;
        return {
          organisation,
          teacher: facts.short(name),
          words: words
            .map((column) => shown(table, row, column))
            .filter((text) => text !== '')
            .join(', '),
          indicators: numbers,
        };
      }),
  );
}

const isIn = (table: RegisterTable, { sheet, cell }: CellPlace): boolean => {
  const row = parseArea(cell)?.top ?? 0;
  return (
    foldCase(table.sheet) === foldCase(sheet) &&
    row >= table.firstRow &&
    row < table.firstRow + table.rows.length
  );
};

function shown(table: RegisterTable, row: number, column: string): string {
  const day = DATES.includes(column) ? dayIn(table, row, column) : null;
  return day === null ? textIn(table, row, column) : shownDate(day);
}
