import { createCoordinator } from '../../src/workbook/coordinator';
import { BusyError } from '../../src/workbook/errors';

describe('coordinator', () => {
  it('refuses a second change kindly while one is running, and takes it afterwards', async () => {
    const { change } = createCoordinator();
    let finish: (value: string) => void = () => undefined;
    const first = change(() => new Promise<string>((resolve) => (finish = resolve)));
    await expect(change(() => Promise.resolve('second'))).rejects.toThrow(BusyError);
    finish('first');
    await expect(first).resolves.toBe('first');
    await expect(change(() => Promise.resolve('third'))).resolves.toBe('third');
  });

  it('is free again after a change that failed', async () => {
    const { change } = createCoordinator();
    await expect(change(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    await expect(change(() => Promise.resolve(1))).resolves.toBe(1);
  });

  it('is free again after a change that failed before its first promise', async () => {
    const { change } = createCoordinator();
    const broken = (): Promise<number> => {
      throw new Error('at once');
    };
    await expect(change(broken)).rejects.toThrow('at once');
    await expect(change(() => Promise.resolve(1))).resolves.toBe(1);
  });

  it('lets a reading wait for the change, even one that fails', async () => {
    const { change, look } = createCoordinator();
    const seen: string[] = [];
    const failing = change(async () => {
      await Promise.resolve();
      seen.push('change');
      throw new Error('refused');
    });
    const reading = look(() => {
      seen.push('reading');
      return Promise.resolve();
    });
    await expect(failing).rejects.toThrow('refused');
    await reading;
    expect(seen).toEqual(['change', 'reading']);
  });
});
