import { LISTS, listOf, type ListName } from '../../register/lists';
import type { Regulation } from '../../regulations';
import { fold } from '../words';
import {
  ask,
  byRules,
  firstByRules,
  onlyByRules,
  EMPTY,
  listed,
  read,
  saysNothing,
  word,
  type Reading,
  type ValueRule,
} from './reading';

/** Values of the register's lists as methodists write them (adoption.md, «Values»). */

// ---------------------------------------------------------------------------------------------- education

const EDUCATION: readonly ValueRule[] = [
  [/^н\s?\/\s?в(?!\p{L})|^н\s?\/\s?высш|(?:не\s*полное|незакон\p{L}*|не\s*окон\p{L}*)\s+высш/u, 'иное'],
  [/высш|^в\s?\/\s?о$|магистр|бакалавр|специалитет|аспирант/u, 'ВО'],
  [word('во|впо'), 'ВО'],
  [/^специалист$/u, 'ВО'],
  [word('спо|нпо-спо'), 'СПО'],
  [/ср(?:ед\p{L}*)?\.?\s*[-–./]?\s*(?:спец|проф|техн|пед)|^с\s?\/\s?с$/u, 'СПО'],
  [/^(?:общее |полное )?средн(?:ее|яя)(?: общее| \(полное\) общее| полное| образование)*$/u, 'иное'],
];

/** «высшее, БелГПИ, 1988» → ВО. */
export function readEducation(text: string): Reading {
  if (saysNothing(text)) return EMPTY;
  const value = listed(LISTS.Образование, text) ?? byRules(EDUCATION, text);
  if (value === 'иное') return ask('not in list', text, LISTS.Образование, { value });
  return value === null ? ask('not in list', text, LISTS.Образование, 'keep') : read(value);
}

// ---------------------------------------------------------------------------------------------- category

const CATEGORY: readonly ValueRule[] = [
  [/соотв|(?<!\p{L})с[./\s]?з[./\s]?д(?!\p{L})/u, 'соответствие'],
  [
    /без\s*(?:кв\p{L}*\.?\s*)?кат|^б\s?[/.\\]?\s?к\.?$|^нет$|^нет\s+(?:квалиф\p{L}*\s+|кв\.?\s*)?катег|^не имеет|^отсутству/u,
    'без категории',
  ],
  [/педагог\s*-\s*методист/u, 'педагог-методист'],
  [/педагог\s*-\s*наставник/u, 'педагог-наставник'],
  [/учитель\s*-\s*методист/u, 'учитель-методист'],
  [/высш|^в\s?[/.]\s?к\.?$|^вкк$|^в\s?кк$/u, 'высшая'],
  [/^(?:п\s?[/.]\s?к\.?|пкк|1\s?-?\s?к\.?\s?к\.?)$/u, 'первая'],
  [/перв|^(?:1|i|і|ⅰ)(?:\s*-?\s*(?:я|ая))?(?:(?![\p{L}\p{N}])|кв|кат)/u, 'первая'],
  [/втор|^(?:2|ii|іі|ⅱ)(?:\s*-?\s*(?:я|ая))?(?:(?![\p{L}\p{N}])|кв|кат)/u, 'вторая'],
];

const STATUS_IN_CATEGORY = /молод\p{L}*\s+спец|^м\s?\/\s?с$|декрет|отпуск|стажер/u;

/** The category a text names, whatever else stands in it; null when it names none. */
export const findCategory = (text: string): string | null => byRules(CATEGORY, text);

/** A cell of a category column; an empty one is a question too, because «без категории» is a value of the form. */
export function readCategory(text: string, regulation: Regulation): Reading {
  const values = listOf('Категория', regulation);
  if (saysNothing(text)) return ask('nothing stands there', text, ['без категории'], 'empty');
  const exact = listed(values, text);
  if (exact !== null) return read(exact);
  const value = findCategory(text);
  if (value === null && STATUS_IN_CATEGORY.test(fold(text))) return ask('status', text, values, 'empty');
  if (value === null) return ask('not in list', text, values, 'keep');
  return values.includes(value) ? read(value) : ask('not of this regulation', text, values, { value });
}

