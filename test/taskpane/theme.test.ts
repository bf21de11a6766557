import { schemeOf } from '../../src/taskpane/theme';

describe('taskpane/theme', () => {
  it.each([
    ['dark Excel on a light system', true, false, 'dark'],
    ['light Excel on a dark system', false, true, 'light'],
    ['an Excel that does not say on a dark system', undefined, true, 'dark'],
    ['an Excel that does not say on a light system', undefined, false, 'light'],
  ] as const)('in %s follows the one that knows', (_place, officeIsDark, systemIsDark, scheme) => {
    expect(schemeOf(officeIsDark, systemIsDark)).toBe(scheme);
  });
});
