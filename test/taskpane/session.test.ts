import { UserFacingError } from '../../src/messages/errors';
import { createSession } from '../../src/taskpane/session';
import type { UseCases } from '../../src/usecases/contract';
import { report } from './reports';

const answering: UseCases = {
  createRegister: () => Promise.resolve(report),
  fillIndicators: ({ onPhase }) => {
    onPhase('reading');
    onPhase('verifying');
    return Promise.resolve(report);
  },
  checkRegister: () => Promise.resolve(report),
  readReport: () => Promise.resolve(null),
};

describe('taskpane/session', () => {
  it('tells its listeners of every step until they leave', async () => {
    const session = createSession(answering);
    const seen: unknown[] = [];
    const leave = session.subscribe(() => seen.push(session.state().running?.phase));
    await session.run('fillIndicators');
    expect(seen).toEqual([null, 'reading', 'verifying', undefined]);
    leave();
    await session.run('fillIndicators');
    expect(seen).toHaveLength(4);
  });

  it('ends in a failure in words, never in a rejection', async () => {
    const session = createSession({
      ...answering,
      createRegister: () => Promise.reject(new UserFacingError('Лист защищён.', 'Снимите защиту.')),
    });
    await session.run('createRegister');
    expect(session.state()).toMatchObject({
      running: null,
      failure: { task: 'createRegister', sentence: 'Лист защищён.', remedy: 'Снимите защиту.' },
    });
  });

  it('tells of a use case that throws at once as well', async () => {
    const session = createSession({
      ...answering,
      readReport: () => {
        throw new UserFacingError('Книга закрыта.', 'Откройте её.');
      },
    });
    await session.run('readReport');
    expect(session.state().failure?.sentence).toBe('Книга закрыта.');
  });

  it('begins nothing while a task runs', async () => {
    let begun = 0;
    let finish = () => {};
    const session = createSession({
      ...answering,
      createRegister: () => {
        begun += 1;
        return new Promise((resolve) => {
          finish = () => {
            resolve(report);
          };
        });
      },
    });
    const first = session.run('createRegister');
    await session.run('createRegister');
    await session.run('readReport');
    expect(begun).toBe(1);
    expect(session.state().running?.task).toBe('createRegister');
    finish();
    await first;
    expect(session.state()).toMatchObject({ running: null, finished: 'createRegister' });
  });
});
