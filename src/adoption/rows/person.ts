import { isErrorValue } from '../../register/text';
import type { RawCell } from '../cells';
import { nameLikeness, readNameCell, type NameCell } from '../values/names';
import { organisationLikeness } from '../values/organisations';
import { saysNothing } from '../values/reading';
import { dateReading, type PersonMention, type SourceRow } from './incoming';

/** Whom a row of the source names. */

type UnnamedRow = Omit<SourceRow, 'person'>;

function nameParts({ cells }: UnnamedRow): { readonly text: string; readonly raw: RawCell | null } {
  const whole = cells.one('name');
  const surname = cells.one('surname');
  if (whole !== null && (surname === null || nameLikeness(whole.text) > 0))
    return { text: whole.text, raw: whole };
  const parts = [surname, cells.one('firstName'), cells.one('givenNames'), cells.one('patronymic')].flatMap(
    (raw) => (raw === null || saysNothing(raw.text) ? [] : [raw]),
  );
  const joined = parts.map(({ text }) => text).join(' ');
  const [first] = parts;
  return first === undefined
    ? { text: whole?.text ?? '', raw: whole }
    : { text: joined, raw: { ...first, text: joined, whole: joined } };
}

/** An error of Excel in a name or in one of its parts, or a formula whose result was never kept. */
const isFailedFormula = (text: string): boolean => text.startsWith('=') || text.split(' ').some(isErrorValue);

export interface NamedRow extends PersonMention {
  readonly raw: RawCell | null;
  readonly rest: NameCell['rest'];
}

/** Whom a row is about; a pupils' contest names the teacher as «руководитель». */
export function personOf(source: UnnamedRow): NamedRow {
  const { cells, section, place } = source;
  const own = nameParts(source);
  const supervisor = cells.one('supervisor');
  const { text, raw } =
    own.text === '' && supervisor !== null ? { text: supervisor.text, raw: supervisor } : own;
  const organisation = cells.text('organisation') || cells.text('organisationInFull') || section.organisation;
  const birth = dateReading(cells.one('birth'), true);
  if (saysNothing(text) || isFailedFormula(text)) {
    return {
      // a name that could not be computed is not the one above
      name: saysNothing(text) ? section.person : '',
      organisation,
      birth: null,
      place: raw?.place ?? place,
      raw: null,
      rest: [],
    };
  }
  const { name, birth: beside, rest } = readNameCell(text);
  return {
    name,
    organisation: organisation || (rest.find((part) => organisationLikeness(part) > 0) ?? ''),
    birth: birth.kind === 'value' && typeof birth.value === 'number' ? birth.value : beside,
    place: raw?.place ?? place,
    raw,
    rest,
  };
}
