import { LISTS } from '../../register/lists';
import type { Regulation } from '../../regulations';
import { fieldDefinition } from '../dictionary';
import { readMeetingHeader } from '../marks';
import { eventKindIn, readFormat, readLevel, readListed, readYesNo } from '../values/lists';
import { EMPTY, read, type Reading } from '../values/reading';
import { fold } from '../words';
import {
  dateReading,
  given,
  incoming,
  numberReading,
  put,
  textReading,
  type Cells,
  type Incoming,
  type Reader,
  type Refused,
  type SourceRow,
} from './incoming';

/** Rows of the other tables: events, schools, exams, meetings. */

/** A row whose cells are read by the kind of their columns and nothing more. */
export function plainRow(
  reader: Reader,
  source: SourceRow,
  table: 'Мероприятия' | 'Организации',
): readonly Incoming[] {
  const { cells } = source;
  const made: Cells = {};
  const name = cells.one('event') ?? cells.one('organisation') ?? cells.one('organisationInFull');
  if (table === 'Организации') {
    put(
      reader,
      made,
      table,
      'Краткое название',
      cells.one('organisation') ?? name,
      textReading(cells.one('organisation') ?? name),
    );
    put(
      reader,
      made,
      table,
      'Полное название',
      cells.one('organisationInFull'),
      textReading(cells.one('organisationInFull')),
    );
    for (const field of ['biasMathematics', 'biasRussian'] as const) {
      const raw = cells.one(field);
      put(
        reader,
        made,
        table,
        fieldDefinition(field).columns?.Организации ?? field,
        raw,
        readYesNo(raw?.text ?? ''),
      );
    }
    return Object.keys(made).length === 0 ? [] : [incoming(reader, source, table, made, null)];
  }
  put(reader, made, table, 'Название', name, textReading(name));
  const kind = cells.one('eventKind');
  put(reader, made, table, 'Вид', kind, textReading(kind));
  const ofName = name === null ? null : eventKindIn(name.text);
  if (ofName !== null) put(reader, made, table, 'Вид', name, read(ofName));
  const audience = cells.one('audience');
  put(
    reader,
    made,
    table,
    'Для кого',
    audience,
    audience === null ? EMPTY : readAudience(audience.text, reader.regulation),
  );
  const level = cells.one('level');
  put(reader, made, table, 'Уровень', level, readLevel(level?.text ?? '', reader.regulation));
  const date = cells.one('date');
  put(reader, made, table, 'Дата', date, dateReading(date));
  const count = cells.one('count');
  put(reader, made, table, 'Обучающихся', count, numberReading(count));
  const responsible = cells.one('responsible');
  put(reader, made, table, 'Ответственный', responsible, textReading(responsible));
  const document = cells.one('document');
  put(reader, made, table, 'Документ', document, textReading(document));
  return Object.keys(made).length === 0 ? [] : [incoming(reader, source, table, made, null)];
}

function readAudience(text: string, regulation: Regulation): Reading {
  const folded = fold(text);
  if (/обучающ|учащ|школьник|дет(?:и|ей)|учени|воспитанник/u.test(folded) && !/педагог|учител/u.test(folded))
    return read('обучающиеся');
  if (/педагог|учител/u.test(folded) && !/обучающ|учащ|школьник|дет(?:и|ей)/u.test(folded))
    return read('педагоги');
  return readListed('ДляКого', text, regulation);
}

export function examRow(reader: Reader, source: SourceRow): readonly Incoming[] | Refused {
  const { cells } = source;
  const { person } = source;
  if (person.name === '') return 'no name';
  const made: Cells = { Педагог: given(person.name, person.raw?.whole ?? person.name, person.place) };
  const exam = cells.one('exam');
  const heads = [
    source.section.text,
    ...reader.block.titles.map(({ text }) => text).reverse(),
    reader.block.sheet,
  ];
  const ofHead = heads.map(examIn).find((found) => found !== null);
  put(reader, made, 'ГИА', 'Экзамен', exam, readExam(exam?.text ?? '', reader.regulation));
  if (ofHead !== undefined && ofHead !== null) made.Экзамен ??= given(ofHead, ofHead, source.place);
  const subject = cells.one('subject');
  put(reader, made, 'ГИА', 'Предмет', subject, textReading(subject));
  const sat = cells.one('sat') ?? cells.one('count');
  put(reader, made, 'ГИА', 'Сдавало', sat, numberReading(sat));
  for (const field of ['high', 'below', 'average'] as const) {
    const raw = cells.one(field);
    put(reader, made, 'ГИА', fieldDefinition(field).columns?.ГИА ?? field, raw, numberReading(raw));
  }
  const document = cells.one('document');
  put(reader, made, 'ГИА', 'Документ', document, textReading(document));
  return Object.keys(made).length === 1 ? [] : [incoming(reader, source, 'ГИА', made, person)];
}

/** The one exam a text names. */
function examIn(text: string): string | null {
  const folded = fold(text);
  const named = LISTS.Экзамен.filter((exam) => folded.includes(fold(exam)));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function readExam(text: string, regulation: Regulation): Reading {
  const named = examIn(text);
  return named === null ? readListed('Экзамен', text, regulation) : read(named);
}

export function meetingRow(reader: Reader, source: SourceRow): readonly Incoming[] {
  const { cells } = source;
  const table = 'Заседания';
  const made: Cells = {};
  const number = cells.one('meetingNumber') ?? cells.one('line');
  const typed = number === null ? null : (readMeetingHeader(number, true)?.number ?? null);
  if (number !== null && typed !== null) made.Номер = given(typed, number.whole, number.place);
  const date = cells.one('date');
  put(reader, made, table, 'Дата', date, dateReading(date));
  const topic = cells.one('meetingTopic') ?? cells.one('topic');
  put(reader, made, table, 'Тема', topic, textReading(topic));
  const form = cells.one('meetingForm');
  put(reader, made, table, 'Форма', form, readMeetingForm(form?.text ?? '', reader.regulation));
  for (const field of ['meetingPlace', 'meetingAim', 'expected', 'guests', 'protocolNumber'] as const) {
    const raw = cells.one(field);
    put(reader, made, table, fieldDefinition(field).columns?.Заседания ?? field, raw, textReading(raw));
  }
  const protocol = cells.one('protocolDate');
  put(reader, made, table, 'Дата протокола', protocol, dateReading(protocol));
  return made.Дата === undefined && made.Тема === undefined
    ? []
    : [incoming(reader, source, table, made, null)];
}

function readMeetingForm(text: string, regulation: Regulation): Reading {
  const format = readFormat(text);
  if (format.kind === 'value')
    return read(format.value === 'очно' ? 'очно' : format.value === 'дистанционно' ? 'онлайн' : text);
  return readListed('ФормаЗаседания', text, regulation);
}