/** The status a category cell or a status cell names: «молодой специалист». */
export function statusIn(text: string): string | null {
  const folded = fold(text);
  return /молод\p{L}*\s+спец|^м\s?\/\s?с$/u.test(folded) ? 'молодой специалист' : null;
}

const CATEGORY_IN_POST =
  /[\s,;/(–—-]*((?:(?:с|имеет)\s+)?(?:высш|перв|втор)\p{L}*\s+(?:квалификац\p{L}*|кв\.?|квал\.?)?\s*(?:кат\p{L}*\.?)|(?:1|2|i{1,2})\s*(?:кв\.?|квал\.?|квалификац\p{L}*)?\s*(?:кат\p{L}*\.?)|без\s+(?:квалификац\p{L}*\s+|кв\.?\s*)?кат\p{L}*\.?|соответств\p{L}*\s+занимаемой\s+должности|сзд(?!\p{L})|[вбп]\/к(?!\p{L})|(?<!\p{L})(?:[впс]кк|1\s*кк)(?!\p{L}))[\s)]*/iu;

/** The last word after a comma, a slash or a bracket: «учитель, классный руководитель, первая». */
const LAST_PART = /^(.*\S)\s*[,;/(–—]\s*([^,;/()–—]+?)\s*\)?$/su;

/** «учитель высшей квалификационной категории» → the post and the category in it. */
export function splitPost(text: string): { readonly post: string; readonly category: string } | null {
  const found = CATEGORY_IN_POST.exec(text);
  if (found === null) {
    const [, before = '', last = ''] = LAST_PART.exec(text) ?? [];
    return before !== '' && findCategory(last) !== null ? { post: before, category: last } : null;
  }
  const post = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;/–—-]+|[\s,;/–—-]+$/gu, '');
  return { post, category: found[1] ?? '' };
}

// ---------------------------------------------------------------------------------------------- events

const LEVEL: readonly ValueRule[] = [
  [/межмуницип/u, 'межмуниципальный'],
  [/межрегион|межобласт/u, 'межрегиональный'],
  [/муницип|район|городск|^город$|окружн/u, 'муниципальный'],
  [/международ/u, 'международный'],
  [/регион|област|краев|^край$|республ/u, 'региональный'],
  [/всеросс|федерал|заключительн|общеросс/u, 'всероссийский'],
  [/школьн|внутришкол/u, 'школьный'],
];

type Levels = NonNullable<Regulation['levels']>;

/** Words of a level under this regulation: a republic is a region of one country and the whole of another. */
export function readLevel(text: string, { levels = {} }: Pick<Regulation, 'levels'>): Reading {
  if (saysNothing(text)) return EMPTY;
  const value = listed(LISTS.Уровень, text) ?? levelIn(text, levels);
  return value === null ? ask('not in list', text, LISTS.Уровень, 'keep') : read(value);
}

/** The level a text names; null when it names none. */
export function levelIn(text: string, own: Levels): string | null {
  const folded = fold(text);
  const named = Object.entries(own).find(([root]) => folded.includes(root));
  return named?.[1] ?? byRules(LEVEL, folded);
}

/** «муниципальный этап ВсОШ» is a level; «Всероссийский конкурс» in a name is only a name. */
export function levelOfRound(name: string, own: Levels): string | null {
  const found =
    /((?:меж)?(?:школьн|муницип|регион|областн|республиканск|районн|городск|краев|заключительн)\p{L}*)\s+(?:этап|тур)/u.exec(
      fold(name),
    );
  return found === null ? null : levelIn(found[1] ?? '', own);
}

const FORMAT: readonly ValueRule[] = [
  [/^очн(?:ая|о|ый|ое|ой)?(?:\s+(?:форма|формат|участие))?$/u, 'очно'],
  [/^заочн(?:ая|о|ый|ое|ой)?(?:\s+(?:форма|формат|участие))?$/u, 'заочно'],
  [/^(?:дистан\p{L}*|он-?\s?лайн|online|удален\p{L}*)(?:\s+(?:форма|формат|участие))?$/u, 'дистанционно'],
];

