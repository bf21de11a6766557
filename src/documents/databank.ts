import { longDate } from '../messages/documents/dates';
import { DATABANK, NOBODY } from '../messages/documents/lists';
import { formatNumber } from '../messages/plural';
import type { CellValue } from '../plan/action';
import { dayOf } from '../register/dates';
import { foldCase } from '../register/text';
import type { DatabankField } from '../regulations';
import type { Facts, Person } from './facts';
import { capitalised, centred, joined, part, titleOf, type Part } from './fill';
import { membersNow, peopleTable, shortNames, splitBy, type PeopleColumn } from './peopleTable';
import { startedRows, type PrintedRow } from './rows';

type TeacherRow = PrintedRow<'Педагоги'>;

interface DatabankFacts extends Facts {
  /** Courses in words by the teacher's name, letter case folded. */
  readonly courses: ReadonlyMap<string, string>;
}

interface FieldDefinition {
  readonly share: number;
  readonly align?: PeopleColumn['align'];
  readonly value: (facts: DatabankFacts, person: Person, row: TeacherRow) => CellValue;
  /** What is said when it is empty; absent: it may rightly be empty. */
  readonly column?: string;
}

const FIELDS: Readonly<Record<DatabankField, FieldDefinition>> = {
  name: { share: 18, value: (_, { name }) => name },
  birth: { share: 10, value: (_, __, row) => row.date('Дата рождения'), column: 'Дата рождения' },
  age: {
    share: 8,
    align: 'center',
    value: ({ day }, _, row) => ageOn(row.day('Дата рождения'), day),
    column: 'Дата рождения',
  },
  organisation: { share: 15, value: (_, { organisation }) => organisation, column: 'Организация' },
  post: { share: 10, value: (_, { post }) => post, column: 'Должность' },
  subject: { share: 10, value: (_, __, row) => row.text('Предмет') },
  education: { share: 8, value: (_, __, row) => row.text('Образование'), column: 'Образование' },
  speciality: { share: 13, value: (_, __, row) => row.text('Специальность'), column: 'Специальность' },
  experience: {
    share: 7,
    align: 'center',
    value: (_, __, row) => row.cell('Общий стаж'),
    column: 'Общий стаж',
  },
  teaching: {
    share: 11,
    align: 'center',
    value: (_, __, row) => row.cell('Педагогический стаж'),
    column: 'Педагогический стаж',
  },
  category: { share: 11, value: (_, __, row) => row.text('Категория'), column: 'Категория' },
  awards: { share: 13, value: (_, __, row) => row.text('Награды и звания') },
  selfEducation: {
    share: 16,
    value: (_, __, row) => row.text('Тема самообразования'),
    column: 'Тема самообразования',
  },
  courses: { share: 18, value: ({ courses }, { name }) => courses.get(foldCase(name)) ?? '' },
};

/** The columns the regulation names, a line a member. */
export function databankOf(read: Facts): Part {
  const facts: DatabankFacts = { ...read, courses: coursesByTeacher(read) };
  const { title, columns } = facts.rules.regulation.forms.databank;
  const members = membersNow(facts);
  const shown = columns.map((field): PeopleColumn => ({
    title: DATABANK.columns[field] || capitalised(facts.words.institution.one),
    share: FIELDS[field].share,
    value: (person, row) => FIELDS[field].value(facts, person, row),
  }));
  const empty = columns.flatMap((field) => {
    const { column, value } = FIELDS[field];
    if (column === undefined) return [];
    const people = members.filter(
      (person) => splitBy(facts, [person], (row) => value(facts, person, row) !== '').unknown.length > 0,
    );
    return people.length === 0 ? [] : [DATABANK.gaps.empty(column, shortNames(facts, people))];
  });
  const { unknown } = splitBy(facts, members, (row) => row.text('Согласие на обработку данных') !== '');
  return joined(
    titleOf(facts, title),
    part(
      [centred(DATABANK.asOf(longDate(facts.day))), peopleTable(facts, shown, members, NOBODY)],
      [
        ...(members.length === 0 ? [`${NOBODY}.`] : []),
        ...empty,
        ...(unknown.length === 0 ? [] : [DATABANK.gaps.consent(shortNames(facts, unknown))]),
      ],
    ),
  );
}

/** Whole years, "" when the date of birth is not known or lies ahead. */
function ageOn(birth: number | null, today: number): CellValue {
  if (birth === null || birth > today) return '';
  const [born, now] = [dayOf(birth), dayOf(today)];
  const isBefore = now.month < born.month || (now.month === born.month && now.day < born.day);
  return now.year - born.year - (isBefore ? 1 : 0);
}

function coursesByTeacher({ register }: Facts): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const row of startedRows(register, 'Курсы', ['Тема'])) {
    const hours = row.cell('Часы');
    const words = DATABANK.course(
      row.text('Тема'),
      typeof hours === 'number' ? formatNumber(hours) : String(hours),
      row.date('Дата окончания'),
    );
    const name = foldCase(row.text('Педагог'));
    const before = found.get(name);
    found.set(name, before === undefined ? words : `${before}; ${words}`);
  }
  return found;
}
