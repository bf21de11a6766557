import type { HostTable } from '../../host/document';
import type { Css } from './look';
import { TABLE_ACCENTS, tinted } from './look';

/** What Excel's own table styles paint under the cells' own look: the header and the bands. */

const MOSTLY_WHITE = 0.8;

/** Styles come in sevens, one for black and one for each accent of the theme. */
function accentOf(style: string): { readonly kind: 'light' | 'filled'; readonly accent: string } | undefined {
  const parts = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style);
  if (parts === null) return undefined;
  const number = Number(parts[2]);
  const accent = TABLE_ACCENTS[(number - 1) % TABLE_ACCENTS.length] ?? TABLE_ACCENTS[0];
  const isLight = parts[1] === 'Light' && (number - 1) % 21 < 7;
  return { kind: isLight ? 'light' : 'filled', accent };
}

/** CSS for a cell of the table; null outside header and bands. */
export function tableCss(table: HostTable, row: number): Css | null {
  const style = accentOf(table.style);
  if (style === undefined) return null;
  const { kind, accent } = style;
  if (table.showHeaders && row === table.top) {
    return kind === 'filled'
      ? { background: `#${accent}`, color: '#fff', fontWeight: 600 }
      : { fontWeight: 600, borderBottom: `1px solid #${accent}`, borderTop: `1px solid #${accent}` };
  }
  const first = table.showHeaders ? table.top + 1 : table.top;
  const isBand = table.showBandedRows && (row - first) % 2 === 0;
  const css: Record<string, string> = {};
  if (isBand)
    css.background = kind === 'light' && accent === '000000' ? '#ededed' : `#${tinted(accent, MOSTLY_WHITE)}`;
  if (row === table.bottom) css.borderBottom = `1px solid #${accent}`;
  return css;
}
