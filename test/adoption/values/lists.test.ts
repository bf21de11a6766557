import {
  activityKindIn,
  eventKindIn,
  levelOfRound,
  readCategory,
  readEducation,
  readFormat,
  readLevel,
  readMark,
  readResult,
  readYesNo,
  splitPost,
  splitResults,
} from '../../../src/adoption/values/lists';
import { DEFAULT_REGULATION, findRegulation, type Regulation } from '../../../src/regulations';
import { words } from './values';

const RUSSIAN = DEFAULT_REGULATION;
const BELARUSIAN: Regulation = findRegulation('oshmyany') ?? RUSSIAN;

describe('education', () => {
  it.each([
    ['ВО', 'ВО'],
    ['высшее', 'ВО'],
    ['Высшее  профессиональное', 'ВО'],
    ['ВПО', 'ВО'],
    ['бакалавр', 'ВО'],
    ['магистр', 'ВО'],
    ['специалист', 'ВО'],
    ['магистратура', 'ВО'],
    ['аспирантура', 'ВО'],
    ['высшее педагогическое', 'ВО'],
    ['высшее, БелГПИ, 1988', 'ВО'],
    ['Высшее\nТГПУ', 'ВО'],
    ['СПО', 'СПО'],
    ['среднее профессиональное', 'СПО'],
    ['среднее специальное', 'СПО'],
    ['ср.-спец.', 'СПО'],
    ['ср/спец', 'СПО'],
    ['средне-специальное', 'СПО'],
    ['', '∅'],
    ['-', '∅'],
  ])('«%s» is %s', (text, value) => {
    expect(words(readEducation(text))).toBe(value);
  });

  it.each(['неполное высшее', 'незаконченное высшее', 'н/высшее', 'среднее'])(
    '«%s» is «иное», and asked',
    (text) => {
      expect(words(readEducation(text))).toBe('? not in list → иное');
    },
  );

  it('of which only the institution is told is kept as it stands and asked', () => {
    expect(words(readEducation('БелГПИ, 1988'))).toBe('? not in list → keep');
  });
});

describe('category', () => {
  it.each([
    ['высшая категория', 'высшая'],
    ['высшая квалификационная категория', 'высшая'],
    ['Высшая кв. кат.', 'высшая'],
    ['в/к', 'высшая'],
    ['ВКК', 'высшая'],
    ['1', 'первая'],
    ['I', 'первая'],
    ['1 категория', 'первая'],
    ['I категория', 'первая'],
    ['1 кв.кат.', 'первая'],
    ['1 КК', 'первая'],
    ['первая кв. категория', 'первая'],
    ['п/к', 'первая'],
    ['соответствие занимаемой должности', 'соответствие'],
    ['Соответствует занимаемой должности', 'соответствие'],
    ['СЗД', 'соответствие'],
    ['соотв.', 'соответствие'],
    ['соответствие з.д.', 'соответствие'],
    ['без категории', 'без категории'],
    ['б/к', 'без категории'],
    ['нет', 'без категории'],
    ['педагог-методист', 'педагог-методист'],
    ['высшая, 25.11.2021', 'высшая'],
  ])('«%s» is «%s»', (text, value) => {
    expect(words(readCategory(text, RUSSIAN))).toBe(value);
  });

  it.each(['-', ''])('«%s» needs a decision: perhaps «без категории», perhaps not known', (text) => {
    expect(words(readCategory(text, RUSSIAN))).toBe('? nothing stands there → empty');
  });

  it('«вторая» is valid in Belarus, kept as written and asked about elsewhere', () => {
    expect(words(readCategory('вторая', BELARUSIAN))).toBe('вторая');
    expect(words(readCategory('II', BELARUSIAN))).toBe('вторая');
    expect(words(readCategory('учитель-методист', BELARUSIAN))).toBe('учитель-методист');
    expect(words(readCategory('вторая', RUSSIAN))).toBe('? not of this regulation → вторая');
    expect(words(readCategory('СЗД', BELARUSIAN))).toBe('? not of this regulation → соответствие');
  });

  it.each(['молодой специалист', 'декрет'])('«%s» is a status, not a category', (text) => {
    expect(words(readCategory(text, RUSSIAN))).toBe('? status → empty');
  });

  it('is never read off a pay grade', () => {
    expect(words(readCategory('12 разряд', RUSSIAN))).toBe('? not in list → keep');
  });

  it.each([
    ['учитель высшей квалификационной категории', 'учитель', 'высшей квалификационной категории'],
    ['Учитель математики, высшая категория', 'Учитель математики', 'высшая категория'],
    ['учитель физики (1 кв. кат.)', 'учитель физики', '1 кв. кат.'],
    ['учитель/ СЗД', 'учитель', 'СЗД'],
    ['воспитатель без категории', 'воспитатель', 'без категории'],
  ])('is found inside the post «%s»', (text, post, category) => {
    expect(splitPost(text)).toEqual({ post, category });
  });

  it('is not looked for in «учитель высшей школы»', () => {
    expect(splitPost('учитель высшей школы')).toBeNull();
  });
});

