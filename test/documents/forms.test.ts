import type { AssociationDocument } from '../../src/documents/document';
import { documentAsText } from '../../src/documents/asText';
import { listDocuments, makeDocument, type DocumentRequest } from '../../src/documents/produce';
import { REGULATIONS, type Regulation } from '../../src/regulations';
import { day, type Row, type Sketch } from '../control/registers';
import { TABLES, contextOf } from './sample';

const make = (id: string, request: DocumentRequest, sketch?: Sketch): AssociationDocument =>
  makeDocument(request, contextOf(id, sketch));

/** Spaces that do not break are plain, so that lines can be compared as they are read. */
const textOf = (id: string, request: DocumentRequest, sketch?: Sketch): string =>
  documentAsText(make(id, request, sketch)).replaceAll('\u00a0', ' ');

const rows = (table: keyof typeof TABLES): readonly Row[] => TABLES[table] ?? [];

/** The sample with something else in one column of some rows. */
const edited = (table: keyof typeof TABLES, change: (row: Row, index: number) => Row): Sketch => ({
  tables: { [table]: rows(table).map(change) },
});

describe('what can be made', () => {
  it('is what the regulation demands, in its order, and then the rest', () => {
    const offers = listDocuments(contextOf('zdvinsk'));
    const demanded = offers.filter(({ isDemanded }) => isDemanded);
    expect(offers.slice(0, demanded.length)).toEqual(demanded);
    expect(
      demanded.filter(({ kind }) => kind !== 'analysis').map(({ kind, clause }) => [kind, clause]),
    ).toEqual([
      ['plan', 'разд. 6'],
      ['attestation', 'разд. 6'],
      ['needs', 'разд. 6'],
      ['young-teachers', 'разд. 6'],
      ['protocol', 'разд. 6; п. 5.1, подп. 3'],
    ]);
  });

  it('bears the clause that speaks of it even where nothing demands it', () => {
    const offer = listDocuments(contextOf('tersky')).find(({ kind }) => kind === 'young-teachers');
    expect(offer).toMatchObject({
      name: 'Пары педагогов и наставничество',
      clause: 'п. 3.6',
      isDemanded: false,
      lacks: null,
    });
  });

  it('names its meetings and decisions to choose from', () => {
    const offers = listDocuments(contextOf('tomsk'));
    expect(offers.find(({ kind }) => kind === 'protocol')?.choices[1]).toEqual({
      request: { kind: 'protocol', meeting: 2 },
      name: 'Протокол заседания № 2',
      about: '04.12.2025, Подготовка к ГИА',
    });
    expect(offers.find(({ kind }) => kind === 'extract')?.choices.map(({ request }) => request.item)).toEqual(
      ['1', '2', '3', '1'],
    );
  });

  it('says what to enter where the register holds nothing for it', () => {
    const empty = Object.fromEntries(Object.keys(TABLES).map((table) => [table, []]));
    const lacking = listDocuments(contextOf('oshmyany', { tables: empty }))
      .filter(({ kind }) => kind !== 'analysis')
      .map(({ kind, lacks }) => [kind, lacks !== null]);
    expect(Object.fromEntries(lacking)).toEqual({
      databank: true,
      'self-education': true,
      needs: true,
      plan: true,
      protocol: true,
      registration: true,
      extract: true,
      composition: true,
      documents: false,
    });
  });

  it('is told apart by kind, once each', () => {
    for (const { produces } of REGULATIONS) {
      const kinds = produces.map(({ kind }) => kind);
      expect(new Set(kinds).size).toBe(kinds.length);
    }
  });
});

describe('the forms of the regulations', () => {
  const PLACES = [
    'word',
    'inFull',
    'leader',
    'deputy',
    'secretary',
    'department',
    'period',
    'association',
    'subject',
    'ofSubject',
    'municipality',
    'topic',
  ];
  const templates = ({ forms }: Regulation): readonly string[] =>
    JSON.stringify(forms).match(/\{\w+\}/g) ?? [];

  it.each(REGULATIONS)('of $id have no place that nothing fills', (regulation) => {
    const unknown = templates(regulation).filter((place) => !PLACES.includes(place.slice(1, -1)));
    expect(unknown).toEqual([]);
  });
});

