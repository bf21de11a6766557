import { describeNotice } from '../../src/messages/notices';
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
};

const cases = Object.entries(NOTICES).map(([code, notice]) => [code, notice] as const);

describe('every notice', () => {
  it.each(cases)('«%s» is a whole Russian sentence or two', (_, notice) => {
    const words = describeNotice(notice);
    expect(words).toMatch(/^[А-ЯЁ«].*[.]$/s);
    expect(words).not.toMatch(/undefined|NaN|\[object|null/);
  });

  it.each(cases)('«%s» names what it is about', (_, notice) => {
    const words = describeNotice(notice);
    for (const [key, value] of Object.entries(notice))
      if (key !== 'code') expect(words).toContain(String(value));
  });

  it.each(
    cases.filter(([code]) => !['formula-restored', 'form-formula-restored', 'sheet-renamed'].includes(code)),
  )('«%s» says what to do', (_, notice) => {
    expect(describeNotice(notice)).toMatch(
      /Снимите|Перенесите|Переименуйте|Включите|Заполните|Выберите|Введите|Проверьте|Освободите|Удалите|Растяните/,
    );
  });

  it('counts people in Russian', () => {
    const words = (count: number) => describeNotice({ code: 'names-not-added', count });
    expect(words(1)).toContain('1\u00a0педагог не добавлен ');
    expect(words(3)).toContain('3\u00a0педагога не добавлены');
    expect(words(11)).toContain('11\u00a0педагогов не добавлены');
  });
});
