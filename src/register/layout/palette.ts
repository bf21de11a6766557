import type { CellLook, FlagLook } from '../../plan/action';
import type { SheetPurpose } from '../sheets';

/**
 * The look of the register: quiet fills under dark text, every pair of WCAG AA contrast (test), and no
 * meaning in a colour alone, a word always stands beside.
 */
const INK = '#1F2A37';
const LINE = '#D5DBE3';

export const TAB_COLORS: Readonly<Record<SheetPurpose, string>> = {
  'fill in': '#2F6F8F',
  'look at': '#7A6A3A',
  settings: '#6B7280',
};

export const LOOKS = {
  title: { bold: true, fontSize: 14, fontColor: INK },
  subtitle: { italic: true, fontColor: '#4B5563' },
  section: { bold: true, fontColor: INK, fill: '#E4ECF3' },
  /** Header of a column that is typed into. */
  header: {
    bold: true,
    fontColor: INK,
    fill: '#DCE8F0',
    wrap: true,
    vertical: 'Center',
    horizontal: 'Left',
    border: LINE,
  },
  /** Header of a column that computes itself. */
  formulaHeader: {
    bold: true,
    italic: true,
    fontColor: INK,
    fill: '#ECEFF3',
    wrap: true,
    vertical: 'Center',
    horizontal: 'Left',
    border: LINE,
  },
  body: { vertical: 'Top', wrap: true, border: LINE },
  /** Not wrapped: other suites do not fit the height of a row to what a formula comes to say. */
  formulaBody: { vertical: 'Top', fontColor: '#4B5563', fill: '#F7F8FA', border: LINE },
  label: { fontColor: INK, vertical: 'Top', wrap: true, border: LINE },
  input: { fontColor: INK, fill: '#FFFBEB', vertical: 'Top', horizontal: 'Left', wrap: true, border: LINE },
  computed: {
    fontColor: INK,
    fill: '#F3F4F6',
    vertical: 'Top',
    horizontal: 'Left',
    wrap: true,
    border: LINE,
  },
  hint: { italic: true, fontColor: '#4B5563', vertical: 'Top', wrap: true },
  formNumber: { vertical: 'Top', horizontal: 'Left', border: '#9AA5B1', numberFormat: '@' },
  formLabel: { vertical: 'Top', wrap: true, border: '#9AA5B1' },
  formSubLabel: { vertical: 'Top', wrap: true, italic: true, border: '#9AA5B1' },
  formValue: { vertical: 'Top', horizontal: 'Center', bold: true, border: '#9AA5B1' },
} as const satisfies Record<string, CellLook>;

export const DATE_FORMAT = 'dd.mm.yyyy';

export const FLAGS = {
  /** Something is missing. */
  missing: { fill: '#FFF2CC', fontColor: '#5C4400' },
  /** Something is not what its column asks for. */
  wrong: { fill: '#FBE0D2', fontColor: '#7A2E0E' },
  /** The row does not count, or a date has passed. */
  refused: { fill: '#F8D7DA', fontColor: '#7A1622' },
  /** Worth knowing. */
  noted: { fill: '#E5E7EB', fontColor: '#374151' },
  done: { fill: '#DDEFE0', fontColor: '#1B4D2B' },
} as const satisfies Record<string, FlagLook>;
