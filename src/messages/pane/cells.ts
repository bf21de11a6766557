import type { CellValue } from '../../plan/action';
import { formatNumber } from '../plural';

/** The content of a cell as it is quoted before a change: «высшая», with its spaces; an empty one is said. */
export function formatCell(value: CellValue): string {
  if (value === '') return 'пусто';
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? 'ИСТИНА' : 'ЛОЖЬ';
  return `«${value}»`;
}
