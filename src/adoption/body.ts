import { isFooter, isNumberRow, isSigned, type Block } from './blocks';
import type { Mapping } from './mapping';
import type { Grid, GridCell, SourcePlace } from './source';
import { eventKindOfHeading, levelIn } from './values/lists';
import { parseDate } from './values/dates';
import { nameLikeness, readNameCell } from './values/names';
import { organisationLikeness, organisationWithin } from './values/organisations';
import type { Regulation } from '../regulations';
import { fold } from './words';

/** The rows under a header, told apart: rows of the register, headings of sections, totals, signatures. */

/** What the rows under a heading have in common; the rows' own cells come first. */
export interface Section {
  readonly text: string;
  readonly place: SourcePlace | null;
  readonly organisation: string;
  readonly person: string;
  readonly level: string;
  readonly eventKind: string;
}

export type BodyRow =
  | { readonly kind: 'data'; readonly row: number; readonly section: Section }
  | {
      readonly kind: 'section' | 'footer' | 'numbers' | 'header';
      readonly row: number;
      readonly text: string;
    };

const NO_SECTION: Section = { text: '', place: null, organisation: '', person: '', level: '', eventKind: '' };

/** All filled rows of a block in their order; rows that hold a line number alone are empty. */
export function bodyRows(
  grid: Grid,
  block: Block,
  mapping: Mapping,
  { levels = {} }: Regulation,
): readonly BodyRow[] {
  const line = mapping.columns.find(({ fields }) => fields.length === 1 && fields[0] === 'line')?.column;
  const [left, right] = [block.columns[0]?.column ?? 1, block.columns.at(-1)?.column ?? 1];
  const isOfEvents = mapping.kind !== 'teachers' && mapping.kind !== 'attendance';
  const names = new Set(
    mapping.columns
      .filter(({ fields }) => fields.includes('name') || fields.includes('surname'))
      .map(({ column }) => column),
  );
  const found: (
    Exclude<BodyRow, { readonly kind: 'data' }> | { readonly kind: 'data'; readonly row: number }
  )[] = [];
  const columnOf = new Map<number, number>();
  for (const row of grid.rows) {
    if (row < block.firstRow) continue;
    if (row > block.lastRow) break;
    const cells = grid.row(row).filter(({ column }) => column >= left && column <= right);
    const own = distinct(cells.filter(({ from }) => from.row === row));
    const said = own.filter(({ column, text }) => column !== line || /\p{L}{3}/u.test(text));
    const [first] = said;
    if (block.repeats.includes(row)) found.push({ kind: 'header', row, text: first?.text ?? '' });
    else if (first === undefined) continue;
    else if (isColumnNumbers(own, row, block)) found.push({ kind: 'numbers', row, text: '' });
    else if (isBelow(said, first, names)) found.push({ kind: 'footer', row, text: first.text });
    else if (isHeading(grid, row, said, first, { names, line, isOfEvents, width: right - left + 1 })) {
      columnOf.set(row, first.column);
      found.push({ kind: 'section', row, text: first.text });
    } else found.push({ kind: 'data', row });
  }
  const isBySchools =
    !isOfEvents && found.some((each) => each.kind === 'section' && organisationLikeness(each.text) === 1);
  let section = sectionOfBlock(block, mapping);
  return found.map((each): BodyRow => {
    if (each.kind === 'section') {
      const place = grid.place(each.row, columnOf.get(each.row) ?? left);
      section = sectionOf(each.text, place, section, { mapping, levels, isBySchools });
    }
    return each.kind === 'data' ? { ...each, section } : each;
  });
}

const distinct = (cells: readonly GridCell[]): readonly GridCell[] =>
  cells.filter((cell) => cell.from.column === cell.column);

const isColumnNumbers = (own: readonly GridCell[], row: number, { header, repeats }: Block): boolean =>
  (row === header.bottom + 1 || repeats.includes(row - 1)) &&
  (isNumberRow(own) || (own.length === 2 && own.every(({ text }, index) => text === String(index + 1))));

/** Totals, and signatures where little else stands. */
function isBelow(said: readonly GridCell[], first: GridCell, names: ReadonlySet<number>): boolean {
  if (said.some(({ text }) => /_{3,}/u.test(text))) return true;
  if (isFooter(first.text)) return true;
  return (
    said.length <= 2 && isSigned(first.text) && !(names.has(first.column) && nameLikeness(first.text) === 1)
  );
}

interface HeadingSigns {
  readonly names: ReadonlySet<number>;
  readonly line: number | undefined;
  readonly isOfEvents: boolean;
  readonly width: number;
}

