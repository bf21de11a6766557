import { LISTS } from '../../register/lists';
import type { TableName } from '../../register/tables';
import type { RawCell } from '../cells';
import {
  activityKindIn,
  activityKindOfHeading,
  eventKindIn,
  eventKindOfHeading,
  levelOfRound,
  readFormat,
  readLevel,
  readResult,
  readText,
  splitResults,
} from '../values/lists';
import { pupilsIn, readNameCell, splitPeople } from '../values/names';
import { ask, listed, read, saysNothing } from '../values/reading';
import { fold } from '../words';
import {
  columnFor,
  dateReading,
  given,
  incoming,
  numberReading,
  put,
  rawValue,
  textReading,
  type Cells,
  type Incoming,
  type Reader,
  type Refused,
  type SourceRow,
} from './incoming';

/** Pupils' achievements and the teachers' own activity: one row a result, a row for each teacher named. */
export function eventRow(
  reader: Reader,
  source: SourceRow,
  kind: 'achievements' | 'activity',
): readonly Incoming[] | Refused {
  const { cells } = source;
  const table = kind === 'achievements' ? 'Достижения' : 'Деятельность';
  const { person } = source;
  const isAbout = [
    'event',
    'topic',
    'result',
    'level',
    'eventKind',
    'pupil',
    'winners',
    'prizeWinners',
  ] as const;
  if (isAbout.every((name) => cells.one(name) === null)) return person.name === '' ? 'no name' : [];

  const shared: Cells = {};
  const name = eventName(reader, source, kind);
  const column = kind === 'achievements' ? 'Мероприятие' : 'Название';
  put(reader, shared, table, column, name, readText(name?.text ?? ''));
  putEventKind(reader, source, shared, kind, name);
  const level = cells.one('level');
  put(reader, shared, table, 'Уровень', level, readLevel(level?.text ?? '', reader.regulation));
  putLevelBeside(reader, source, shared, table, name);
  const format = cells.one('format');
  put(reader, shared, table, 'Формат', format, readFormat(format?.text ?? ''));
  const date = cells.one('date');
  put(reader, shared, table, 'Дата', date, dateReading(date));
  const document = cells.one('document');
  put(reader, shared, table, 'Документ', document, textReading(document));
  const link = cells.one('link');
  if (kind === 'activity') put(reader, shared, table, 'Ссылка', link, textReading(link));

  const people =
    person.raw === null ? [person.name] : splitPeople(person.raw.text).map((text) => readNameCell(text).name);
  const named = cells.all('pupil').filter(({ text }) => !saysNothing(text));
  const further = cells.all('pupilNames').filter(({ text }) => !saysNothing(text));
  const pupils =
    named.length > 0 && further.length > 0
      ? [[...named, ...further].map(({ text }) => text).join(' ')]
      : named.flatMap(({ text }) => pupilsIn(text));
  const results = resultCells(reader, source, table, name?.text ?? '', pupils.length);
  return people.flatMap((each) =>
    results.map((result): Incoming => {
      const made: Cells = { ...shared, ...result };
      if (each !== '') made.Педагог = given(each, person.raw?.whole ?? each, person.place);
      return incoming(reader, source, table, made, { ...person, name: each }, pupils.map(fold));
    }),
  );
}

/** What the event is called: its own column, a talk with where it was given, else what heads the block. */
function eventName(
  reader: Reader,
  { cells, section }: SourceRow,
  kind: 'achievements' | 'activity',
): Pick<RawCell, 'text' | 'whole' | 'place'> | null {
  const [event, topic] = [cells.one('event'), kind === 'activity' ? cells.one('topic') : null];
  if (event !== null && topic !== null)
    return {
      text: `${topic.text} (${event.text})`,
      whole: `${topic.text} (${event.text})`,
      place: topic.place,
    };
  if (event !== null || topic !== null) return event ?? topic;
  const subject = cells.text('subject');
  const heads = [section.text, ...reader.block.titles.map(({ text }) => text).reverse(), reader.block.sheet];
  const head = heads.find((text) => kindOfHeading(kind, text) !== null);
  if (head === undefined || columnFor(reader, 'event') !== undefined) return null;
  const text = subject === '' ? head : `${head}, ${subject}`;
  return {
    text,
    whole: text,
    place: section.place ?? reader.grid.place(reader.block.header.top, reader.block.columns[0]?.column ?? 1),
  };
}

const kindIn = (kind: 'achievements' | 'activity', text: string): string | null =>
  kind === 'achievements' ? eventKindIn(text) : activityKindIn(text);

