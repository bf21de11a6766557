import { jest } from '@jest/globals';
import type { MeetingDraft } from '../../src/usecases/contract';
import { deskUseCases } from '../../src/usecases/desk';
import { contentsOf, differing } from './contents';
import { closeRegisters, openRegister, quiet } from './registerHost';

jest.setTimeout(90_000);
afterEach(closeRegisters);

const decision = {
  item: '1',
  heard: 'Об итогах года',
  speaker: '',
  decided: 'Признать работу удовлетворительной',
  responsible: '',
  due: '2026-06-01',
  inFavour: 9,
  against: 1,
  abstained: 0,
  leaderVote: '',
} as const;

describe('a meeting by form', () => {
  it('lands in its three tables, and attendance in the appendix', async () => {
    const { host, book } = await openRegister();
    const desk = deskUseCases(book);
    const { meetings, people } = await desk.readDesk();
    const last = meetings.at(-1);
    if (last === undefined) throw new Error('the sample has meetings');
    const names = people.slice(0, 10).map(({ name }) => name);
    const draft: MeetingDraft = {
      ...last,
      date: '2026-05-05',
      marks: Object.fromEntries(people.map(({ name }, at) => [name, at < 10 ? 'да' : 'нет'] as const)),
      decisions: [...last.decisions, { ...decision, item: '77' }],
    };
    const judged = await desk.judgeMeeting(draft);
    expect(judged.present).toBe(names.length - judged.guests.length);
    const report = await desk.saveMeeting(draft, quiet);
    expect(report.rows.find(({ no }) => no === `2.${String(last.number)}`)).toMatchObject({
      value: 10,
      agrees: true,
    });
    const saved = (await desk.readDesk()).meetings.find(({ number }) => number === last.number);
    expect(saved?.marks).toEqual(draft.marks);
    expect(saved?.decisions.at(-1)).toEqual({ ...decision, item: '77' });
    const once = contentsOf(host);
    await desk.saveMeeting(draft, quiet);
    expect(differing(once, contentsOf(host))).toEqual([]);
  });

  it('gives a meeting beyond the form its column and its row', async () => {
    const { book } = await openRegister();
    const desk = deskUseCases(book);
    const { nextNumber, people } = await desk.readDesk();
    const number = Math.max(5, nextNumber ?? 0);
    const report = await desk.saveMeeting(
      {
        number,
        date: '2026-05-11',
        topic: 'Внеочередное',
        form: 'онлайн',
        place: '',
        marks: Object.fromEntries(people.slice(0, 7).map(({ name }) => [name, 'да'] as const)),
        decisions: [],
      },
      quiet,
    );
    expect(report.rows.find(({ no }) => no === `2.${String(number)}`)).toMatchObject({
      value: 7,
      agrees: true,
    });
    expect(report.agreement.agreed).toBe(report.agreement.total);
  });
});
