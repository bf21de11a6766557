import { createDarkTheme, createLightTheme } from '@fluentui/react-components';
import type { BrandVariants, Theme } from '@fluentui/react-components';

/** Shades of the product's teal, the colour of its mark, from the darkest. */
const teal: BrandVariants = {
  10: '#010606',
  20: '#071a1a',
  30: '#082c2c',
  40: '#073a3a',
  50: '#064848',
  60: '#065757',
  70: '#076565',
  80: '#0b6e6e',
  90: '#1d8080',
  100: '#2f9190',
  110: '#45a2a1',
  120: '#60b3b1',
  130: '#7dc3c1',
  140: '#9bd3d1',
  150: '#badfdd',
  160: '#dbf0ef',
};

export type Scheme = 'light' | 'dark';

const darkTheme = createDarkTheme(teal);

export const themes: Readonly<Record<Scheme, Theme>> = {
  light: createLightTheme(teal),
  // Fluent's own red, and its brand for links, fall short on a dark ground of the contrast that small letters need.
  dark: {
    ...darkTheme,
    colorStatusDangerForeground1: '#f1949b',
    colorBrandForeground1: teal[120],
    colorBrandForeground2: teal[130],
    colorBrandForegroundLink: teal[120],
    colorBrandForegroundLinkHover: teal[130],
    colorBrandForegroundLinkPressed: teal[110],
  },
};

/** Excel's own theme decides; where it is not told (Excel on the web), the system's does. */
export const schemeOf = (officeIsDark: boolean | undefined, systemIsDark: boolean): Scheme =>
  (officeIsDark ?? systemIsDark) ? 'dark' : 'light';