describe('result', () => {
  it.each([
    ['победитель', 'победитель'],
    ['1 место', 'победитель'],
    ['I место', 'победитель'],
    ['диплом I степени', 'победитель'],
    ['диплом победителя', 'победитель'],
    ['Гран-при', 'победитель'],
    ['чемпион', 'победитель'],
    ['1', 'победитель'],
    ['призер', 'призёр'],
    ['призёр', 'призёр'],
    ['2 место', 'призёр'],
    ['III место', 'призёр'],
    ['Диплом II степени', 'призёр'],
    ['диплом 3 ст.', 'призёр'],
    ['участник', 'участник'],
    ['сертификат участника', 'участник'],
    ['участие', 'участник'],
    ['благодарственное письмо', 'участник'],
    ['', '∅'],
    ['-', '∅'],
  ])('«%s» is «%s»', (text, value) => {
    expect(words(readResult(text, 'РезультатОбучающихся', ''))).toBe(value);
  });

  it.each(['лауреат', 'лауреат II степени', 'диплом лауреата'])(
    'a pupil’s «%s» is asked, by the event',
    (text) => {
      const reading = readResult(text, 'РезультатОбучающихся', 'Конкурс «Кит»');
      expect(words(reading)).toBe('? laureate → keep');
      expect(reading).toMatchObject({ within: 'Конкурс «Кит»' });
    },
  );

  it('a teacher’s «лауреат» and «финалист» are values', () => {
    expect(words(readResult('лауреат конкурса', 'РезультатПедагога', ''))).toBe('лауреат');
    expect(words(readResult('Финалист', 'РезультатПедагога', ''))).toBe('финалист');
  });

  it.each(['диплом', '7 место', 'сертификат'])('«%s» tells no place and is asked', (text) => {
    expect(words(readResult(text, 'РезультатОбучающихся', ''))).toBe('? not in list → keep');
  });

  it('may count several in one cell', () => {
    expect(splitResults('победитель – 2, призёр – 3')).toEqual([
      { result: 'победитель', count: 2 },
      { result: 'призёр', count: 3 },
    ]);
    expect(splitResults('2 призёра')).toBeNull();
    expect(splitResults('победитель, призёр')).toBeNull();
  });
});

describe('level', () => {
  it.each([
    ['муниципальный', 'муниципальный'],
    ['муниципальный этап', 'муниципальный'],
    ['районный', 'муниципальный'],
    ['городской', 'муниципальный'],
    ['окружной', 'муниципальный'],
    ['Региональный', 'региональный'],
    ['областной', 'региональный'],
    ['краевой', 'региональный'],
    ['республиканский', 'региональный'],
    ['всероссийский', 'всероссийский'],
    ['федеральный', 'всероссийский'],
    ['заключительный этап', 'всероссийский'],
    ['международный', 'международный'],
    ['межмуниципальный', 'межмуниципальный'],
    ['межрегиональный', 'межрегиональный'],
    ['школьный', 'школьный'],
    ['1 этап', '? not in list → keep'],
    ['', '∅'],
  ])('«%s» is «%s»', (text, value) => {
    expect(words(readLevel(text, RUSSIAN))).toBe(value);
  });

  it.each([
    ['районный', 'муниципальный'],
    ['областной', 'региональный'],
    ['республиканский', 'всероссийский'],
  ])('«%s» is «%s» in Belarus', (text, value) => {
    expect(words(readLevel(text, BELARUSIAN))).toBe(value);
  });

  it('stands in a name only as a round of it', () => {
    expect(levelOfRound('Муниципальный этап ВсОШ по физике', {})).toBe('муниципальный');
    expect(levelOfRound('Всероссийский конкурс «Кит»', {})).toBeNull();
    expect(levelOfRound('Всероссийская олимпиада школьников', {})).toBeNull();
  });
});

describe('format', () => {
  it.each([
    ['очная', 'очно'],
    ['Очно', 'очно'],
    ['заочная', 'заочно'],
    ['дистанционная', 'дистанционно'],
    ['онлайн', 'дистанционно'],
    ['дистант', 'дистанционно'],
    ['', '∅'],
    ['очный, с применением дистанционных технологий', '? not in list → keep'],
    ['очно-заочно', '? not in list → keep'],
  ])('«%s» is «%s»', (text, value) => {
    expect(words(readFormat(text))).toBe(value);
  });
});

