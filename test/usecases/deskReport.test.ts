import type { MeetingDraft } from '../../src/usecases/contract';
import { deskReport, meetingJudgement } from '../../src/usecases/deskReport';
import { judged } from './judgedRegister';

const draft: MeetingDraft = {
  number: 2,
  date: '2026-03-01',
  topic: 'Итоги',
  form: 'очно',
  place: '',
  marks: { 'Агеева Анна': 'да', 'Громова Вера': 'да' },
  decisions: [],
};

describe('the meeting desk in words', () => {
  it('shows the meetings, the people by name and school, and the next number', () => {
    const desk = deskReport(judged);
    expect(desk.nextNumber).toBe(2);
    expect(desk.people).toContainEqual({ name: 'Белов Иван', organisation: 'СОШ № 2' });
    expect(desk.meetings).toMatchObject([
      { number: 1, date: '2025-09-20', marks: { 'Агеева Анна': 'да', 'Белов Иван': 'нет' } },
    ]);
    expect(desk.forms).toContain('онлайн');
  });

  it('says how many members are there, and who is a guest', () => {
    const { members, present, quorumState, quorum, guests } = meetingJudgement(judged, draft);
    expect({ members, present, guests }).toEqual({ members: 2, present: 1, guests: ['Громова Вера'] });
    expect(quorumState).toBe('not set');
    expect(quorum).toBe('Присутствуют 1 из 2; кворум положением не установлен');
  });

  it('asks for the date and for the marks before it speaks of a quorum', () => {
    expect(meetingJudgement(judged, { ...draft, date: '' }).quorum).toMatch(/Укажите дату/);
    expect(meetingJudgement(judged, { ...draft, marks: {} })).toMatchObject({ present: null, guests: [] });
  });
});
