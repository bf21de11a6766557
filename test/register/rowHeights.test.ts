import { heightFor } from '../../src/register/rowHeights';

it('a row is as high as its text needs, never lower than a line', () => {
  expect(heightFor('', 40)).toBe(15);
  expect(heightFor('слово', 40)).toBe(15);
  expect(heightFor('а'.repeat(100), 40)).toBeGreaterThanOrEqual(3 * 15);
});