describe('a plan whose form prints lines of its own', () => {
  const OWN = 'Анализ результатов участия во ВсОШ';

  it('holds them while the association has entered none of them', () => {
    const plan = make('sonkovo', { kind: 'plan' });
    expect(documentAsText(plan)).toContain(OWN);
    expect(plan.gaps).toContainEqual(expect.stringContaining('Строк формы на листе «План» нет'));
  });

  it('holds the association’s own once one of them is there, under the form’s sections', () => {
    const text = textOf(
      'sonkovo',
      { kind: 'plan' },
      {
        tables: {
          План: [
            {
              Раздел: '1. Организационно - аналитическая деятельность.',
              Мероприятие: OWN.toUpperCase(),
              Окончание: day('2026-03-31'),
              'Планируемый результат': 'справка',
            },
          ],
        },
      },
    );
    expect(text).toContain(`| 1.1. | ${OWN.toUpperCase()} | 31.03.2026 | справка |`);
    expect(text).not.toContain('Взаимопосещение уроков');
    expect(text.match(/\|\| /g)).toHaveLength(2);
  });

  it('does not name a meeting twice that stands in «План» too', () => {
    const text = textOf(
      'tomsk',
      { kind: 'plan' },
      {
        tables: {
          План: [{ Раздел: 'Заседания ММО', Мероприятие: 'Семинар «Подготовка к ГИА»', Срок: 'декабрь' }],
        },
      },
    );
    expect(text).toContain('Семинар «Подготовка к ГИА»');
    expect(text).not.toContain('Заседание № 2. Подготовка к ГИА');
    expect(text).toContain('Заседание № 3. Олимпиадные задачи');
  });
});

describe('a protocol', () => {
  it('leaves a place for whoever took the chair of a leader who was not there', () => {
    const absent = edited('Посещаемость', (row, index) =>
      index === 0 ? { ...row, 'Заседание 1': 'нет' } : row,
    );
    const protocol = make('tersky', { kind: 'protocol', meeting: 1 }, absent);
    const text = documentAsText(protocol);
    expect(text).toMatch(/^Председатель – _+$/m);
    expect(text).toMatch(/^Председатель МунУМО _+$/m);
    expect(protocol.gaps).toContain(
      '«Председатель»: отмечено отсутствие на заседании. Впишите, кто исполнял обязанности.',
    );
  });

  it('says that there was no quorum where the regulation asks for one', () => {
    const few = edited('Посещаемость', (row, index) => (index > 2 ? { ...row, 'Заседание 1': 'нет' } : row));
    expect(textOf('tersky', { kind: 'protocol', meeting: 1 }, few)).toContain(
      'Кворума (более половины членов, п. 2.4) нет.',
    );
    expect(textOf('tomsk', { kind: 'protocol', meeting: 1 }, few)).not.toContain('Кворум');
  });

  it('never passes over in silence that a decision failed, in a form without votes either', () => {
    const text = textOf('sonkovo', { kind: 'protocol', meeting: 1 });
    expect(text).toContain('3. Провести марафон в феврале\nРешение не принято.');
    expect(text).not.toContain('Голосовали');
  });

  it('asks for the leader’s vote on a tie where it decides', () => {
    const tied = edited('Решения', (row, index) => (index === 1 ? { ...row, За: 3, Против: 3 } : row));
    const protocol = make('oshmyany', { kind: 'protocol', meeting: 1 }, tied);
    expect(documentAsText(protocol)).toMatch(/Голос руководителя – _+/);
    expect(protocol.gaps).toContain('Пункт 2: голоса равны, отметьте голос руководителя (лист «Решения»).');
  });

  it('counts the members of its own day', () => {
    expect(textOf('tomsk', { kind: 'protocol', meeting: 1 })).toContain('7 из 7 членов ММО');
    expect(textOf('tomsk', { kind: 'protocol', meeting: 2 })).toContain('4 из 6 членов ММО');
  });
});

describe('the request for scans', () => {
  it('asks for nothing that has its document, and for nothing that does not count', () => {
    const text = textOf('tomsk', { kind: 'scans' });
    expect(text).not.toContain('Турнир юных математиков');
    expect(text).not.toContain('Школьная неделя');
    expect(text).toContain('публикация, Задачи с параметром в 10 классе');
  });

  it('is empty in words when everything is confirmed', () => {
    const confirm = (row: Row): Row => ({ ...row, Документ: 'скан' });
    const tables = Object.fromEntries(
      (['Курсы', 'ГИА', 'Достижения', 'Деятельность', 'Мероприятия'] as const).map((table) => [
        table,
        rows(table).map(confirm),
      ]),
    );
    const context = contextOf('tomsk', { tables });
    expect(documentAsText(makeDocument({ kind: 'scans' }, context))).toContain(
      'У всех засчитанных записей указан документ',
    );
    expect(listDocuments(context).find(({ kind }) => kind === 'scans')?.lacks).not.toBeNull();
  });
});

