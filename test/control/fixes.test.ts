import { fixesOf, planFixes, undoChanges } from '../../src/control/fixes';
import type { Fix, Issue } from '../../src/control/issue';
import { ACHIEVEMENT, CLEAN, TEACHER, issuesOf } from './registerOf';

const dirty = {
  ...CLEAN,
  Достижения: [
    { ...ACHIEVEMENT, Результат: 'призер', Педагог: 'Иванова А. П.' },
    { ...ACHIEVEMENT, Результат: 'победитель ', Мероприятие: 'Второе' },
    { ...ACHIEVEMENT, Результат: 'участник', Мероприятие: 'Третье', Уровень: 'Муницип.' },
  ],
};
const issues: readonly Issue[] = issuesOf(dirty);

describe('fixes', () => {
  it('are all of a kind, or one', () => {
    expect(fixesOf(issues)).toHaveLength(4);
    expect(fixesOf(issues, 'list value')).toHaveLength(3);
    expect(fixesOf(issues, 'teacher name')).toEqual([
      {
        kind: 'teacher name',
        changes: [{ sheet: 'Достижения', cell: 'A2', old: 'Иванова А. П.', new: 'Иванова Анна Петровна' }],
      },
    ]);
    expect(fixesOf(issues, 'namesake mark')).toEqual([]);
  });

  it('show old and new, and write neighbours together', () => {
    const { actions, changes, needsRepair } = planFixes(fixesOf(issues, 'list value'));
    expect(changes).toEqual([
      { sheet: 'Достижения', cell: 'F2', old: 'призер', new: 'призёр' },
      { sheet: 'Достижения', cell: 'F3', old: 'победитель ', new: 'победитель' },
      { sheet: 'Достижения', cell: 'D4', old: 'Муницип.', new: 'муниципальный' },
    ]);
    expect(actions).toEqual([
      { kind: 'writeValues', sheet: 'Достижения', address: 'D4', values: [['муниципальный']] },
      { kind: 'writeValues', sheet: 'Достижения', address: 'F2:F3', values: [['призёр'], ['победитель']] },
    ]);
    expect(needsRepair).toBe(false);
  });

  it('are undone to the letter', () => {
    const { changes } = planFixes(fixesOf(issues, 'list value'));
    expect(undoChanges(changes)).toEqual([
      { kind: 'writeValues', sheet: 'Достижения', address: 'D4', values: [['Муницип.']] },
      { kind: 'writeValues', sheet: 'Достижения', address: 'F2:F3', values: [['призер'], ['победитель ']] },
    ]);
  });

  it('of one cell: the first is made, the rest is left to the next check', () => {
    const both = issuesOf({ ...CLEAN, Педагоги: [{ ...TEACHER, ФИО: 'Cидорова  Анна Петровна' }] });
    const fixes = both.filter(({ code }) => code === 'name').flatMap(({ fix }) => fix ?? []);
    expect(fixes.map(({ kind }) => kind)).toEqual(['latin letters', 'spaces']);
    expect(planFixes(fixes).changes).toMatchObject([{ cell: 'A2', new: 'Сидорова  Анна Петровна' }]);
  });

  it('take rows in, name sheets and ask for repair', () => {
    const structural: readonly Fix[] = [
      { kind: 'take in rows', sheet: 'Курсы', table: 'Курсы', address: 'A1:G4', rows: 2 },
      { kind: 'sheet name', sheet: 'Курсы 2026', name: 'Курсы' },
      { kind: 'repair' },
    ];
    expect(planFixes(structural)).toEqual({
      actions: [{ kind: 'resizeTable', table: 'Курсы', sheet: 'Курсы', address: 'A1:G4' }],
      changes: [],
      renames: [{ kind: 'sheet name', sheet: 'Курсы 2026', name: 'Курсы' }],
      needsRepair: true,
    });
  });

  it('leave no fix of their kind behind', () => {
    const fixed = issuesOf({
      ...dirty,
      Достижения: dirty.Достижения.map((row) => ({
        ...row,
        Результат: row.Результат.trim().replace('призер', 'призёр'),
        Уровень: 'муниципальный',
      })),
    });
    expect(fixesOf(fixed, 'list value')).toEqual([]);
  });
});
