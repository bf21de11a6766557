import type { BlockKind, RowOutcome, SourcePlace } from '../adoption';
import type { TableName } from '../register/tables';
import type { AdoptionReport, SourceCellReport } from '../usecases/contract';

/** What `adopt --json` prints. */

interface Counts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly gone: number;
  readonly refused: number;
}

export interface AdoptionJson {
  readonly sources: readonly {
    /** "" for the workbook the rows go into. */
    readonly source: string;
    /** Why nothing of it was read; null: it was read. */
    readonly error: string | null;
    readonly blocks: readonly {
      readonly sheet: string;
      readonly kind: BlockKind;
      /** Where its rows go; null: nowhere. */
      readonly table: TableName | null;
      /** The lowest row of the header. */
      readonly headerRow: number;
      readonly headerRows: readonly [top: number, bottom: number];
      /** Rows that come in. */
      readonly rows: number;
      readonly columns: readonly {
        readonly column: string;
        readonly header: string;
        /** Fields of the dictionary; none: not transferred. */
        readonly fields: readonly string[];
        /** In the words of the register. */
        readonly target: string;
        readonly score: number;
        readonly refused?: string;
      }[];
    }[];
    /** Sheets nothing was found on. */
    readonly sheetsWithoutBlocks: readonly string[];
    /** Rows by what became of them; what is gone is in no source. */
    readonly counts: Omit<Counts, 'gone'>;
  }[];
  readonly counts: Counts;
  readonly tables: Readonly<Partial<Record<TableName, Counts>>>;
  readonly questions: readonly {
    readonly id: string;
    readonly question: string;
    readonly why: string;
    readonly options: readonly string[];
    /** The safest answer, or the one given earlier. */
    readonly taken: string;
    readonly answeredBefore: boolean;
    readonly cells: readonly Place[];
  }[];
  readonly refusals: readonly {
    readonly table: TableName | null;
    readonly source: string;
    readonly sheet: string;
    readonly cell: string;
    readonly reason: string;
    readonly fix: string;
  }[];
  /** All but unchanged rows, cell by cell. */
  readonly changes: readonly {
    readonly table: TableName;
    readonly state: 'added' | 'updated' | 'conflict' | 'gone';
    readonly record: string;
    readonly cells: readonly {
      readonly column: string;
      readonly old: string;
      readonly new: string;
      readonly original: string;
      readonly state: string;
      readonly from: Place;
    }[];
  }[];
  readonly notices: readonly string[];
  readonly regulation: string;
  /** False: a dry run. */
  readonly written: boolean;
}

type Place = Readonly<Record<'source' | 'sheet' | 'cell', string>>;

const placeOf = ({ file, sheet, cell }: SourcePlace): Place => ({ source: file, sheet, cell });

export function adoptionJson(report: AdoptionReport, written: boolean): AdoptionJson {
  const { sources, questions, dryRun, regulation } = report;
  return {
    sources: sources.map(({ file, failure, sheets }) => ({
      source: file,
      error: failure === null ? null : `${failure.sentence} ${failure.remedy}`,
      blocks: sheets.flatMap(({ name, blocks }) =>
        blocks.map(({ kind, table, header, rows, columns }) => ({
          ...{ sheet: name, kind, table, headerRow: header.bottom },
          ...{ headerRows: [header.top, header.bottom] as const, rows },
          columns: columns.map(({ letters, header: text, taken, target, score, refused }) => ({
            ...{ column: letters, header: text },
            fields: taken === '' ? [] : taken.split('+'),
            ...{ target, score: Math.round(score * 100) / 100 },
            ...(refused === '' ? {} : { refused }),
          })),
        })),
      ),
      sheetsWithoutBlocks: sheets.flatMap(({ name, blocks }) => (blocks.length === 0 ? [name] : [])),
      counts: countsOf(report, file),
    })),
    counts: total(dryRun.tables.map(({ counts }) => named(counts))),
    tables: Object.fromEntries(dryRun.tables.map(({ table, counts }) => [table, named(counts)])),
    questions: questions.map(({ id, title, why, options, taken, isAnswered, places }) => ({
      ...{ id, question: title, why },
      options: options.map(({ words }) => words),
      taken: options.find((option) => option.id === taken)?.words ?? taken,
      answeredBefore: isAnswered,
      cells: places.map(placeOf),
    })),
    refusals: dryRun.refused.map(({ table, place, reason, fix }) => ({
      table,
      ...placeOf(place),
      ...{ reason, fix },
    })),
    changes: dryRun.lines.flatMap(({ table, state, record, cells }) =>
      state === 'unchanged'
        ? []
        : [
            {
              ...{ table, state, record },
              cells: cells.map((cell) => ({
                ...{ column: cell.column, old: cell.old, new: cell.new, original: cell.original },
                ...{ state: cell.state, from: placeOf(cell.place) },
              })),
            },
          ],
    ),
    notices: dryRun.notices,
    regulation: regulation.id,
    written,
  };
}

type OwnCounts = Readonly<Record<RowOutcome['state'] | 'refused', number>>;

const named = ({ conflict, ...rest }: OwnCounts): Counts => ({ ...rest, conflicts: conflict });

const total = (all: readonly Counts[]): Counts => {
  const sum = (of: (counts: Counts) => number): number => all.reduce((most, each) => most + of(each), 0);
  return {
    added: sum(({ added }) => added),
    updated: sum(({ updated }) => updated),
    unchanged: sum(({ unchanged }) => unchanged),
    conflicts: sum(({ conflicts }) => conflicts),
    gone: sum(({ gone }) => gone),
    refused: sum(({ refused }) => refused),
  };
};

/** A row told in several sources counts where it was told first. */
function countsOf({ dryRun }: AdoptionReport, file: string): Omit<Counts, 'gone'> {
  const isHere = (places: readonly SourceCellReport[]): boolean => places[0]?.file === file;
  const count = (state: RowOutcome['state']): number =>
    dryRun.lines.filter((line) => line.state === state && isHere(line.places)).length;
  return {
    added: count('added'),
    updated: count('updated'),
    unchanged: dryRun.unchanged[file] ?? 0,
    conflicts: count('conflict'),
    refused: dryRun.refused.filter(({ place }) => place.file === file).length,
  };
}
