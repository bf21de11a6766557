import { UserFacingError } from '../../src/messages/errors';
import { createSession } from '../../src/taskpane/session';
import { enter } from '../../src/usecases/work';
import type { Preview, WatchListener, Work, WorkbookReport } from '../../src/usecases/contract';
import { report } from './reports';
import { answering } from './useCases';

const newer: WorkbookReport = { ...report, association: 'ММО учителей физики' };

const refusal = () => Promise.reject(new UserFacingError('Лист защищён.', 'Снимите защиту.'));

/** A promise and the way to keep it. */
const later = <T>() => {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
};

/** Comes to the writing, waits there, and ends at the next phase if it was stopped meanwhile. */
const stoppable = () => {
  const gate = later<undefined>();
  const run = async (work: Work) => {
    enter(work, 'reading');
    enter(work, 'writing');
    await gate.promise;
    enter(work, 'verifying');
    return report;
  };
  return {
    run,
    go: () => {
      gate.resolve(undefined);
    },
  };
};

/** All promises that can be kept by now are. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('taskpane/session', () => {
  it('tells its listeners of every step until they leave', async () => {
    const session = createSession(
      answering({
        fillIndicators: ({ onPhase }) => {
          onPhase('reading');
          onPhase('verifying');
          return Promise.resolve(report);
        },
      }),
    );
    const seen: unknown[] = [];
    const leave = session.subscribe(() => seen.push(session.state().running?.phase));
    await session.run('fillIndicators');
    expect(seen).toEqual([null, 'reading', 'verifying', undefined]);
    leave();
    await session.run('fillIndicators');
    expect(seen).toHaveLength(4);
  });

  it('says what was done and whether the sheet agrees', async () => {
    const session = createSession(answering());
    await expect(session.run('fillIndicators')).resolves.toBe(true);
    expect(session.state().outcome).toEqual({
      kind: 'done',
      sentence: 'Показатели заполнены. Сверка: 53 из 55.',
      kept: [],
    });
  });

  it('ends in a failure in words, never in a rejection', async () => {
    const session = createSession(answering({ createRegister: refusal }));
    await expect(session.run('createRegister')).resolves.toBe(false);
    expect(session.state()).toMatchObject({
      running: null,
      outcome: { kind: 'failed', sentence: 'Лист защищён.', remedy: 'Снимите защиту.', canRetry: true },
    });
  });

  it('tells of a use case that throws at once as well', async () => {
    const session = createSession(
      answering({
        readReport: () => {
          throw new UserFacingError('Книга закрыта.', 'Откройте её.');
        },
      }),
    );
    await session.read();
    expect(session.state().outcome?.sentence).toBe('Книга закрыта.');
  });

  it('begins nothing while a change runs', async () => {
    const answer = later<WorkbookReport>();
    let begun = 0;
    const session = createSession(
      answering({
        createRegister: () => {
          begun += 1;
          return answer.promise;
        },
      }),
    );
    const first = session.run('createRegister');
    await expect(session.run('createRegister')).resolves.toBe(false);
    await expect(session.change('Ещё', () => Promise.resolve(report))).resolves.toBe(false);
    await session.read();
    expect(begun).toBe(1);
    expect(session.state().running?.label).toBe('Создаётся реестр');
    answer.resolve(report);
    await expect(first).resolves.toBe(true);
  });

  it('does not lose a button of the ribbon pressed while the workbook is first read', async () => {
    const reading = later<WorkbookReport | null>();
    const session = createSession(answering({ readReport: () => reading.promise }));
    const read = session.read();
    const pressed = session.run('checkRegister');
    expect(session.state().running?.label).toBe('Читается книга');
    reading.resolve(null);
    await read;
    await expect(pressed).resolves.toBe(true);
    expect(session.state().outcome?.sentence).toContain('Реестр проверен.');
  });

  it('begins a failed task anew', async () => {
    const answers = [refusal, () => Promise.resolve(newer)];
    const session = createSession(answering({ checkRegister: () => (answers.shift() ?? refusal)() }));
    await session.run('checkRegister');
    await session.retry();
    expect(session.state()).toMatchObject({ report: newer, outcome: { kind: 'done' } });
  });
});

describe('a change of a view', () => {
  it('runs over the use cases, brings its report and may be undone', async () => {
    const session = createSession(
      answering({
        applyFixes: () => Promise.resolve({ ...newer, undoable: 'замена 3 значений' }),
        undo: () => Promise.resolve({ report, kept: [{ sheet: 'Банк данных', cell: 'C5' }] }),
      }),
    );
    const isDone = await session.change('Заменяются значения', ({ applyFixes }, work) =>
      applyFixes([], work),
    );
    expect(isDone).toBe(true);
    expect(session.state()).toMatchObject({
      report: { undoable: 'замена 3 значений' },
      outcome: { sentence: 'Готово.' },
    });
    await session.undo();
    expect(session.state()).toMatchObject({
      report,
      outcome: {
        sentence: 'Последнее действие отменено.',
        kept: [{ sheet: 'Банк данных', cell: 'C5' }],
      },
    });
  });

  it('says that it failed', async () => {
    const session = createSession(answering({ applyFixes: refusal }));
    await expect(session.change('Правка', ({ applyFixes }, work) => applyFixes([], work))).resolves.toBe(
      false,
    );
    expect(session.state().outcome?.kind).toBe('failed');
  });
});

describe('stopping', () => {
  it('ends before the next phase and reads again what had been written', async () => {
    const { run, go } = stoppable();
    const session = createSession(
      answering({ fillIndicators: run, readReport: () => Promise.resolve(newer) }),
    );
    const filling = session.run('fillIndicators');
    session.stop();
    expect(session.state().running?.isStopping).toBe(true);
    go();
    await expect(filling).resolves.toBe(false);
    expect(session.state().outcome).toMatchObject({ kind: 'stopped', sentence: 'Действие остановлено.' });
    await settled();
    expect(session.state().report).toBe(newer);
  });

  it('doubts the report when what had been written cannot be read', async () => {
    const { run, go } = stoppable();
    const session = createSession(answering({ fillIndicators: run, readReport: refusal }));
    const filling = session.run('fillIndicators');
    session.stop();
    go();
    await filling;
    await settled();
    expect(session.state().doubt).toBe('unwatched');
  });

  it('has nothing to stop while the workbook is read or nothing runs', async () => {
    const reading = later<WorkbookReport | null>();
    const session = createSession(answering({ readReport: () => reading.promise }));
    session.stop();
    const read = session.read();
    session.stop();
    expect(session.state().running?.isStopping).toBe(false);
    reading.resolve(report);
    await read;
    expect(session.state().report).toBe(report);
  });
});

describe('a proposal', () => {
  const preview: Preview = { isEmpty: false, sentences: ['Будет добавлено 23 листа.'], changes: [] };
  const proposing = () =>
    createSession(
      answering({ readReport: () => Promise.resolve(null), preview: () => Promise.resolve(preview) }),
    );

  it('shows what would be done before a workbook becomes a register, and changes nothing', async () => {
    const session = proposing();
    await session.read();
    await session.propose('createRegister');
    expect(session.state()).toMatchObject({
      report: null,
      running: null,
      proposal: { command: 'createRegister', preview },
    });
  });

  it('does it once it is wanted', async () => {
    const session = proposing();
    await session.propose('createRegister');
    await session.answer(true);
    expect(session.state()).toMatchObject({ report, proposal: null, outcome: { kind: 'done' } });
  });

  it('leaves everything as it is when it is not', async () => {
    const session = proposing();
    await session.propose('createRegister');
    await session.answer(false);
    expect(session.state()).toMatchObject({ report: undefined, proposal: null });
  });

  it('does at once what needs no question', async () => {
    const session = proposing();
    await session.propose('fillIndicators');
    expect(session.state()).toMatchObject({ report, proposal: null, outcome: { kind: 'done' } });
  });

  it('is shown all the same where that is asked for and anything would be done', async () => {
    const session = proposing();
    await session.propose('fillIndicators', { isShown: true });
    expect(session.state()).toMatchObject({
      running: null,
      proposal: { command: 'fillIndicators', preview },
    });
  });

  it('is no obstacle to the ribbon, which asks nothing', async () => {
    const session = proposing();
    await session.propose('createRegister');
    await session.run('createRegister');
    expect(session.state()).toMatchObject({ report, proposal: null });
  });

  it('says why it could not be made', async () => {
    const session = createSession(answering({ preview: refusal }));
    await session.propose('createRegister');
    expect(session.state().outcome).toMatchObject({ kind: 'failed', sentence: 'Лист защищён.' });
  });
});

describe('a question', () => {
  it('is answered', async () => {
    const session = createSession(answering());
    await expect(session.ask(() => Promise.resolve(7))).resolves.toBe(7);
  });

  it('answers null when it is refused, in words', async () => {
    const session = createSession(answering());
    await expect(session.ask(refusal)).resolves.toBeNull();
    expect(session.state().outcome).toMatchObject({ kind: 'failed', canRetry: false });
    session.dismiss();
    expect(session.state().outcome).toBeNull();
  });

  it('leads to a cell, and says why it does not', async () => {
    const session = createSession(answering({ goTo: refusal }));
    session.goTo({ sheet: 'Паспорт', cell: 'B4' });
    await settled();
    expect(session.state().outcome?.sentence).toBe('Лист защищён.');
  });
});

describe('following the workbook', () => {
  /** A session that follows a register, and the listener the use cases were given. */
  const following = async (given: Parameters<typeof answering>[0] = {}) => {
    const heard: WatchListener[] = [];
    const session = createSession(
      answering({
        watch: (listener) => {
          heard.push(listener);
          return Promise.resolve(() => Promise.resolve());
        },
        ...given,
      }),
    );
    await session.read();
    const [listener] = heard;
    if (listener === undefined) throw new Error('nobody follows the workbook');
    return { session, listener, heard };
  };

  it('shows an edit as soon as it is told', async () => {
    const { session, listener } = await following();
    listener.onReport(newer);
    expect(session.state().report).toBe(newer);
  });

  it('begins with the first report and only once', async () => {
    const { session, heard } = await following();
    await session.read();
    await session.run('fillIndicators');
    expect(heard).toHaveLength(1);
  });

  it('does not follow a workbook that is not a register', async () => {
    let watched = 0;
    const session = createSession(
      answering({
        readReport: () => Promise.resolve(null),
        watch: () => {
          watched += 1;
          return Promise.resolve(() => Promise.resolve());
        },
      }),
    );
    await session.read();
    expect(watched).toBe(0);
    await session.run('createRegister');
    expect(watched).toBe(1);
  });

  it('does not let an edit told during a change stand over the report of the change', async () => {
    const answer = later<WorkbookReport>();
    const { session, listener } = await following({ checkRegister: () => answer.promise });
    const checking = session.run('checkRegister');
    listener.onReport({ ...report, association: 'прежнее' });
    answer.resolve(newer);
    await checking;
    expect(session.state().report).toBe(newer);
  });

  it('shows such an edit when the change came to nothing', async () => {
    const { session, listener } = await following({
      checkRegister: async () => {
        listener.onReport(newer);
        return refusal();
      },
    });
    await session.run('checkRegister');
    expect(session.state().report).toBe(newer);
  });

  it('says that somebody else has changed the workbook until it is read again', async () => {
    const { session, listener } = await following();
    listener.onStale();
    expect(session.state().doubt).toBe('stale');
    await session.read();
    expect(session.state().doubt).toBeNull();
  });

  it('says that the numbers may be old when an edit cannot be read', async () => {
    const { session, listener } = await following();
    listener.onFailure(new Error('x'));
    expect(session.state().doubt).toBe('unwatched');
  });

  it('says so as well when it cannot follow, and tries again after the next work', async () => {
    const attempts = [refusal, () => Promise.resolve(() => Promise.resolve())];
    let tried = 0;
    const session = createSession(
      answering({
        watch: () => {
          tried += 1;
          return (attempts.shift() ?? refusal)();
        },
      }),
    );
    await session.read();
    await settled();
    expect(session.state().doubt).toBe('unwatched');
    await session.read();
    expect([tried, session.state().doubt]).toEqual([2, null]);
  });
});
