import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { analysisOf, factLines, type Analysis } from '../../../src/documents/analysis/analysis';
import { LISTS } from '../../../src/register/lists';
import { TABLES } from '../../../src/register/tables';
import { REGULATIONS, type RegulationId } from '../../../src/regulations';
import { ANALYSIS_FORMS, analysisForm } from '../../../src/regulations/analysis';
import { sampleTables, sourceOf } from './sampleSource';
import type { Row } from '../../control/registerOf';

const textOf = (analysis: Analysis): string =>
  [
    `${analysis.title} за ${analysis.period}`,
    ...analysis.sections.flatMap((section) => [
      '',
      `## ${section.no}. ${section.title}${section.clause === '' ? '' : ` [${section.clause}]`}`,
      ...factLines(section),
    ]),
    '',
    ...analysis.unplaced,
    '',
  ].join('\n');

const golden = (name: string): string => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');

const section = (analysis: Analysis, no: string): string =>
  factLines(analysis.sections.find((each) => each.no === no) ?? { blocks: [] }).join('\n');

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the analysis of the sample association', () => {
  it.each(['sonkovo', 'tersky', 'tomsk', 'zdvinsk', 'oshmyany'] as const)('%s, as it reads', (id) => {
    expect(textOf(analysisOf(sourceOf(sampleTables(), id)))).toBe(golden(`${id}.golden.txt`));
  });

  it('has the sections of the form in their printed order, both numbered 6', () => {
    const { sections } = analysisOf(sourceOf(sampleTables()));
    expect(sections.map(({ no }) => no)).toEqual([
      ...['1', '2', '3', '4', '5', '6', '6 (ВсОШ)', '7', '8', '9', '10', '11', '12', '13'],
      ...['14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24'],
    ]);
  });

  it('sums up the calendar year where the regulation reports by it', () => {
    expect(analysisOf(sourceOf(sampleTables(), 'tersky')).period).toBe('2025 год');
    expect(analysisOf(sourceOf(sampleTables(), 'tomsk')).period).toBe('2025/2026 учебный год');
  });

  it('names the numbers of the form as the engine counts them', () => {
    const source = sourceOf(sampleTables());
    const text = textOf(analysisOf(source)).replaceAll('\u00a0', '');
    for (const { no, value, state } of source.indicators) {
      if (value === null || no === '2') continue;
      const said = new RegExp(`(\\d+)[^.;\\d]*\\(показатель ${no.replace('.', '\\.')}[;)]`, 'u').exec(text);
      expect([no, state, said === null ? null : Number(said[1])]).toEqual([no, state, value]);
    }
  });

  it('never speaks of a teacher where results are those of organisations', () => {
    const tables = sampleTables();
    const names = (tables.Педагоги ?? []).map(({ ФИО = '' }) => String(ФИО).split(' ')[0] ?? '');
    const said = section(analysisOf(sourceOf({ ...tables, Методработа: [] })), '18');
    expect(names.filter((surname) => said.includes(surname))).toEqual([]);
  });

  it('says which records no section of the form has a place for', () => {
    const { unplaced } = analysisOf(sourceOf(sampleTables()));
    expect(unplaced.map(plain)).toContain(
      '1 запись таблицы «Деятельность» (строка листа: 47) не учтена ни в одном разделе: для их вида и уровня в форме нет раздела.',
    );
  });
});

describe('what is missing', () => {
  it('says so of a record that names nobody', () => {
    const said = plain(
      textOf(
        analysisOf(
          sourceOf(
            { Достижения: [{ Мероприятие: 'Турнир', Вид: 'соревнование', Результат: 'победитель' }] },
            'sonkovo',
          ),
        ),
      ),
    );
    expect(said).toContain('победители – педагог не указан (число не указано, принято 1)');
    const nameless = analysisOf(sourceOf({ Педагоги: [{ ФИО: ' ', Образование: 'ВО' }] }, 'sonkovo'));
    expect(textOf(nameless)).not.toMatch(/\( *\)|: *\.| {2}/u);
  });

  it('is not taken for none: while places are empty, «нет» is what has been entered so far', () => {
    const said = plain(section(analysisOf(sourceOf({ Педагоги: [{ ФИО: 'Ким' }] })), '1'));
    expect(said).toContain(
      'По внесённым сведениям педагогов с высшим образованием нет (показатель 1.1; в сведениях 1 пробел).',
    );
    expect(said).toContain(
      'Образование: не указано – 1 (Ким).\nКвалификационные категории: не указано – 1 (Ким).',
    );
  });

  it('is said to be missing, never to be nought', () => {
    const analysis = analysisOf(sourceOf({ ...sampleTables(), Методработа: [], Курсы: [] }));
    expect(section(analysis, '3')).toBe('Сведений нет: по показателю 3 нет данных; таблица «Курсы» пуста.');
    expect(section(analysis, '20')).toBe('Сведений нет: таблица «Методработа» пуста.');
    expect(analysis.sections.find(({ no }) => no === '20')?.isEmpty).toBe(true);
  });

  it('is told from a nought somebody has confirmed', () => {
    const source = sourceOf({ ...sampleTables(), Курсы: [] });
    const indicators = source.indicators.map((row) =>
      row.no === '3' ? { ...row, value: 0, state: 'zero' as const } : row,
    );
    expect(plain(section(analysisOf({ ...source, indicators }), '3'))).toContain(
      'Педагогов, прошедших курсы повышения квалификации, нет (показатель 3; ноль подтверждён).',
    );
  });
});

