import type { CellValue } from '../../plan/action';
import { formatNumber, plural, type NounForms } from '../plural';

/** The content of a cell as it is quoted before a change: «высшая», with its spaces; an empty one is said. */
export function formatCell(value: CellValue): string {
  if (value === '') return 'пусто';
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? 'ИСТИНА' : 'ЛОЖЬ';
  return `«${value}»`;
}

/** What a cell would hold; null is the register's own formula. */
export const formatNew = (value: CellValue | null): string =>
  value === null ? 'формула' : formatCell(value);

const CELLS: NounForms = { one: 'ячейка', few: 'ячейки', many: 'ячеек' };

/** Words of a list of changes shown before they are made. */
export const changeWords = {
  place: (sheet: string, cell: string) => (cell === '' ? sheet : `${sheet}, ${cell}`),
  from: 'было',
  to: 'станет',
  cells: (count: number) => plural(count, CELLS),
  more: (left: number) => `Показать ещё (осталось ${formatNumber(left)})`,
} as const;
