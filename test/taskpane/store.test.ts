import { createStore } from '../../src/taskpane/store';

describe('taskpane/store', () => {
  it('keeps its value and tells of a change until nobody listens', () => {
    const store = createStore(1);
    const heard: number[] = [];
    const stop = store.subscribe(() => heard.push(store.get()));
    store.set((value) => value + 1);
    stop();
    store.set((value) => value * 10);
    expect(heard).toEqual([2]);
    expect(store.get()).toBe(20);
  });
});
