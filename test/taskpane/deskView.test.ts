import {
  NO_DRAFTS,
  NO_EDITS,
  addDecision,
  changeDecision,
  countMarks,
  decisionKeys,
  edited,
  emptyMeeting,
  findPeople,
  hasWrongDate,
  isEdited,
  markTheRest,
  removeDecision,
  viewMeetings,
  viewPeople,
  withEdits,
  withEverybody,
  withoutEdits,
} from '../../src/taskpane/deskView';
import { decision, desk, meeting } from './deskReports';

const GUEST = 'Никонова Вера Павловна';

describe('taskpane/deskView', () => {
  it('keeps only what was changed: the sheet shows through everywhere else', () => {
    const edits = {
      ...NO_EDITS,
      fields: { topic: 'Итоги учебного года' },
      marks: { 'Ли Виктор Олегович': 'да' as const },
    };
    const onSheet = {
      ...meeting,
      place: 'Онлайн',
      marks: { ...meeting.marks, 'Сидорова Елена Павловна': 'нет' as const },
    };
    expect(edited(onSheet, edits)).toMatchObject({
      topic: 'Итоги учебного года',
      place: 'Онлайн',
      marks: { 'Ли Виктор Олегович': 'да', 'Сидорова Елена Павловна': 'нет', 'Иванова Анна Петровна': 'да' },
    });
  });

  it('has nothing to save while the form says what the workbook says', () => {
    expect(isEdited(meeting, NO_EDITS)).toBe(false);
    expect(isEdited(meeting, { ...NO_EDITS, fields: { topic: 'Итоги года' } })).toBe(false);
    expect(isEdited(meeting, { ...NO_EDITS, fields: { topic: '' } })).toBe(true);
  });

  it('changes the decision of its item, wherever it has moved on the sheet', () => {
    const edits = changeDecision(meeting, NO_EDITS, 1, decision('2', { inFavour: 8 }));
    const moved = { ...meeting, decisions: [decision('0'), ...meeting.decisions] };
    expect(edited(moved, edits).decisions.map(({ item, inFavour }) => [item, inFavour])).toEqual([
      ['0', 9],
      ['1', 9],
      ['2', 8],
    ]);
  });

  it('tells decisions of one item apart by their turn', () => {
    expect(decisionKeys([decision('1'), decision('1'), decision('')])).toEqual(['1#0', '1#1', '#0']);
  });

  it('adds a decision under the next number, changes it and takes it away; saved ones stay', () => {
    const one = addDecision(meeting, NO_EDITS);
    const two = addDecision(meeting, one);
    expect(two.added.map(({ item }) => item)).toEqual(['3', '4']);
    const changed = changeDecision(meeting, two, 3, decision('4', { heard: 'План' }));
    expect(edited(meeting, changed).decisions[3]?.heard).toBe('План');
    expect(removeDecision(meeting, changed, 2).added.map(({ item }) => item)).toEqual(['4']);
    expect(removeDecision(meeting, changed, 0)).toEqual(changed);
    expect(addDecision(emptyMeeting(4), NO_EDITS).added[0]?.item).toBe('1');
  });

  it('lists the meetings, the last first, a begun one among them', () => {
    const drafts = withEdits(NO_DRAFTS, 4, { ...NO_EDITS, fields: { topic: 'План' } });
    expect(viewMeetings(desk, drafts)).toEqual([
      { number: 4, title: 'Заседание № 4', details: 'дата не указана · План', isEdited: true },
      {
        number: 3,
        title: 'Заседание № 3',
        details: '01.05.2026 · Итоги года · 2\u00a0решения',
        isEdited: false,
      },
      { number: 2, title: 'Заседание № 2', details: '15.01.2026 · тема не указана', isEdited: false },
      { number: 1, title: 'Заседание № 1', details: '20.09.2025 · План на год', isEdited: false },
    ]);
    expect(viewMeetings(desk, withoutEdits(drafts, 4))).toHaveLength(3);
  });

  it('lists members first, then those who are none that day, then whoever is marked besides', () => {
    const visited = {
      ...meeting,
      marks: { ...meeting.marks, 'Гость Города': 'да' as const, Никто: '' as const },
    };
    const people = viewPeople(desk, visited, [GUEST, 'Гость Города']);
    expect(people.map(({ name }) => name).slice(-3)).toEqual([
      'Фёдорова Мария Сергеевна',
      GUEST,
      'Гость Города',
    ]);
    expect(countMarks(people)).toEqual({ present: 1, absent: 1, unmarked: 3, guests: 1 });
  });

  it('marks the rest as present and leaves «нет» and guests alone', () => {
    expect(markTheRest(viewPeople(desk, meeting, [GUEST]))).toEqual({
      'Ли Виктор Олегович': 'да',
      'Сидорова Елена Павловна': 'да',
      'Фёдорова Мария Сергеевна': 'да',
    });
  });

  it('finds people by name and by school', () => {
    const people = viewPeople(desk, meeting, []);
    expect(findPeople(people, 'федор').map(({ name }) => name)).toEqual(['Фёдорова Мария Сергеевна']);
    expect(findPeople(people, 'сош № 3')).toHaveLength(2);
    expect(findPeople(people, '')).toHaveLength(6);
  });

  it('asks of everybody at once who is a member', () => {
    const all = withEverybody(desk, { ...meeting, marks: { 'Гость Города': 'нет' } });
    expect(Object.keys(all.marks)).toHaveLength(7);
    expect(new Set(Object.values(all.marks))).toEqual(new Set(['да']));
  });

  it('does not save a date that is no day', () => {
    expect(hasWrongDate(meeting)).toBe(false);
    expect(hasWrongDate({ ...meeting, date: '31.02.2026' })).toBe(true);
    expect(hasWrongDate({ ...meeting, decisions: [decision('1', { due: 'скоро' })] })).toBe(true);
  });
});