describe('attendance', () => {
  it.each([
    'да',
    '+',
    '1',
    'v',
    'V',
    '✓',
    '✔',
    'был',
    'была',
    'присутствовал(а)',
    'присутствовала',
    'п',
    'онлайн',
  ])('«%s» is «да»', (text) => {
    expect(words(readMark(text))).toBe('да');
  });

  it.each(['нет', '-', '–', '0', 'н', 'отсутствовал(а)', 'нб', 'б/л', 'по уважительной причине'])(
    '«%s» is «нет»',
    (text) => {
      expect(words(readMark(text))).toBe('нет');
    },
  );

  it('that is empty stays empty, and what is neither is asked', () => {
    expect(words(readMark(''))).toBe('∅');
    expect(words(readMark('опоздала'))).toBe('? not in list → keep');
  });
});

describe('yes and no of the databank', () => {
  it.each([
    ['да', 'да'],
    ['+', 'да'],
    ['нет', 'нет'],
    ['-', '? nothing stands there → empty'],
    ['профильная группа 10 кл.', '? not in list → keep'],
  ])('«%s» is «%s»', (text, value) => {
    expect(words(readYesNo(text))).toBe(value);
  });
});

describe('kind of event', () => {
  it.each([
    ['ВсОШ по математике', 'ВсОШ'],
    ['Муниципальный этап Всероссийской олимпиады школьников', 'ВсОШ'],
    ['Олимпиада «Физтех»', 'олимпиада'],
    ['Турнир Архимеда', 'олимпиада'],
    ['Конкурс «Кенгуру»', 'конкурс'],
    ['Конкурс чтецов', 'конкурс'],
    ['Фестиваль наук', 'конкурс'],
    ['Первенство района', 'соревнование'],
    ['Кубок главы', 'соревнование'],
    ['Ломоносовские чтения', 'конференция'],
    ['Научная конференция', 'конференция'],
    ['Кенгуру', null],
  ])('of pupils «%s»: %s', (text, kind) => {
    expect(eventKindIn(text)).toBe(kind);
  });

  it('is the word that comes first where a name holds several', () => {
    expect(eventKindIn('Конкурс «Кубок Гагарина»')).toBe('конкурс');
    expect(eventKindIn('Олимпиада в рамках научной конференции')).toBe('олимпиада');
  });

  it.each([
    ['Учитель года', 'профессиональный конкурс'],
    ['Мастер-класс для коллег', 'представление опыта'],
    ['Выступление на РМО', 'представление опыта'],
    ['Статья в сборнике', 'публикация'],
    ['Разработка КИМ', 'разработка КИМ'],
    ['Организация олимпиады «Старт»', 'организация мероприятия'],
    ['Прочее', null],
  ])('of a teacher «%s»: %s', (text, kind) => {
    expect(activityKindIn(text)).toBe(kind);
  });
});

describe('short forms people type', () => {
  const answer = (reading: ReturnType<typeof readMark>): unknown =>
    reading.kind === 'value' ? reading.value : reading.kind;

  it.each(['1категория', '1кв.', 'Ⅰ', '1 КК'])('«%s» is the first category', (text) => {
    expect(answer(readCategory(text, RUSSIAN))).toBe('первая');
  });

  it.each(['С.З.Д.', 'с/з/д', 'СЗД, 2021'])('«%s» is the fitness for the post', (text) => {
    expect(answer(readCategory(text, RUSSIAN))).toBe('соответствие');
  });

  it.each(['нет категории', 'б\\к', 'без кв. категории'])('«%s» is no category', (text) => {
    expect(answer(readCategory(text, RUSSIAN))).toBe('без категории');
  });

  it.each([
    ['сред. спец.', 'СПО'],
    ['с/с', 'СПО'],
  ])('of education: «%s» is %s', (text, value) => {
    expect(answer(readEducation(text))).toBe(value);
  });

  it.each([
    ['1 м.', 'победитель'],
    ['2м', 'призёр'],
  ])('of places: «%s» is %s', (text, value) => {
    expect(answer(readResult(text, 'РезультатОбучающихся', ''))).toBe(value);
  });

  it.each([
    ['прис.', 'да'],
    ['отс.', 'нет'],
    ['больна', 'нет'],
  ])('of marks: «%s» is %s', (text, value) => {
    expect(answer(readMark(text))).toBe(value);
  });

  it('«республика» is the whole country under the Belarusian regulation', () => {
    expect(answer(readLevel('республика', BELARUSIAN))).toBe('всероссийский');
    expect(answer(readLevel('республика', RUSSIAN))).toBe('региональный');
  });

  it.each([
    ['директор, б/к', { post: 'директор', category: 'б/к' }],
    [
      'учитель, классный руководитель, первая',
      { post: 'учитель, классный руководитель', category: 'первая' },
    ],
    ['учитель физики ВКК', { post: 'учитель физики', category: 'ВКК' }],
  ])('a post and a category are parted in «%s»', (text, parts) => {
    expect(splitPost(text)).toEqual(parts);
  });
});
