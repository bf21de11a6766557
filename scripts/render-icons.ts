import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

/**
 * Draws assets/*.png from assets/icons/*.svg. A source is drawn for one grid (`mark-16.svg`); a size is rendered
 * from the grid that divides it, so that edges fall on whole pixels, or else from the largest one.
 */

const assets = fileURLToPath(new URL('../assets/', import.meta.url));

/** The sizes Office asks for. */
export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80] as const;

const gridFor = (size: number, grids: readonly number[]): number => {
  const exact = grids.filter((grid) => size % grid === 0 && size / grid <= 2);
  return Math.max(...(exact.length > 0 ? exact : grids));
};

const gridsByIcon = (): ReadonlyMap<string, readonly number[]> => {
  const grids = new Map<string, number[]>();
  for (const file of readdirSync(`${assets}icons`).sort()) {
    const match = /^(.+)-(\d+)\.svg$/.exec(file);
    if (match === null) continue;
    const [, name = '', grid] = match;
    grids.set(name, [...(grids.get(name) ?? []), Number(grid)]);
  }
  return grids;
};

for (const [name, grids] of gridsByIcon()) {
  for (const size of iconSizes) {
    const svg = readFileSync(`${assets}icons/${name}-${gridFor(size, grids)}.svg`, 'utf8');
    const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
    writeFileSync(`${assets}${name}-${size}.png`, png);
  }
}
