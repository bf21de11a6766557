import { associateCommands, ribbonFunctions } from '../../src/commands/commands';
import type { RibbonEvent } from '../../src/commands/commands';
import type { Session } from '../../src/taskpane/session';
import { initialState } from '../../src/taskpane/state';

/** Presses the button of the ribbon and notes everything in the order it happens. */
const press = async (
  name: string,
  { run = () => Promise.resolve(), showPane = () => Promise.resolve() } = {},
): Promise<string[]> => {
  const happened: string[] = [];
  const functions = new Map<string, (event: RibbonEvent) => Promise<void>>();
  const session: Session = {
    state: () => initialState,
    subscribe: () => () => undefined,
    run: (task) => {
      happened.push(`run ${task}`);
      return run();
    },
  };
  associateCommands(session, {
    associate: (key, action) => functions.set(key, action),
    showPane: () => {
      happened.push('show');
      return showPane();
    },
  });
  const action = functions.get(name);
  if (action === undefined) throw new Error(`${name} is not associated`);
  await action({ completed: () => happened.push('completed') }).catch((error: unknown) => {
    happened.push(String(error));
  });
  return happened;
};

describe('commands/commands', () => {
  it.each(ribbonFunctions)('runs %s as the pane would, lets Excel go, then shows the pane', async (name) => {
    expect(await press(name)).toEqual([`run ${name}`, 'completed', 'show']);
  });

  it('lets Excel go even when the task breaks', async () => {
    const broken = { run: () => Promise.reject(new Error('сбой')) };
    expect(await press('createRegister', broken)).toContain('completed');
  });

  it('does not mind an Excel that will not show the pane', async () => {
    const refusing = { showPane: () => Promise.reject(new Error('not supported')) };
    expect(await press('fillIndicators', refusing)).toEqual(['run fillIndicators', 'completed', 'show']);
  });
});