export function readFormat(text: string): Reading {
  if (saysNothing(text)) return EMPTY;
  const value = listed(LISTS.Формат, text) ?? byRules(FORMAT, text);
  return value === null ? ask('not in list', text, LISTS.Формат, 'keep') : read(value);
}

const RANK_WORDS = '(?:мест\\p{L}*|степен\\p{L}*|ст|м)(?![\\p{L}])';
const RESULT: readonly ValueRule[] = [
  [/лауреат/u, 'лауреат'],
  [/гран\s*-?\s*при|чемпион/u, 'победитель'],
  [
    new RegExp(
      `^(?:диплом\\p{L}*\\s+|грамот\\p{L}*\\s+)?(?:за\\s+)?(?:1|i|і)(?:\\s*-?\\s*(?:е|ое|ой|й))?\\s*\\.?\\s*(?:${RANK_WORDS}|$)`,
      'u',
    ),
    'победитель',
  ],
  [
    new RegExp(
      `^(?:диплом\\p{L}*\\s+|грамот\\p{L}*\\s+)?(?:за\\s+)?(?:2|3|ii|iii|іі|ііі)(?:\\s*-?\\s*(?:е|ое|ой|й|ье|ьей))?\\s*\\.?\\s*(?:${RANK_WORDS}|$)`,
      'u',
    ),
    'призёр',
  ],
  [
    new RegExp(`(?<![\\p{L}\\p{N}])(?:1|i|і|перв\\p{L}*)\\s*-?\\s*(?:е|ое|ой|й)?\\s*${RANK_WORDS}`, 'u'),
    'победитель',
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:2|3|ii|iii|іі|ііі|втор\\p{L}*|трет\\p{L}*)\\s*-?\\s*(?:е|ое|ой|й|ье|ьей)?\\s*${RANK_WORDS}`,
      'u',
    ),
    'призёр',
  ],
  [/финалист/u, 'финалист'],
  [/победит|побед(?:а|ы)(?!\p{L})/u, 'победитель'],
  [/призер|призов/u, 'призёр'],
  [/участ|благодарствен|благодарност/u, 'участник'],
];

/** A place or a diploma; `within` tells apart the questions of different events. */
export function readResult(
  text: string,
  list: 'РезультатОбучающихся' | 'РезультатПедагога',
  within: string,
): Reading {
  if (saysNothing(text)) return EMPTY;
  const values: readonly string[] = LISTS[list];
  const exact = listed(values, text);
  if (exact !== null) return read(exact);
  const value = byRules(RESULT, text);
  if (value !== null && values.includes(value)) return read(value);
  return value === 'лауреат'
    ? ask('laureate', text, values, 'keep', within)
    : ask('not in list', text, values, 'keep');
}

/** Several results with their counts in one cell: «победитель – 2, призёр – 3»; null when it is not that. */
export function splitResults(
  text: string,
): readonly { readonly result: string; readonly count: number }[] | null {
  const parts = fold(text)
    .split(/[,;\n]|\s+и\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const found = parts.map((part) => {
    const after = /^(\p{L}[\p{L} ]*?)\s*[-–—:(]\s*(\d+)\s*(?:чел\p{L}*\.?)?\s*\)?$/u.exec(part);
    const before = /^(\d+)\s*[-–—]?\s*(\p{L}[\p{L} ]*)$/u.exec(part);
    const [name, count] = after !== null ? [after[1], after[2]] : [before?.[2], before?.[1]];
    const result = name === undefined ? null : byRules(RESULT, name);
    return result === null ? null : { result, count: Number(count) };
  });
  const read = found.flatMap((part) => (part === null ? [] : [part]));
  return read.length === found.length && read.length > 1 && new Set(read.map(({ result }) => result)).size > 1
    ? read
    : null;
}

const SCHOOL_OLYMPIAD = 'ВсОШ';
const isSchoolOlympiad = (text: string): boolean =>
  /(?<!\p{L})всош(?!\p{L})|всероссийск\p{L}*\s+(?:предметн\p{L}*\s+)?олимпиад\p{L}*\s+школьн/u.test(
    fold(text),
  );

const KIND: readonly ValueRule[] = [
  [/олимпиад|турнир/u, 'олимпиада'],
  [/соревнован|первенств|(?<!\p{L})куб(?:ок|ка|ке)(?!\p{L})|спартакиад|чемпионат/u, 'соревнование'],
  [/конференц|чтени[яйе](?!\p{L})/u, 'конференция'],
  [/конкурс|фестивал|смотр/u, 'конкурс'],
];

/** The kind of a pupils' event by its name, the first word that tells one; null when none does. */
export const eventKindIn = (name: string): string | null =>
  isSchoolOlympiad(name) ? SCHOOL_OLYMPIAD : firstByRules(KIND, name);

/** The one kind a title or a sheet names: «Олимпиады и конкурсы» tells nothing of a row. */
export const eventKindOfHeading = (text: string): string | null =>
  isSchoolOlympiad(text) ? SCHOOL_OLYMPIAD : onlyByRules(KIND, text);

const ACTIVITY: readonly ValueRule[] = [
  [/ким(?![\p{L}])|контрольно\s*-?\s*измерит/u, 'разработка КИМ'],
  [/публикац|статья|статьи|опубликов|сборник|издани/u, 'публикация'],
  [
    /организац|организатор|проведение\s+(?:мероприят|конкурс|олимпиад)|подготовка и проведение/u,
    'организация мероприятия',
  ],
  [
    /мастер\s*-?\s*класс|выступлен|доклад|открыт\p{L}*\s+(?:урок|заняти)|семинар|вебинар|опыт|педагогическ\p{L}*\s+чтени|конференц|круглы\p{L}*\s+стол|педсовет|представлен/u,
    'представление опыта',
  ],
  [/конкурс|олимпиад|фестивал|учитель года|смотр/u, 'профессиональный конкурс'],
];

/** The kind of a teacher's own activity that a name tells; null when it tells none. */
export const activityKindIn = (name: string): string | null => firstByRules(ACTIVITY, name);

/** The one kind a title or a sheet names. */
export const activityKindOfHeading = (text: string): string | null => onlyByRules(ACTIVITY, text);

// ---------------------------------------------------------------------------------------------- the rest

const YES = /^(?:да|\+|✓|✔|v|√|имеется|есть|yes|true)$/u;
const NO = /^(?:нет|не имеется|no|false|не преподает|не ведет)$/u;

/** A yes or a no of a databank column; «-» there is as often «not known» as «no». */
export function readYesNo(text: string): Reading {
  const folded = fold(text);
  if (folded === '') return EMPTY;
  if (YES.test(folded)) return read('да');
  if (NO.test(folded)) return read('нет');
  return saysNothing(text)
    ? ask('nothing stands there', text, LISTS.ДаНет, 'empty')
    : ask('not in list', text, LISTS.ДаНет, 'keep');
}

const PRESENT =
  /^(?:да|\+|1|v|✓|✔|√|☑|был|была|был\(а\)|присутств\p{L}*(?:\([а-я]\))?|прис(?:ут)?\.?|п|онлайн|он-?\s?лайн|дистанционно|явка|true)$/u;
const ABSENT =
  /^(?:нет|-|–|—|0|н|нб|н\/б|отсутств\p{L}*(?:\([а-я]\))?|отс(?:ут)?\.?|б\/л|бл|больничный|бол(?:ен|ьна|ел|ела|езнь)|по уважительной причине|ув\.? ?прич\p{L}*\.?|не был|не была|отпуск|командировка|false)$/u;

/** A mark of attendance. */
export function readMark(text: string): Reading {
  const folded = fold(text);
  if (folded === '') return EMPTY;
  if (PRESENT.test(folded)) return read('да');
  if (ABSENT.test(folded)) return read('нет');
  return ask('not in list', text, LISTS.ДаНет, 'keep');
}

/** Any other column of a list: its own values, spelled otherwise. */
export function readListed(list: ListName, text: string, regulation: Regulation): Reading {
  if (saysNothing(text)) return EMPTY;
  const values = listOf(list, regulation);
  const value = listed(values, text);
  return value === null ? ask('not in list', text, values, 'keep') : read(value);
}

/** Words: kept as they are; a dash for nothing is nothing. */
export const readText = (text: string): Reading => (saysNothing(text) ? EMPTY : read(text));
