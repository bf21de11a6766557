import { FIX_KINDS, SEVERITY_WORDS, fixWords, issueMessage, issueWords } from '../../src/messages/control';
import { tomsk } from '../../src/regulations/tomsk';
import {
  ACHIEVEMENT,
  ATTENDANCE,
  CLEAN,
  COLLEAGUE,
  COURSE,
  TEACHER,
  day,
  found,
  issuesOf,
  type BookOptions,
  type Tables,
} from '../control/registerOf';
import type { IssueCode } from '../../src/control/issue';

const { words } = tomsk;
const said = (code: IssueCode, tables: Tables, options: BookOptions = {}): readonly string[] =>
  found(code, { ...CLEAN, ...tables }, options).map((issue) => issueMessage(issue, words));

describe('the words of an issue', () => {
  it('name the thing and the remedy', () => {
    expect(said('required', { Педагоги: [{ ...TEACHER, Категория: '' }, COLLEAGUE] })).toEqual([
      'Иванова Анна Петровна: не указана категория. Заполните «Категория».',
    ]);
    expect(
      said('enum', { Педагоги: [{ ...TEACHER, Категория: 'Высшая кв. категория' }, COLLEAGUE] }),
    ).toEqual([
      'Иванова Анна Петровна: «Высшая кв. категория» нет в списке «Категория». Возможно, «высшая»: исправьте одной кнопкой или выберите другое значение.',
    ]);
    expect(said('unknown-teacher', { Достижения: [{ ...ACHIEVEMENT, Педагог: 'Никто Нигде' }] })).toEqual([
      'Никто Нигде: нет в банке данных, запись не учтена. Исправьте имя или добавьте педагога в «Банк данных».',
    ]);
    expect(said('outside-period', { Достижения: [{ ...ACHIEVEMENT, Дата: day(2024, 11, 3) }] })).toEqual([
      'Иванова Анна Петровна: дата 03.11.2024 вне отчётного периода 01.09.2025–31.08.2026, запись не учтена. Если дата верна, ничего делать не нужно; иначе исправьте её.',
    ]);
  });

  it('begin with a capital where there is nobody to name', () => {
    expect(said('required', { Достижения: [{ ...ACHIEVEMENT, Педагог: '' }] })).toEqual([
      'Не указан педагог. Заполните «Педагог».',
    ]);
  });

  it('count in Russian', () => {
    const under = (rows: number) =>
      said('under-table', {}, { under: { Курсы: Array.from({ length: rows }, () => COURSE) } });
    expect(under(1)[0]).toContain('1\u00a0строка');
    expect(under(3)[0]).toContain('3\u00a0строки');
    expect(under(11)[0]).toContain('11\u00a0строк,');
    expect(said('attendance-gap', { Посещаемость: ATTENDANCE.slice(0, 1) })[0]).toBe(
      'Заседание № 1 проведено, не отмечено: 1\u00a0член (Кузьмина Ольга Ивановна). Поставьте «да» или «нет» на листе «Посещаемость».',
    );
    expect(said('size', {}, { regulation: 'oshmyany' })[0]).toContain(
      '2\u00a0члена, а нужно не менее 10\u00a0членов',
    );
  });

  it('cut what is too long for a line', () => {
    const [message = ''] = said('enum', { Достижения: [{ ...ACHIEVEMENT, Вид: 'а'.repeat(500) }] });
    expect(message.length).toBeLessThan(250);
  });

  it('say days left and days past', () => {
    const plan = (today: number) =>
      issuesOf(CLEAN, { regulation: 'sonkovo', today }).flatMap((issue) =>
        issue.code === 'obligation' && issue.obligation.code === 'plan'
          ? [issueWords(issue, words).trouble]
          : [],
      );
    expect(plan(day(2025, 9, 9))).toEqual([
      'План работы МУМО на текущий учебный год: под угрозой (срок 10.09.2025, осталось 1\u00a0день).',
    ]);
    expect(plan(day(2025, 9, 12))).toEqual([
      'План работы МУМО на текущий учебный год: просрочено (срок 10.09.2025, прошло 2\u00a0дня).',
    ]);
  });
});

describe('the words of a fix', () => {
  it('show old and new, and what else changes', () => {
    expect(
      fixWords({ kind: 'list value', changes: [{ sheet: 'Курсы', cell: 'B2', old: 'кпк', new: 'КПК' }] }),
    ).toBe('«кпк» → «КПК»');
    const change = { sheet: 'Курсы', cell: 'A2', old: 'Cидорова', new: 'Сидорова' };
    expect(fixWords({ kind: 'latin letters', changes: [change, change, change] })).toBe(
      '«Cидорова» → «Сидорова» и ещё 2\u00a0ячейки',
    );
    expect(
      fixWords({ kind: 'take in rows', sheet: 'Курсы', table: 'Курсы', address: 'A1:G4', rows: 2 }),
    ).toBe('Включить в таблицу «Курсы»: 2\u00a0строки');
    expect(fixWords({ kind: 'sheet name', sheet: 'Курсы 2', name: 'Курсы' })).toBe(
      'Переименовать лист «Курсы 2» в «Курсы»',
    );
    expect(fixWords({ kind: 'repair' })).toBe(FIX_KINDS.repair);
  });

  it('stand beside a word for each severity', () => {
    expect(Object.values(SEVERITY_WORDS)).toEqual(['ошибка', 'предупреждение', 'к сведению']);
  });
});
