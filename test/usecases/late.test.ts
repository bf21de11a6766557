import { late, NotLoadedError } from '../../src/usecases/late';

describe('usecases/late', () => {
  it('is loaded when it is first wanted, and once', async () => {
    let loads = 0;
    const wanted = late(() => Promise.resolve((loads += 1)));
    expect(loads).toBe(0);
    expect(await Promise.all([wanted(), wanted()])).toEqual([1, 1]);
    expect(await wanted()).toBe(1);
  });

  it('says in words that it did not come, and is asked for again', async () => {
    const answers = [Promise.reject(new Error('Loading chunk 7 failed')), Promise.resolve('here')];
    const wanted = late(() => answers.shift() ?? Promise.resolve('again'));
    await expect(wanted()).rejects.toBeInstanceOf(NotLoadedError);
    expect(await wanted()).toBe('here');
  });
});
