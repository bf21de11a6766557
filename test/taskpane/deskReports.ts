import type { DecisionDraft, DeskReport, MeetingDraft } from '../../src/usecases/contract';

/** The desk of an invented association that demands a quorum. */

export const decision = (item: string, said: Partial<DecisionDraft> = {}): DecisionDraft => ({
  item,
  heard: 'Итоги пробного экзамена',
  speaker: 'Ли Виктор Олегович',
  decided: 'Провести открытый урок',
  responsible: 'Ли Виктор Олегович',
  due: '2026-06-21',
  inFavour: 9,
  against: 1,
  abstained: 0,
  leaderVote: '',
  ...said,
});

export const people: DeskReport['people'] = [
  { name: 'Иванова Анна Петровна', organisation: 'СОШ № 1' },
  { name: 'Кузьмина Ольга Ивановна', organisation: 'СОШ № 3' },
  { name: 'Ли Виктор Олегович', organisation: 'Лицей' },
  { name: 'Никонова Вера Павловна', organisation: 'методист' },
  { name: 'Сидорова Елена Павловна', organisation: 'СОШ № 3' },
  { name: 'Фёдорова Мария Сергеевна', organisation: 'СОШ № 12 имени Героя Советского Союза' },
];

export const meeting: MeetingDraft = {
  number: 3,
  date: '2026-05-01',
  topic: 'Итоги года',
  form: 'очно',
  place: 'Лицей, каб. 12',
  marks: { 'Иванова Анна Петровна': 'да', 'Кузьмина Ольга Ивановна': 'нет' },
  decisions: [decision('1'), decision('2', { decided: 'Обобщить опыт', inFavour: 5, against: 5 })],
};

export const desk: DeskReport = {
  meetings: [
    { ...meeting, number: 1, date: '2025-09-20', topic: 'План на год', decisions: [] },
    { ...meeting, number: 2, date: '2026-01-15', topic: '', decisions: [] },
    meeting,
  ],
  nextNumber: 4,
  people,
  forms: ['очно', 'онлайн', 'смешанно'],
  quorumRule: 'Кворум: более половины членов (п. 2.4)',
  majorityRule: 'Решение принимается: за больше половины присутствующих (п. 2.4)',
};