it('the analysis is one of the documents, under the name of the report the regulation demands', () => {
  const context = contextOf('tomsk');
  expect(listDocuments(context).find(({ kind }) => kind === 'analysis')).toMatchObject({
    name: 'Анализ результатов деятельности ММО за учебный год',
    clause: 'п. 3.4, 5.3, прил. 1',
    per: 'none',
  });
  expect(makeDocument({ kind: 'analysis' }, context)).toMatchObject({ kind: 'analysis' });
});

describe('the databank', () => {
  it('shows the columns of the regulation’s clause, and an age that is never guessed', () => {
    const text = textOf('sonkovo', { kind: 'databank' });
    expect(text).toContain('Возраст, полных лет');
    expect(text).not.toContain('14.05.1974');
    expect(text).toMatch(/\| Соколова Марина Викторовна \| 51 \|/);
    expect(text).toMatch(/\| Кузьмина Ольга Ивановна \(СОШ № 1\) \| {2}\|/);
  });

  it('keeps experience of no years apart from experience nobody has entered', () => {
    const text = textOf('tomsk', { kind: 'databank' });
    expect(text).toMatch(/Ёлкина Вера Павловна .* \| 0 \| 0 \| без категории/);
    expect(text).toMatch(/Кузьмина Ольга Ивановна \(СОШ № 1\) .* \| {2}\| 30 \| первая/);
  });
});

describe('what the register lacks in a protocol', () => {
  const empty: Sketch = {
    tables: {
      Решения: [
        { Заседание: 1, Пункт: 1, Решили: 'Утвердить план' },
        { Заседание: 1, Слушали: 'Об итогах' },
      ],
    },
  };

  it('is a place to write on, with its number and no dash', () => {
    const text = textOf('sonkovo', { kind: 'protocol', meeting: 1 }, empty);
    expect(text).toContain('## Повестка дня:\n1. ________\n2. Об итогах');
    expect(text).toContain('## Решили:\n1. Утвердить план\n________\n');
    expect(text).toContain('* Пункт без номера: не указано, что решили.');
  });

  it('is a line under «Слушали» of its own', () => {
    expect(textOf('tomsk', { kind: 'protocol', meeting: 1 }, empty)).toContain('## 1. Слушали:\n________\n');
  });
});

describe('the analysis is signed', () => {
  const led = (leaders: readonly Row[]): Sketch => ({
    tables: { Педагоги: leaders.map((row) => ({ Роль: 'руководитель', ...row })) },
  });

  it('by who leads on the day of the report, not by whoever has left', () => {
    const leaders = led([
      { ФИО: 'Зуев Пётр Ильич', Выбыл: day('2025-11-01') },
      { ФИО: 'Орлова Вера Ильинична', 'В составе с': day('2025-11-01') },
    ]);
    expect(textOf('tomsk', { kind: 'analysis' }, leaders)).toContain(
      'Руководитель ММО ________ В. И. Орлова',
    );
  });

  it('by hand where the name is an error', () => {
    expect(textOf('tomsk', { kind: 'analysis' }, led([{ ФИО: '#REF!' }]))).not.toContain('#REF!');
  });
});

describe('titles', () => {
  it('say the kind of the association once', () => {
    const text = textOf('tomsk', { kind: 'protocol', meeting: 1 });
    expect(text).toContain('Протокол\n    заседания ММО учителей математики\n');
  });

  it('of Ошмяны name whose association it is, number and date under «ПРОТОКОЛ»', () => {
    const text = textOf('oshmyany', { kind: 'protocol', meeting: 1 });
    expect(text).toMatch(
      /ПРОТОКОЛ\s+25\.09\.2025 № 1\s+заседания учебно-методического объединения\s+учителей математики/u,
    );
    expect(textOf('oshmyany', { kind: 'plan' })).toContain('\nТема: Итоги прошлого года и план на новый\n');
  });
});
