import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COPY_WORDS, SVOD_WORDS } from '../../src/messages/department';
import { SHEETS } from '../../src/register/sheets';

/** The guide and the README speak of what there is: of pictures that exist and of buttons as they are called. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const PAGES = ['README.md', 'docs/guide.ru.md'] as const;
const guide = read('docs/guide.ru.md');

const picturesOf = (page: string): readonly string[] =>
  [...read(page).matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path = '']) => join(dirname(page), path));

/** Every word the pane and the ribbon may show: texts whole, and the beginnings of those that are put together. */
function catalogue(): ReadonlySet<string> {
  const folder = 'src/messages/pane';
  const sources = readdirSync(join(root, folder)).map((file) => read(join(folder, file)));
  const texts = sources.flatMap((source) =>
    [...source.matchAll(/'([^'\n]+)'/g)].map(([, text = '']) => text),
  );
  const labels = [...read('manifest.xml').matchAll(/\.Label" DefaultValue="([^"]+)"/g)];
  return new Set([...texts, ...labels.map(([, text = '']) => text)]);
}

/** One line, as it is shown. */
const unwrapped = (text: string): string => text.replace(/\s+/g, ' ');

describe('the guide for the methodist', () => {
  it.each(PAGES)('shows pictures that are there and are quickly loaded: %s', (page) => {
    const pictures = picturesOf(page);
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const own = pictures.filter((path) => path.startsWith('docs/pane') || path === 'docs/stand.png');
    expect(own.filter((path) => statSync(join(root, path)).size > 150 * 1024)).toEqual([]);
  });

  it('shows every picture of the pane', () => {
    const taken = readdirSync(join(root, 'docs/pane')).map((file) => join('docs/pane', file));
    expect(new Set(picturesOf('docs/guide.ru.md'))).toEqual(new Set(taken));
  });

  it('names buttons and views in their own words', () => {
    const words = catalogue();
    const named = [...guide.matchAll(/\*\*«([^»]+)»\*\*/g)].map(([, text = '']) => unwrapped(text));
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((text) => !words.has(text))).toEqual([]);
  });

  it('names sheets of the register, of its copy and of the svod', () => {
    const sheets = new Set<string>([
      ...SHEETS.map(({ name }) => name),
      COPY_WORDS.check.sheet,
      ...Object.values(SVOD_WORDS.sheets),
    ]);
    const named = [...unwrapped(guide).matchAll(/(?:лист|листа|листе|листы|листов) «([^»]+)»/gi)];
    expect(named.length).toBeGreaterThan(5);
    expect(named.map(([, name = '']) => name).filter((name) => !sheets.has(name))).toEqual([]);
  });

  it('leads from its contents to its pages', () => {
    const anchor = (heading: string): string =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replaceAll(' ', '-');
    const pages = new Set([...guide.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => anchor(heading)));
    const links = [...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, link = '']) => link);
    expect(new Set(links)).toEqual(pages);
  });
});
