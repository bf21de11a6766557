import { UserFacingError } from '../../src/messages/errors';
import { ru } from '../../src/messages/ru';
import { describeFailure, initialState, reduce } from '../../src/taskpane/state';
import type { PaneEvent } from '../../src/taskpane/state';
import { report } from './reports';

const after = (...events: PaneEvent[]) => events.reduce(reduce, initialState);

describe('taskpane/state', () => {
  it('knows nothing of the workbook at first', () => {
    expect(initialState).toEqual({ report: undefined, running: null, failure: null, finished: null });
  });

  it('follows a task through its phases', () => {
    const started = after({ kind: 'started', task: 'fillIndicators' });
    expect(started.running).toEqual({ task: 'fillIndicators', phase: null });
    const writing = reduce(started, { kind: 'reached', phase: 'writing' });
    expect(writing.running).toEqual({ task: 'fillIndicators', phase: 'writing' });
    const finished = reduce(writing, { kind: 'finished', task: 'fillIndicators', report });
    expect(finished).toEqual({ report, running: null, failure: null, finished: 'fillIndicators' });
  });

  it('tells a workbook that is not a register from one not read yet', () => {
    expect(after({ kind: 'finished', task: 'readReport', report: null }).report).toBeNull();
  });

  it('keeps the last report in sight when a task fails', () => {
    const failure = describeFailure(
      'fillIndicators',
      new UserFacingError('Лист защищён.', 'Снимите защиту.'),
    );
    const failed = after(
      { kind: 'finished', task: 'readReport', report },
      { kind: 'started', task: 'fillIndicators' },
      { kind: 'failed', failure },
    );
    expect(failed).toEqual({ report, running: null, failure, finished: null });
  });

  it('forgets the failure when the task is begun again', () => {
    const failure = describeFailure('createRegister', new Error('x'));
    expect(
      after({ kind: 'failed', failure }, { kind: 'started', task: 'createRegister' }).failure,
    ).toBeNull();
  });

  it('ignores a phase that arrives after the end', () => {
    const finished = after({ kind: 'finished', task: 'readReport', report });
    expect(reduce(finished, { kind: 'reached', phase: 'verifying' })).toBe(finished);
  });
});

describe('describeFailure', () => {
  it('repeats the words of an error made for the user and adds nothing', () => {
    expect(describeFailure('readReport', new UserFacingError('Лист защищён.', 'Снимите защиту.'))).toEqual({
      task: 'readReport',
      sentence: 'Лист защищён.',
      remedy: 'Снимите защиту.',
      technical: '',
    });
  });

  it('keeps the technical line of an error that has one', () => {
    const refusal = Object.assign(new UserFacingError('Отказ.', 'Повторите.'), {
      technical: 'AccessDenied · Range.values',
    });
    expect(describeFailure('readReport', refusal).technical).toBe('AccessDenied · Range.values');
  });

  it('says plainly that an unexpected error is ours, and keeps its text for whoever helps', () => {
    const failure = describeFailure('readReport', new TypeError('x is undefined'));
    expect(failure).toMatchObject({ ...ru.unexpected, technical: 'TypeError: x is undefined' });
  });

  it('survives what is not an error at all', () => {
    expect(describeFailure('readReport', 'странность')).toMatchObject({
      ...ru.unexpected,
      technical: 'странность',
    });
  });
});
