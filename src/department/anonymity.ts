import type { CellValue } from '../plan/action';
import { dayOf, type CalendarDay } from '../register/dates';
import { inCyrillic, mixesAlphabets } from '../register/personName';
import type { Register, RegisterTable } from '../register/register';
import { TABLES, TABLE_NAMES, type ColumnDefinition } from '../register/tables';
import { foldCase, foldLoosely, isErrorValue } from '../register/text';

/**
 * A register without its people: everybody gets a number, and whatever of a name may stand in words is found in every
 * form the language gives it. Rather too much is hidden than too little.
 */
export interface Anonymity {
  /** «Педагог 7» in the place of a name; the same person the same number wherever the engine takes them for one. */
  readonly person: (name: CellValue) => CellValue;
  /** The same for a row of the databank: what no record can refer to is somebody of their own there. */
  readonly rowOfDatabank: (name: CellValue) => CellValue;
  /** The text with names, birthdays, telephones and addresses hidden. */
  readonly scrub: (text: string) => string;
  /** True when nothing of a name is in the text. */
  readonly isClean: (text: string) => boolean;
}

export const PERSON_WORD = 'Педагог';
/** What stands in a text where a name stood. */
export const HIDDEN = '[скрыто]';

const PERSON = /^Педагог \d+$/;

/** Whether the databank names nobody: it came out of a copy without names. */
export function isWithoutNames(table: RegisterTable | undefined): boolean {
  const names = (table?.rows ?? [])
    .map((row) => row[table?.indexOf('ФИО') ?? -1] ?? '')
    .filter((name) => name !== '' && !isErrorValue(name));
  return names.length > 0 && names.every((name) => PERSON.test(String(name)));
}

export function anonymity(register: Register): Anonymity {
  const numbers = numberPeople(register);
  const known = knownWords(register);
  const scrub = (text: string): string => {
    const plain = plainLetters(text);
    const hidden = hideNames(hideFacts(plain, known.birthdays), known);
    return hidden === plain ? text : hidden;
  };
  return { ...numbers, scrub, isClean: (text) => scrub(text) === text };
}

// ---------------------------------------------------------------------------------------------------------
// Numbers in place of names

/** Columns that hold the name of one person. */
export const PERSON_COLUMNS: readonly { readonly table: keyof typeof TABLES; readonly column: string }[] =
  TABLE_NAMES.flatMap((table) =>
    TABLES[table].columns
      .filter(
        (column: ColumnDefinition) =>
          column.list === 'Педагоги' || (table === 'Педагоги' && column.name === 'ФИО'),
      )
      .map(({ name }) => ({ table, column: name })),
  );

/** In the order of the databank; the engine compares names with letter case folded and nothing else. */
function numberPeople(register: Register): Pick<Anonymity, 'person' | 'rowOfDatabank'> {
  const numbers = new Map<string, number>();
  let last = 0;
  const isNamed = (name: CellValue): boolean => name !== '' && !isErrorValue(name);
  const titleOf = (number: number): string => `${PERSON_WORD} ${String(number)}`;
  const numberOf = (name: CellValue): number => {
    const key = foldCase(String(name));
    const known = numbers.get(key);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(key, last);
    return last;
  };
  for (const name of columnValues(register.tables.Педагоги, 'ФИО')) {
    if (isNamed(name) && typeof name === 'string') numberOf(name);
  }
  return {
    person: (name) => (isNamed(name) ? titleOf(numberOf(name)) : name),
    rowOfDatabank: (name) => {
      if (!isNamed(name)) return name;
      if (typeof name === 'string') return titleOf(numberOf(name));
      last += 1;
      return titleOf(last);
    },
  };
}

const columnValues = (table: RegisterTable | undefined, column: string): readonly CellValue[] => {
  const index = table?.indexOf(column) ?? -1;
  return table === undefined || index < 0 ? [] : table.rows.map((row) => row[index] ?? '');
};

// ---------------------------------------------------------------------------------------------------------
// What is known of the people

interface KnownWords {
  /** Beginnings of four letters or more: whatever begins so is hidden. */
  readonly stems: readonly string[];
  /** Short beginnings: hidden with an ending of a case alone. */
  readonly shortStems: ReadonlySet<string>;
  readonly birthdays: readonly CalendarDay[];
}

const LONG_STEM = 4;

function knownWords(register: Register): KnownWords {
  const stems = new Set<string>();
  const shortStems = new Set<string>();
  const people = PERSON_COLUMNS.flatMap(({ table, column }) => columnValues(register.tables[table], column));
  const { leader, deputy, secretary, curator } = register.passport;
  const attended = columnValues(register.tables.Посещаемость, 'ФИО');
  for (const name of [...people, ...attended, leader, deputy, secretary, curator]) {
    if (typeof name !== 'string' || isErrorValue(name) || !NAME_LIKE.test(name)) continue;
    for (const word of wordsOf(name)) {
      for (const stem of stemsOf(word)) (stem.length >= LONG_STEM ? stems : shortStems).add(stem);
    }
  }
  return {
    stems: [...stems].sort((one, other) => one.length - other.length),
    shortStems,
    birthdays: columnValues(register.tables.Педагоги, 'Дата рождения').flatMap(birthdaysIn),
  };
}

