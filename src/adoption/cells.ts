import type { CellValue } from '../plan/action';
import type { Field } from './dictionary';
import type { ColumnMapping } from './mapping';
import type { Grid, SourcePlace } from './source';
import { findDay } from './values/dates';
import { splitPost } from './values/lists';
import { parsePair } from './values/numbers';

/** The cells of a source row by field; cells of compound columns are parted here. */

export interface RawCell {
  readonly value: CellValue;
  /** The piece that belongs to the field. */
  readonly text: string;
  readonly isDate: boolean;
  /** The cell as it stands. */
  readonly whole: string;
  readonly place: SourcePlace;
  readonly column: number;
}

export interface RowCells {
  readonly all: (field: Field) => readonly RawCell[];
  /** The first filled one. */
  readonly one: (field: Field) => RawCell | null;
  /** The text of the first filled one, "" when there is none. */
  readonly text: (field: Field) => string;
}

export function rowCells(grid: Grid, row: number, columns: readonly ColumnMapping[]): RowCells {
  const byField = new Map<Field, RawCell[]>();
  for (const { column, fields } of columns) {
    if (fields.length === 0) continue;
    const cell = grid.at(row, column);
    if (cell === null) continue;
    const { value, text, isDate, from } = cell;
    const whole: RawCell = {
      value,
      text,
      isDate,
      whole: text,
      place: grid.place(from.row, from.column),
      column,
    };
    for (const [name, raw] of splitCell(fields, whole)) {
      const known = byField.get(name);
      if (known === undefined) byField.set(name, [raw]);
      else known.push(raw);
    }
  }
  const all = (name: Field): readonly RawCell[] => byField.get(name) ?? [];
  return { all, one: (name) => all(name)[0] ?? null, text: (name) => all(name)[0]?.text ?? '' };
}

type Piece = readonly [Field, RawCell];

/** One cell of a compound column as a piece for each of its fields; what no rule parts goes whole to the first. */
export function splitCell(fields: readonly Field[], cell: RawCell): readonly Piece[] {
  const [first, ...others] = fields;
  if (first === undefined) return [];
  if (others.length === 0) return [[first, cell]];
  const has = (name: Field): boolean => fields.includes(name);
  const piece = (name: Field, text: string): readonly Piece[] =>
    text === '' ? [] : [[name, { ...cell, value: text, text, isDate: false }]];
  const { text } = cell;

  if (has('name')) return [['name', cell]];
  if (has('totalExperience') && has('teachingExperience')) {
    const pair = parsePair(text);
    return pair === null
      ? [[first, cell]]
      : fields.slice(0, 2).flatMap((name, index) => piece(name, pair[index] ?? ''));
  }
  const dated = fields.find((name) => name === 'categoryDate' || name === 'date' || name === 'birth');
  const day = dated === undefined ? null : findDay(text);
  if (has('category')) {
    const found = has('post') ? splitPost(text) : null;
    if (has('post')) {
      return found === null
        ? splitEvenly(fields, cell)
        : [
            ...piece('post', found.post),
            ...piece('category', found.category),
            ...piece('categoryDate', day?.found ?? ''),
          ];
    }
    return [...piece('category', text), ...piece('categoryDate', day?.found ?? yearIn(text))];
  }
  if (has('order') && has('categoryDate')) {
    if (cell.isDate) return [['categoryDate', cell]];
    return piece('categoryDate', day?.found ?? yearIn(text));
  }
  if (has('education')) {
    return [['education', cell], ...(has('speciality') ? piece('speciality', specialityIn(text)) : [])];
  }
  if (has('post') && has('subject')) {
    const bracket = /^(.*?)\s*\(([^)]*)\)\s*$/su.exec(text);
    return bracket === null
      ? splitEvenly(fields, cell)
      : [...piece('post', bracket[1] ?? ''), ...piece('subject', bracket[2] ?? '')];
  }
  if (cell.isDate && dated !== undefined) return [[dated, cell]];
  return splitEvenly(fields, cell);
}

/** As many pieces as fields, at the separators people use; otherwise the cell goes whole to the first field. */
function splitEvenly(fields: readonly Field[], cell: RawCell): readonly Piece[] {
  const [first] = fields;
  for (const separator of [/\n/u, /\s*\/\s*/u, /\s*;\s*/u, /\s*,\s*/u]) {
    const parts = cell.text.split(separator).filter((part) => part !== '');
    if (parts.length !== fields.length) continue;
    return fields.flatMap((name, index): Piece[] => {
      const text = parts[index] ?? '';
      return [[name, { ...cell, value: text, text, isDate: false }]];
    });
  }
  return first === undefined ? [] : [[first, cell]];
}

const yearIn = (text: string): string =>
  /(?<!\d)(?:19|20)\d{2}(?!\d)(?:\s*г(?:од)?\.?)?/u.exec(text)?.[0] ?? '';

const LEVEL_OF_EDUCATION =
  /высш|средн|ср\.|(?<!\p{L})(?:во|впо|спо)(?!\p{L})|бакалавр|магистр|специалитет|образовани/iu;
const INSTITUTION = /университет|институт|училищ|колледж|техникум|академи|(?<!\p{L})\p{Lu}{3,}(?!\p{L})/u;

/** «высшее, учитель математики, ТГПУ, 1998» → «учитель математики»: what is neither level, nor place, nor year. */
function specialityIn(text: string): string {
  const parts = text
    .split(/[,;\n()]/u)
    .map((part) => part.trim())
    .filter(
      (part) =>
        part !== '' &&
        !LEVEL_OF_EDUCATION.test(part) &&
        !INSTITUTION.test(part) &&
        !/^\d{4}\s*г?\.?$/u.test(part),
    );
  return parts.join(', ');
}