const kindOfHeading = (kind: 'achievements' | 'activity', text: string): string | null =>
  kind === 'achievements' ? eventKindOfHeading(text) : activityKindOfHeading(text);

/** The kind by its own column, by the event's name, by what heads the rows; none of these: asked. */
function putEventKind(
  reader: Reader,
  source: SourceRow,
  made: Cells,
  kind: 'achievements' | 'activity',
  name: Pick<RawCell, 'text' | 'whole' | 'place'> | null,
): void {
  const table = kind === 'achievements' ? 'Достижения' : 'Деятельность';
  const values: readonly string[] = kind === 'achievements' ? LISTS.ВидДостижения : LISTS.ВидДеятельности;
  const own = source.cells.one('eventKind');
  const named = own === null ? null : (listed(values, own.text) ?? kindIn(kind, own.text));
  if (own !== null && named !== null) return put(reader, made, table, 'Вид', own, read(named));
  const ofName = name === null ? null : kindIn(kind, name.text);
  if (name !== null && ofName !== null) return put(reader, made, table, 'Вид', name, read(ofName));
  const heads = [
    source.section.eventKind,
    source.section.text,
    ...reader.block.titles.map(({ text }) => text).reverse(),
    reader.block.sheet,
  ];
  const head = heads.map((text) => kindOfHeading(kind, text)).find((found) => found !== null);
  const at = own ?? name ?? { text: '', whole: '', place: source.place };
  if (head !== undefined && head !== null) return put(reader, made, table, 'Вид', at, read(head));
  put(
    reader,
    made,
    table,
    'Вид',
    at,
    own === null
      ? ask('kind of event', at.text, values, 'empty')
      : ask('not in list', own.text, values, 'keep'),
  );
}

/** A level the row has no cell for: «муниципальный этап» in the event's name, a heading over the rows. */
function putLevelBeside(
  reader: Reader,
  { section }: SourceRow,
  made: Cells,
  table: TableName,
  name: Pick<RawCell, 'text' | 'whole' | 'place'> | null,
): void {
  const own = reader.regulation.levels ?? {};
  const ofName = name === null ? null : levelOfRound(name.text, own);
  if (ofName !== null) put(reader, made, table, 'Уровень', name, read(ofName));
  if (section.level !== '' && section.place !== null) {
    put(
      reader,
      made,
      table,
      'Уровень',
      { text: section.text, whole: section.text, place: section.place },
      read(section.level),
    );
  }
  for (const { text, place } of reader.block.titles) {
    const ofTitle = levelOfRound(text, own);
    if (ofTitle !== null) put(reader, made, table, 'Уровень', { text, whole: text, place }, read(ofTitle));
  }
}

/** A result and its count; several of them where the row counts winners and prize-winners apart. */
function resultCells(
  reader: Reader,
  source: SourceRow,
  table: 'Достижения' | 'Деятельность',
  event: string,
  pupils: number,
): readonly Cells[] {
  const { cells } = source;
  const column = table === 'Достижения' ? 'Обучающихся' : 'Количество';
  const list = table === 'Достижения' ? 'РезультатОбучающихся' : 'РезультатПедагога';
  const result = cells.one('result');
  const counted = [
    ['победитель', cells.one('winners')],
    ['призёр', cells.one('prizeWinners')],
  ] as const;
  if (table === 'Достижения' && result === null && counted.some(([, raw]) => raw !== null)) {
    const places = counted.flatMap(([value, raw]): Cells[] => {
      if (raw === null || numberReading(raw).kind !== 'value' || Number(rawValue(raw)) === 0) return [];
      const made: Cells = { Результат: given(value, raw.whole, raw.place) };
      put(reader, made, table, column, raw, numberReading(raw));
      return [made];
    });
    if (places.length > 0) return places;
    const all = cells.one('count');
    if (all === null || saysNothing(all.text)) return [{}];
    const took: Cells = { Результат: given('участник', all.whole, all.place) };
    put(reader, took, table, column, all, numberReading(all));
    return [took];
  }
  const several = result === null || table !== 'Достижения' ? null : splitResults(result.text);
  if (result !== null && several !== null) {
    return several.map(({ result: value, count }) => ({
      Результат: given(value, result.whole, result.place),
      [column]: given(count, result.whole, result.place),
    }));
  }
  const made: Cells = {};
  put(reader, made, table, 'Результат', result, readResult(result?.text ?? '', list, event));
  const count = cells.one('count');
  put(reader, made, table, column, count, numberReading(count));
  const pupil = cells.one('pupil');
  if (pupil !== null && pupils > 0 && made[column] === undefined)
    made[column] = given(pupils, '', pupil.place);
  return [made];
}
