import { deflateSync, crc32 } from 'node:zlib';

/**
 * A screenshot as a PNG of at most 256 colours, an index a pixel: a fifth of what the browser writes, and to the
 * eye the same, since a page has few colours and the shades between them.
 */

/** Pixels as the browser gives them: four bytes each, red, green, blue, opacity. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const COLOURS_AT_MOST = 256;

type Colour = readonly [red: number, green: number, blue: number];

const partsOf = (key: number): Colour => [(key >> 16) & 255, (key >> 8) & 255, key & 255];

/** Colours by how often they occur. */
function countColours({ rgba }: Pixels): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgba.length; at += 4) {
    const key = keyAt(rgba, at);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const keyAt = (rgba: Uint8Array, at: number): number =>
  ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);

const distance = (one: Colour, other: Colour): number =>
  (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2;

/** Two shades nearer than this, squared, are one to the eye: a place of the palette is not spent on the second. */
const STEPS = [0, 64, 144, 256, 576, 1024] as const;

/** The frequent colours as they are, as far apart as it takes to leave no rare one without a near one. */
function paletteOf(counts: ReadonlyMap<number, number>): readonly Colour[] {
  const byFrequency = [...counts].sort((one, other) => other[1] - one[1]).map(([key]) => partsOf(key));
  for (const apart of STEPS) {
    const palette: Colour[] = [];
    for (const colour of byFrequency) {
      if (palette.some((each) => distance(each, colour) <= apart)) continue;
      palette.push(colour);
      if (palette.length > COLOURS_AT_MOST) break;
    }
    if (palette.length <= COLOURS_AT_MOST) return palette;
  }
  return byFrequency.slice(0, COLOURS_AT_MOST);
}

function nearest(palette: readonly Colour[], colour: Colour): number {
  let best = 0;
  palette.forEach((each, index) => {
    if (distance(each, colour) < distance(palette[best] ?? each, colour)) best = index;
  });
  return best;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** The picture as a file. */
export function indexedPng(pixels: Pixels): Buffer {
  const { width, height, rgba } = pixels;
  const counts = countColours(pixels);
  const palette = paletteOf(counts);
  const indexes = new Map([...counts.keys()].map((key) => [key, nearest(palette, partsOf(key))]));
  // A line begins with its filter, 0: none.
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      lines[y * (width + 1) + 1 + x] = indexes.get(keyAt(rgba, (y * width + x) * 4)) ?? 0;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits an index, colours by palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}
