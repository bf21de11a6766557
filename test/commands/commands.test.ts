import { associateCommands, ribbonFunctions } from '../../src/commands/commands';
import type { RibbonEvent } from '../../src/commands/commands';
import { createSession } from '../../src/taskpane/session';
import type { UseCases } from '../../src/usecases/contract';
import { report } from '../taskpane/reports';
import { answering } from '../taskpane/useCases';

/** Presses the button of the ribbon and notes everything in the order it happens. */
const press = async (
  name: string,
  {
    showPane = () => Promise.resolve(),
    ...given
  }: { showPane?: () => Promise<void> } & Partial<UseCases> = {},
) => {
  const happened: string[] = [];
  const functions = new Map<string, (event: RibbonEvent) => Promise<void>>();
  const doing = (command: string) => () => {
    happened.push(`run ${command}`);
    return Promise.resolve(report);
  };
  const session = createSession(
    answering({
      createRegister: doing('createRegister'),
      fillIndicators: doing('fillIndicators'),
      checkRegister: doing('checkRegister'),
      ...given,
    }),
  );
  associateCommands(session, {
    associate: (key, action) => functions.set(key, action),
    showPane: () => {
      happened.push('show');
      return showPane();
    },
  });
  const action = functions.get(name);
  if (action === undefined) throw new Error(`${name} is not associated`);
  await action({ completed: () => happened.push('completed') });
  return { happened, session };
};

describe('commands/commands', () => {
  it.each(ribbonFunctions)('runs %s as the pane would, lets Excel go, then shows the pane', async (name) => {
    const { happened } = await press(name);
    expect(happened).toEqual([`run ${name}`, 'completed', 'show']);
  });

  it('shows what came of it: the indicators filled, the issues found', async () => {
    expect((await press('fillIndicators')).session.state().view).toBe('indicators');
    expect((await press('checkRegister')).session.state().view).toBe('control');
  });

  it('lets Excel go and stays where it was when the task fails', async () => {
    const { happened, session } = await press('checkRegister', {
      checkRegister: () => Promise.reject(new Error('сбой')),
    });
    expect(happened).toEqual(['completed', 'show']);
    expect(session.state()).toMatchObject({ view: 'overview', outcome: { kind: 'failed' } });
  });

  it('does not mind an Excel that will not show the pane', async () => {
    const refusing = { showPane: () => Promise.reject(new Error('not supported')) };
    expect((await press('fillIndicators', refusing)).happened).toEqual([
      'run fillIndicators',
      'completed',
      'show',
    ]);
  });
});
