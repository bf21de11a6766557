import { UserFacingError } from '../../src/messages/errors';
import { shellWords } from '../../src/messages/pane/shell';
import { describeFailure, initialState, isWorthAsking, reduce } from '../../src/taskpane/state';
import type { Outcome, PaneEvent } from '../../src/taskpane/state';
import type { Preview } from '../../src/usecases/contract';
import { report } from './reports';

const after = (...events: PaneEvent[]) => events.reduce(reduce, initialState);

const started: PaneEvent = { kind: 'started', label: 'Заполняются показатели', isChange: true };
const done: Outcome = { kind: 'done', sentence: 'Готово.', kept: [] };
const failed: Outcome = {
  kind: 'failed',
  canRetry: true,
  ...describeFailure(new UserFacingError('Лист защищён.', 'Снимите защиту.')),
};
const preview: Preview = { isEmpty: false, sentences: ['Будет добавлено 23 листа.'], changes: [] };

describe('taskpane/state', () => {
  it('knows nothing of the workbook at first and shows the overview', () => {
    expect(initialState).toMatchObject({ report: undefined, running: null, outcome: null, view: 'overview' });
  });

  it('follows work through its phases to its end', () => {
    const running = after(started);
    expect(running.running).toEqual({
      label: 'Заполняются показатели',
      phase: null,
      isChange: true,
      isStopping: false,
    });
    const writing = reduce(running, { kind: 'reached', phase: 'writing' });
    expect(writing.running?.phase).toBe('writing');
    const finished = reduce(writing, { kind: 'finished', report, outcome: done });
    expect(finished).toMatchObject({ report, running: null, outcome: done });
  });

  it('tells a workbook that is not a register from one not read yet', () => {
    expect(after({ kind: 'finished', report: null, outcome: null }).report).toBeNull();
  });

  it('begins with the overview again when the workbook is no register any more', () => {
    const opened: PaneEvent = { kind: 'opened', view: 'control', focus: 'enum' };
    const undone: PaneEvent = { kind: 'finished', report: null, outcome: done };
    expect(after({ kind: 'finished', report, outcome: null }, opened, undone)).toMatchObject({
      view: 'overview',
      focus: null,
    });
  });

  it('keeps the last report in sight when work fails', () => {
    const state = after({ kind: 'finished', report, outcome: null }, started, {
      kind: 'ended',
      outcome: failed,
    });
    expect(state).toMatchObject({ report, running: null, outcome: failed });
  });

  it('forgets how it ended, and what was proposed, when work begins again', () => {
    const proposed: PaneEvent = { kind: 'proposed', proposal: { command: 'createRegister', preview } };
    expect(after({ kind: 'ended', outcome: failed }, started).outcome).toBeNull();
    expect(after(proposed).proposal?.preview).toBe(preview);
    expect(after(proposed, started).proposal).toBeNull();
    expect(after(proposed, { kind: 'declined' }).proposal).toBeNull();
  });

  it('ignores a phase and a stop that arrive after the end', () => {
    const finished = after({ kind: 'finished', report, outcome: null });
    expect(reduce(finished, { kind: 'reached', phase: 'verifying' })).toBe(finished);
    expect(reduce(finished, { kind: 'stopping' })).toBe(finished);
  });

  it('shows a question that was refused beside the work that goes on', () => {
    const { sentence, remedy, technical } = describeFailure(new Error('x'));
    const state = after(started, { kind: 'refused', failure: { sentence, remedy, technical } });
    expect(state.running).not.toBeNull();
    expect(state.outcome).toMatchObject({ kind: 'failed', canRetry: false });
  });

  it('takes a newer report quietly, and with it every doubt', () => {
    const doubted = after({ kind: 'finished', report, outcome: done }, { kind: 'doubted', doubt: 'stale' });
    expect(doubted.doubt).toBe('stale');
    const newer = { ...report, association: 'РМО' };
    expect(reduce(doubted, { kind: 'updated', report: newer })).toMatchObject({
      report: newer,
      doubt: null,
      outcome: done,
    });
  });

  it('remembers what a view was opened for', () => {
    expect(after({ kind: 'opened', view: 'control', focus: 'enum' })).toMatchObject({
      view: 'control',
      focus: 'enum',
    });
  });
});

describe('isWorthAsking', () => {
  const change = { sheet: 'Приложение', cell: 'C8', old: 5, new: '=…' };

  it('asks before a workbook becomes a register', () => {
    expect(isWorthAsking('createRegister', preview)).toBe(true);
  });

  it('does not ask when nothing would be done', () => {
    expect(isWorthAsking('createRegister', { isEmpty: true, sentences: [], changes: [] })).toBe(false);
  });

  it('asks before cells of the user change, and not for formulas and lists of the product', () => {
    expect(isWorthAsking('fillIndicators', preview)).toBe(false);
    expect(isWorthAsking('checkRegister', preview)).toBe(false);
    expect(isWorthAsking('fillIndicators', { ...preview, changes: [change] })).toBe(true);
  });
});

describe('describeFailure', () => {
  it('repeats the words of an error made for the user and adds nothing', () => {
    expect(describeFailure(new UserFacingError('Лист защищён.', 'Снимите защиту.'))).toEqual({
      sentence: 'Лист защищён.',
      remedy: 'Снимите защиту.',
      technical: '',
    });
  });

  it('keeps the technical line of an error that has one', () => {
    const refusal = Object.assign(new UserFacingError('Отказ.', 'Повторите.'), {
      technical: 'AccessDenied · Range.values',
    });
    expect(describeFailure(refusal).technical).toBe('AccessDenied · Range.values');
  });

  it('says plainly that an unexpected error is ours, and keeps its text for whoever helps', () => {
    expect(describeFailure(new TypeError('x is undefined'))).toMatchObject({
      ...shellWords.unexpected,
      technical: 'TypeError: x is undefined',
    });
  });

  it('survives what is not an error at all', () => {
    expect(describeFailure('странность')).toMatchObject({
      ...shellWords.unexpected,
      technical: 'странность',
    });
  });
});
