import { describeNotice, foreseeNotice } from '../../src/messages/notices';
import type { Notice } from '../../src/register/notices';

/** One of every kind. */
const NOTICES: { readonly [K in Notice['code']]: Extract<Notice, { code: K }> } = {
  'sheet-protected': { code: 'sheet-protected', sheet: 'Курсы' },
  'cells-in-the-way': { code: 'cells-in-the-way', table: 'Курсы', sheet: 'Учёба', cells: 'G5' },
  'formula-column-typed': { code: 'formula-column-typed', table: 'Курсы', sheet: 'Учёба', column: 'Учёт' },
  'rules-moved': { code: 'rules-moved', sheet: 'Правила' },
  'headers-hidden': { code: 'headers-hidden', table: 'Курсы', sheet: 'Учёба' },
  'missing-column': { code: 'missing-column', table: 'Курсы', column: 'Тема' },
  'formula-restored': { code: 'formula-restored', table: 'Курсы', column: 'Учёт' },
  'form-formula-restored': { code: 'form-formula-restored', row: '8.1', typed: '12' },
  'sheet-renamed': { code: 'sheet-renamed', sheet: 'План', instead: 'План (реестр)' },
  'unknown-regulation': { code: 'unknown-regulation', name: 'Наше', instead: 'Томский район' },
  'unknown-school-year': { code: 'unknown-school-year', typed: '2025' },
  'today-not-a-date': { code: 'today-not-a-date', typed: '12.05.2026' },
  'manual-calculation': { code: 'manual-calculation' },
  'meeting-number': { code: 'meeting-number', typed: '2026', most: 24 },
  'names-not-added': { code: 'names-not-added', count: 3 },
  'rows-under-table': { code: 'rows-under-table', table: 'Курсы', sheet: 'Учёба', count: 2 },
  'regulation-changed': {
    code: 'regulation-changed',
    from: 'Томский район',
    to: 'Здвинский район',
    custom: false,
  },
  'rules-replaced': {
    code: 'rules-replaced',
    rules: [
      { title: 'Заседаний, не менее', column: null, typed: '5', now: '4', clause: 'п. 3.2' },
      { title: 'Кворум', column: 'Пункт положения', typed: '', now: 'п. 2.4', clause: 'п. 2.4' },
    ],
  },
  'rules-kept': {
    code: 'rules-kept',
    rules: [{ title: 'Срок «скоро»', column: null, typed: '20', now: '30', clause: 'правило объединения' }],
  },
  'documents-changed': { code: 'documents-changed', added: 12, removed: 7, filled: 2 },
  'rows-not-added': { code: 'rows-not-added', table: 'Документы', sheet: 'Бумаги', count: 3 },
  'municipality-changed': { code: 'municipality-changed', from: 'Томский район', to: 'Здвинский район' },
  'report-year-proposed': { code: 'report-year-proposed', year: '2025' },
  'outside-list': { code: 'outside-list', column: 'Категория', count: 5, values: ['соответствие', 'иная'] },
  'members-short': {
    code: 'members-short',
    association: 'РУМО',
    members: 4,
    least: 10,
    clause: 'п. 4',
  },
  'roles-vacant': { code: 'roles-vacant', roles: ['секретарь', 'куратор'], clause: 'прил. 2' },
  'leader-unmet': { code: 'leader-unmet', name: 'Ярцева М. С.', clause: 'п. 3.5' },
  'meetings-without-quorum': { code: 'meetings-without-quorum', meetings: [1, 3], clause: 'п. 2.4' },
  'decisions-not-passed': { code: 'decisions-not-passed', count: 2, clause: 'п. 2.4' },
  'meetings-missed': { code: 'meetings-missed', count: 1, clause: 'п. 20' },
};

/** Whatever a notice holds is in its words: lists one by one. */
function naming(value: unknown): RegExp {
  if (Array.isArray(value)) {
    return new RegExp(value.map((each) => naming(each).source).join('.*'), 's');
  }
  if (typeof value === 'object' && value !== null) {
    const { typed } = { typed: '', ...value };
    return new RegExp(typed === '' ? 'пусто' : typed);
  }
  return new RegExp(String(value).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

const cases = Object.entries(NOTICES).map(([code, notice]) => [code, notice] as const);

/** These say what has been done, or what is so: there is nothing the user has to do at once. */
const TELLING: readonly string[] = [
  'formula-restored',
  'form-formula-restored',
  'sheet-renamed',
  'rules-kept',
  'documents-changed',
  'members-short',
  'leader-unmet',
  'meetings-without-quorum',
  'decisions-not-passed',
  'meetings-missed',
];

describe('every notice', () => {
  it.each(cases)('«%s» is a whole Russian sentence or two', (_, notice) => {
    const words = describeNotice(notice);
    expect(words).toMatch(/^[А-ЯЁ«].*[.]$/s);
    expect(words).not.toMatch(/undefined|NaN|\[object|null/);
  });

  it.each(cases)('«%s» names what it is about', (_, notice) => {
    const words = describeNotice(notice);
    for (const [key, value] of Object.entries(notice))
      if (key !== 'code' && typeof value !== 'boolean') expect(words).toMatch(naming(value));
  });

  it.each(cases.filter(([code]) => !TELLING.includes(code)))('«%s» says what to do', (_, notice) => {
    expect(describeNotice(notice)).toMatch(
      /Снимите|Перенесите|Переименуйте|Включите|Заполните|Выберите|Введите|Проверьте|Освободите|Удалите|Растяните/,
    );
  });

  it('tells the user’s own regulation from a new one', () => {
    const words = (custom: boolean) =>
      describeNotice({ code: 'regulation-changed', from: 'Томский район', to: 'Своё положение', custom });
    expect(words(true)).toContain('остались, какие были');
    expect(words(false)).toContain('введённые данные остались');
  });

  it('passes over what has not happened to the documents', () => {
    const words = describeNotice({ code: 'documents-changed', added: 1, removed: 0, filled: 0 });
    expect(words).toBe('Лист «Документы»: добавлено по новому положению: 1\u00a0строка.');
  });

  it('counts people in Russian', () => {
    const words = (count: number) => describeNotice({ code: 'names-not-added', count });
    expect(words(1)).toContain('1\u00a0педагог не добавлен ');
    expect(words(3)).toContain('3\u00a0педагога не добавлены');
    expect(words(11)).toContain('11\u00a0педагогов не добавлены');
  });
});

describe('a notice before anything is done', () => {
  it.each(Object.values(NOTICES))('names the same things and speaks of nothing as done: $code', (notice) => {
    const words = foreseeNotice(notice);
    expect(words).toMatch(/\.$/);
    expect(words).not.toMatch(
      /(?<!будет |будут )(?:возвращена|добавлено|взят|записан|применены|назван|обновлены|убрано|остались|изменено)/u,
    );
    for (const [key, value] of Object.entries(notice)) {
      if (key !== 'code' && typeof value !== 'boolean') expect(words).toMatch(naming(value));
    }
  });

  it('says what will become of a register that changes its regulation', () => {
    expect(foreseeNotice(NOTICES['regulation-changed'])).toBe(
      'Реестр перейдёт с положения «Томский район» на «Здвинский район»: обновятся правила, списки и документы, введённые данные останутся.',
    );
    expect(foreseeNotice(NOTICES['documents-changed'])).toBe(
      'Лист «Документы»: добавится по новому положению: 12\u00a0строк, уйдёт незаполненных по прежнему: 7\u00a0строк, останется заполненных по прежнему: 2\u00a0строки.',
    );
  });
});
