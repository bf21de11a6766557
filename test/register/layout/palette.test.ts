import type { CellLook, FlagLook } from '../../../src/plan/action';
import { DATE_FORMAT, FLAGS, LOOKS, TAB_COLORS } from '../../../src/register/layout/palette';

/** WCAG 2.1, «relative luminance» and «contrast ratio». */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const WHITE = '#FFFFFF';
const BLACK = '#000000';
const AA = 4.5;

type Pair = readonly [string, { readonly fill?: string; readonly fontColor?: string }];
const looks: readonly Pair[] = Object.entries<CellLook>(LOOKS);
const flags: readonly Pair[] = Object.entries<FlagLook>(FLAGS);

describe('contrast, by WCAG AA', () => {
  it('is reckoned as the standard reckons it', () => {
    expect(contrast(BLACK, WHITE)).toBeCloseTo(21);
    expect(contrast('#777777', WHITE)).toBeCloseTo(4.48, 2);
  });

  it.each(looks)('of the look «%s» is enough', (_, { fill = WHITE, fontColor = BLACK }) => {
    expect(contrast(fill, fontColor)).toBeGreaterThanOrEqual(AA);
  });

  it.each(flags)('of the flag «%s» is enough', (_, { fill = WHITE, fontColor = BLACK }) => {
    expect(contrast(fill, fontColor)).toBeGreaterThanOrEqual(AA);
  });

  // A conditional format sets both colours, but a suite may drop one: every mixture stays readable.
  it.each(
    flags.flatMap(([flag, { fill }]) =>
      looks.map(([look, { fontColor }]) => [flag, look, fill, fontColor] as const),
    ),
  )(
    'of the flag «%s» over the look «%s» is enough even with the text of the look',
    (_, __, fill = WHITE, fontColor = BLACK) => {
      expect(contrast(fill, fontColor)).toBeGreaterThanOrEqual(AA);
    },
  );

  it.each(Object.entries(TAB_COLORS))('of a tab «%s» against its white words is enough', (_, color) => {
    expect(contrast(color, WHITE)).toBeGreaterThanOrEqual(AA);
  });
});

it('every colour is written as Office.js takes it', () => {
  const colors = [...looks, ...flags].flatMap(([, { fill, fontColor }]) => [
    fill ?? WHITE,
    fontColor ?? BLACK,
  ]);
  expect(colors.filter((color) => !/^#[0-9A-F]{6}$/.test(color))).toEqual([]);
});

it('dates are shown dd.mm.yyyy', () => {
  expect(DATE_FORMAT).toBe('dd.mm.yyyy');
});