/** A day of birth that has been typed as words is one all the same. */
function birthdaysIn(born: CellValue): readonly CalendarDay[] {
  if (typeof born === 'number') return born > 0 ? [dayOf(Math.floor(born))] : [];
  return typeof born === 'string' ? writtenDays(born).map(({ day }) => day) : [];
}

/** Letters as they are read: composed of one sign each, nothing invisible between them. */
const plainLetters = (text: string): string => text.normalize('NFC').replace(INVISIBLE, '');

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\u0300\u0301]/gu;

/** «не указан» of the passport's formulas is nobody's name. */
const NAME_LIKE = /^(?!не указан)/u;

/** Words of a name without its mark in brackets: that is an organisation or a date. */
const wordsOf = (name: string): readonly string[] =>
  (
    inCyrillicWhereMixed(plainLetters(name))
      .replace(/\([^()]*\)\s*$/u, '')
      .match(WORD) ?? []
  )
    .map(foldWord)
    .filter((word) => word.length > 1);

const WORD = /\p{L}+(?:['’ʼ-]\p{L}+)*/gu;

/** «Ивaнова» with a Latin «a» is Иванова. */
const inCyrillicWhereMixed = (text: string): string =>
  mixesAlphabets(text)
    ? text.replace(WORD, (word) => (mixesAlphabets(word) ? (inCyrillic(word) ?? word) : word))
    : text;

const foldWord = (word: string): string => foldLoosely(inCyrillicWhereMixed(word)).replace(/[’ʼ]/gu, "'");

/** Endings of the cases of nouns and adjectives, longest first. */
const ENDINGS =
  /(?:ого|его|ому|ему|ыми|ими|ами|ями|ою|ею|ый|ий|ой|ая|яя|ую|юю|ым|им|ом|ем|ей|ых|их|ам|ям|ах|ях|ов|ев|а|я|у|ю|ы|и|о|е|ь|й)?$/u;

/** A name without what the cases change: «Ярцева» → «ярцев», «Заяц» → «зайц» as well. */
function stemsOf(word: string): readonly string[] {
  return partsOf(word).flatMap((part) => {
    if (part.length < 2) return [];
    if (/^.[яа]$/u.test(part)) return SHORTEST.map((ending) => part.charAt(0) + ending);
    const base = part.replace(/(?:ий|ый|ой|ая|яя|а|я|о|е|ь|й|и|ы)$/u, '');
    const stem = base.length >= 2 ? base : part;
    return [stem, ...fleeting(part, stem)];
  });
}

/** «Анна-Мария» and «д'Артаньян» are spoken of by a part as well. */
const partsOf = (word: string): readonly string[] => [
  ...new Set([...word.split('-'), ...word.split(/['-]/u).filter((part) => part.length > 2)]),
];

/** Cases of a name of two letters: «Ия», «Ию», «Ией». */
const SHORTEST = ['я', 'а', 'и', 'ы', 'ю', 'у', 'е', 'ей', 'ой'];

/** «Орёл» – «Орла», «Заяц» – «Зайца», «Павел» – «Павла», «Соловей» – «Соловья», «Наталья» – «Наталии». */
function fleeting(word: string, stem: string): readonly string[] {
  if (/[бвгджзклмнпрстфхчшщ]ей$/u.test(word)) return [stem.replace(/е$/u, 'ь')];
  if (/[ьи]я$/u.test(word) && stem.length > LONG_STEM) return [stem.slice(0, -1)];
  if (!/[бвгджзйклмнпрстфхцчшщ]ь?$/u.test(word)) return [];
  const forms = [
    stem.replace(/[яе]ц$/u, 'йц'),
    stem.replace(/([бвгджзклмнпрстфхчшщ])[ео]([бвгджзйклмнпрстфхцчшщ])$/u, '$1$2'),
    stem.replace(/([бвгджзклмнпрстфхчшщ])[ео]([бвгджзйклмнпрстфхцчшщ])$/u, '$1ь$2'),
  ];
  return forms.filter((form) => form !== stem && form.length >= 3);
}

function isKnown(word: string, { stems, shortStems }: KnownWords): boolean {
  return partsOf(word).some((part) => {
    if (part.length < 2) return false;
    if (stems.some((stem) => part.startsWith(stem))) return true;
    const base = part.replace(ENDINGS, '');
    return shortStems.has(part) || shortStems.has(base);
  });
}

// ---------------------------------------------------------------------------------------------------------
// Words

const CAPITALISED = "\\p{Lu}[\\p{L}’ʼ'-]+";
const INITIAL = '\\p{Lu}\\p{Ll}?\\.';
const GAP = '[\\s\\u00a0]*';

/**
 * «Сидорова П. И.», «П. И. Сидорова», «П.И.», «Сидорова П.»: also of people nobody has written down. A capitalised
 * word on either side goes too, for it may be the surname. «с. Медовка» begins small and stays.
 */
const INITIALS = new RegExp(
  [
    `(?:${CAPITALISED}${GAP})?${INITIAL}${GAP}${INITIAL}(?:${GAP}${CAPITALISED})?`,
    `${CAPITALISED}${GAP}${INITIAL}(?:${GAP}${CAPITALISED})?`,
    `(?<![\\p{L}.])${INITIAL}${GAP}${CAPITALISED}`,
    // «Сидорова П И», the points left out
    `${CAPITALISED}\\s+\\p{Lu}\\s+\\p{Lu}(?!\\p{L})`,
  ].join('|'),
  'gu',
);

/** «Ефимовна», «Ильич» in any case, with the capitalised words around it. */
const PATRONYMIC =
  '\\p{Lu}\\p{Ll}+(?:вич|вича|вичу|вичем|виче|вичи|вичей|вичам|ьич|ьича|ьичу|ьичом|ьиче|мич|мича|мичу|мичом|мичем|миче|кич|кича|кичу|кичем|киче|овн|евн|ичн|иничн)(?:а|ы|е|у|ой|ою|ам|ами|ах)?(?!\\p{L})';
const WITH_PATRONYMIC = new RegExp(
  `(?:${CAPITALISED}\\s+)?(?:${CAPITALISED}\\s+)?${PATRONYMIC}(?:\\s+${CAPITALISED})?`,
  'gu',
);

const HIDDEN_RUN = /\[скрыто\](?:[\s.,]*\[скрыто\])+/gu;

function hideNames(text: string, known: KnownWords): string {
  const hidden = text
    .replace(INITIALS, HIDDEN)
    .replace(WITH_PATRONYMIC, HIDDEN)
    .split(HIDDEN)
    .map((part) => part.replace(WORD, (word) => (isKnown(foldWord(word), known) ? HIDDEN : word)))
    .join(HIDDEN);
  return hidden === text ? text : hidden.replace(HIDDEN_RUN, HIDDEN);
}

const MONTHS = [
  'январ', 'феврал', 'март', 'апрел', 'ма', 'июн', 'июл', 'август', 'сентябр', 'октябр', 'ноябр', 'декабр',
] as const; // prettier-ignore

const MAIL = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu;
/** Pages of people bear their names in Latin letters. */
const LINK =
  /(?:https?:\/\/|www\.)[^\s«»"<>]+|(?<![\p{L}\d])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}\/[^\s«»"<>]*|(?<![\p{L}\d])@\w{3,}/giu;
const PHONE = /(?<![\d.])(?:\+?\d[\s()-]*){10,}(?!\d)|(?<!\d)(?:\+7|8)(?:[\s().-]*\d){10}(?!\d)/gu;
/** «тел. 2-14-56»: of a town, too short to be known by itself. */
const TOWN_PHONE = /(?<=(?<!\p{L})тел(?:ефон\p{L}*)?\.?:?\s*)\d[\d\s()-]{3,}\d/giu;

/** Birthdays however they are written, addresses of mail and of pages, telephones. */
function hideFacts(text: string, birthdays: readonly CalendarDay[]): string {
  return withoutBirthdays(text, birthdays)
    .replace(MAIL, HIDDEN)
    .replace(LINK, HIDDEN)
    .replace(PHONE, HIDDEN)
    .replace(TOWN_PHONE, HIDDEN);
}

interface WrittenDay {
  readonly found: string;
  /** The year may have two figures. */
  readonly day: CalendarDay;
}

const FIGURES = /(?<!\d)(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{2,4})(?!\d)/gu;
const WORDED = /(?<!\d)(\d{1,2})\s+(\p{Ll}{3,9})\s+(\d{4})(?!\d)/gu;

/** «12.03.1976», «1976-03-12», «12 марта 1976» of a text. */
function writtenDays(text: string): readonly WrittenDay[] {
  const figures = [...text.matchAll(FIGURES)].map(([found, first = '', month = '', last = '']) => {
    const [day, year] = first.length === 4 ? [last, first] : [first, last];
    return { found, day: { year: Number(year), month: Number(month), day: Number(day) } };
  });
  const worded = [...text.matchAll(WORDED)].flatMap(([found, day = '', word = '', year = '']) => {
    const month = MONTHS.findIndex((stem) => new RegExp(`^${stem}[аья]$`, 'u').test(word)) + 1;
    return month === 0 ? [] : [{ found, day: { year: Number(year), month, day: Number(day) } }];
  });
  return [...figures, ...worded];
}

const withoutBirthdays = (text: string, birthdays: readonly CalendarDay[]): string =>
  writtenDays(text)
    .filter(({ day }) => birthdays.some((born) => isSameDay(born, day)))
    .reduce((left, { found }) => left.replaceAll(found, HIDDEN), text);

const isSameDay = (one: CalendarDay, other: CalendarDay): boolean =>
  one.day === other.day &&
  one.month === other.month &&
  (one.year === other.year || (Math.min(one.year, other.year) < 100 && one.year % 100 === other.year % 100));