describe('names', () => {
  it('are given in full where initials do not tell people apart', () => {
    const tables = sampleTables();
    const [first = {}] = tables.Педагоги ?? [];
    const twin: Row = { ...first, ФИО: 'Ярцева Мария Семёновна', Роль: '' };
    const said = section(
      analysisOf(sourceOf({ ...tables, Педагоги: [...(tables.Педагоги ?? []), twin] })),
      '23',
    );
    expect(said).toContain('Ярцева Марина Станиславовна –');
    expect(said).toContain('Ярцева Мария Семёновна –');
    expect(plain(said)).toContain('Костромитина В. Е. –');
  });
});

describe('the forms', () => {
  it('narrow by values that the lists of the register have', () => {
    const lists: Readonly<Record<string, readonly (readonly string[])[]>> = {
      courses: [LISTS.ВидКурсов],
      assessment: [LISTS.Процедура],
      work: [LISTS.ВидМетодработы],
      achievements: [LISTS.ВидДостижения, LISTS.Уровень],
      activity: [LISTS.ВидДеятельности, LISTS.Уровень],
      events: [LISTS.ДляКого, LISTS.Уровень],
      groups: [LISTS.ВидГруппы],
    };
    for (const feed of ANALYSIS_FORMS.flatMap(({ sections }) => sections.flatMap(({ feeds }) => feeds))) {
      const { from, optional: _, ...filters } = feed;
      const words = Object.entries(filters)
        .filter(([name]) => name !== 'about')
        .flatMap(([, value]) => [value].flat().map(String));
      for (const word of words)
        expect([from, word, lists[from]?.flat().includes(word)]).toEqual([from, word, true]);
    }
  });

  it('ask for every kind of everyday work, of groups and of procedures somewhere', () => {
    for (const { sections } of ANALYSIS_FORMS) {
      const feeds = sections.flatMap((each) => each.feeds);
      const kinds = feeds.flatMap((feed) => (feed.from === 'work' ? feed.kinds : []));
      const procedures = feeds.flatMap((feed) => (feed.from === 'assessment' ? feed.procedures : []));
      const groups = feeds.flatMap((feed) => (feed.from === 'groups' ? (feed.kinds ?? LISTS.ВидГруппы) : []));
      expect([...new Set(kinds)].sort()).toEqual([...LISTS.ВидМетодработы].sort());
      expect([...new Set(procedures)].sort()).toEqual([...LISTS.Процедура].sort());
      expect([...new Set(groups)].sort()).toEqual([...LISTS.ВидГруппы].sort());
    }
  });

  it('of one’s own regulation is that of the regulation it started from', () => {
    const { title } = analysisForm('oshmyany', '');
    expect(analysisForm('own', 'За основу взято: Ошмянский район').title).toBe(title);
    expect(analysisForm('own', '').title).toBe(analysisForm('tomsk', '').title);
  });
});

describe('whatever the cells hold', () => {
  const words = ['', 'Ярцева Марина Станиславовна', 'иванова', '#N/A', '= 1', 'тема.', 'ВПР', 'консультация'];
  const anyCell = fc.oneof(
    fc.constantFrom<string | number>(
      ...words,
      ...LISTS.ВидМетодработы,
      ...LISTS.Уровень,
      ...LISTS.ВидДостижения,
    ),
    fc.integer({ min: -5, max: 60 }),
    fc.constantFrom(45_900, 46_000, 46_100.5, 1e9, 2.5),
    fc.string({ maxLength: 12 }),
  );
  const rowOf = (table: keyof typeof TABLES): fc.Arbitrary<Row> =>
    fc.record(
      Object.fromEntries(
        TABLES[table].columns.flatMap((column) =>
          (column.kind as string) === 'formula' ? [] : [[column.name, anyCell]],
        ),
      ),
    );
  const rows = (table: keyof typeof TABLES) => fc.array(rowOf(table), { maxLength: 4 });

  it('every paragraph is a sentence and nothing of the machine shows through', () => {
    fc.assert(
      fc.property(
        fc.record({
          Педагоги: rows('Педагоги'),
          Достижения: rows('Достижения'),
          Методработа: rows('Методработа'),
          Оценка: rows('Оценка'),
          Группы: rows('Группы'),
          Заседания: rows('Заседания'),
          ГИА: rows('ГИА'),
        }),
        fc.constantFrom<RegulationId>(...REGULATIONS.map(({ id }) => id)),
        (tables, id) => {
          for (const { blocks } of analysisOf(sourceOf(tables, id)).sections) {
            for (const block of blocks) {
              if (block.kind === 'paragraph') expect(block.text).toMatch(/^[^a-zа-яё].*[.!?…:]$/su);
              const text = block.kind === 'paragraph' ? block.text : block.items.join('\n');
              expect(text).not.toMatch(/undefined|NaN|null|\[object| {2}/u);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