/** One text across the table, or alone in its row where no row of the register would be so empty. */
function isHeading(
  grid: Grid,
  row: number,
  said: readonly GridCell[],
  first: GridCell,
  signs: HeadingSigns,
): boolean {
  if (said.length !== 1 || typeof first.value === 'number') return false;
  const merged = grid.merged(row, first.column);
  if (merged !== null && merged.right > merged.left && signs.width > 1) return true;
  if (signs.width < 3) return false;
  if (first.column === signs.line) return true;
  if (signs.names.has(first.column)) return nameLikeness(first.text) < 0.6 || signs.isOfEvents;
  return organisationLikeness(first.text) === 1 || (signs.isOfEvents && isGroupOfEvents(first.text));
}

/** «Муниципальный уровень», «Олимпиады», «Октябрь»: a few words that name no event. */
function isGroupOfEvents(text: string): boolean {
  const few = text.split(/\s+/u).length <= 3 && !/[«"“]/u.test(text);
  return (
    few &&
    (levelIn(text, {}) !== null ||
      eventKindOfHeading(text) !== null ||
      parseDate(text)?.precision === 'month')
  );
}

/** What is said of the whole block before its first heading: by its titles, or by the name of its sheet. */
function sectionOfBlock(block: Block, mapping: Mapping): Section {
  const hasOrganisation = mapping.columns.some(
    ({ fields }) => fields.includes('organisation') || fields.includes('organisationInFull'),
  );
  if (hasOrganisation) return NO_SECTION;
  for (const { text, place } of [...block.titles].reverse()) {
    const named =
      organisationLikeness(text) === 1 && /\d|["«]/u.test(text)
        ? (organisationWithin(text) ?? text)
        : organisationWithin(text);
    if (named !== null) return { ...NO_SECTION, text, place, organisation: named };
  }
  const isSchool = organisationLikeness(block.sheet) === 1 && /\d/.test(block.sheet);
  return isSchool ? { ...NO_SECTION, text: block.sheet, organisation: block.sheet } : NO_SECTION;
}

/** Words of headings that group teachers within a school, or schools within a territory. */
const GROUP_OF_TEACHERS =
  /учител|педагог|воспитател|преподават|совместител|администрац|объединени|(?<!\p{L})р?мо(?!\p{L})|предмет|класс|кафедр|категори|специалист|работник|сотрудник|член|состав|руковод|директор|методист|декрет|отпуск|ветеран|пенсион|прибы|выбы|принят|уволен|наставник|район|город|округ|област|муницип|территори|цикл|образовани|сведени|список|данные|математик|алгебр|геометр|русск|литератур|язык|физик|хими|биолог|географ|истори|обществозн|информатик|музык|(?<!\p{L})изо(?!\p{L})|искусств|технолог|труд|физкультур|физическ|(?<!\p{L})об[жз]|астроном|эконом|(?<!\p{L})право|черчени|началь|\d{4}/u;

/** «Сибирячок», «Берёзка» among headings that name schools. */
const isNameOfSchool = (text: string): boolean =>
  text.length <= 80 && /\p{L}{2}/u.test(text) && !GROUP_OF_TEACHERS.test(fold(text));

interface Headings {
  readonly mapping: Mapping;
  readonly levels: NonNullable<Regulation['levels']>;
  /** Other headings of the block name schools. */
  readonly isBySchools: boolean;
}

/** A heading replaces what it speaks of, and leaves the rest of the headings above it standing. */
function sectionOf(
  text: string,
  place: SourcePlace,
  above: Section,
  { mapping: { kind }, levels, isBySchools }: Headings,
): Section {
  const said = { text, place };
  if (organisationLikeness(text) === 1) return { ...above, ...said, organisation: text, person: '' };
  const isOfEvents = kind === 'achievements' || kind === 'activity' || kind === 'courses' || kind === 'exams';
  if (isOfEvents && nameLikeness(text) >= 0.6) return { ...above, ...said, person: readNameCell(text).name };
  const level = levelIn(text, levels);
  const eventKind = eventKindOfHeading(text);
  if (isOfEvents && (level !== null || eventKind !== null)) {
    return { ...above, ...said, level: level ?? above.level, eventKind: eventKind ?? above.eventKind };
  }
  // nobody below it may be put under the school above it
  const within = organisationWithin(text) ?? (isBySchools && isNameOfSchool(text) ? text : null);
  return within === null ? { ...above, ...said } : { ...above, ...said, organisation: within, person: '' };
}
