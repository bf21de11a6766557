import { strFromU8, unzipSync } from 'fflate';
import { writeWord } from '../../src/files/word';
import {
  ATTESTATION,
  DATABANK,
  PLAN,
  PROTOCOL,
  SAMPLE_DOCUMENTS,
  textsOf,
} from '../documents/sampleDocuments';

const partsOf = async (...[document]: Parameters<typeof writeWord>): Promise<(path: string) => string> => {
  const parts = unzipSync(await writeWord(document));
  return (path) => strFromU8(parts[path] ?? new Uint8Array());
};

const bodyOf = async (...[document]: Parameters<typeof writeWord>): Promise<string> =>
  (await partsOf(document))('word/document.xml');

/** What stands in a part as a reader sees it: a paragraph a line. */
const readable = (xml: string): string =>
  xml
    .replace(/<w:br\/>/g, '\n')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('a document as .docx', () => {
  it.each(SAMPLE_DOCUMENTS)('holds every text of «$name» as it is', async (document) => {
    const text = readable(await bodyOf(document));
    for (const each of textsOf(document)) expect(text).toContain(each);
  });

  it('is A4 with the margins of office work, lying where the document lies', async () => {
    const upright = await bodyOf(PROTOCOL);
    expect(upright).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
    expect(upright).toMatch(/w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/);
    expect(await bodyOf(DATABANK)).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
  });

  it('is set in Times New Roman and numbers its pages', async () => {
    const part = await partsOf(PROTOCOL);
    expect(part('word/styles.xml')).toContain('w:ascii="Times New Roman"');
    expect(part('word/footer1.xml')).toContain('PAGE');
    expect(part('word/footer1.xml')).toContain('NUMPAGES');
  });

  it('names the product and nobody else', async () => {
    const core = (await partsOf(PROTOCOL))('docProps/core.xml');
    expect(core).toContain('<dc:creator>Реестр методического объединения</dc:creator>');
    expect(core).not.toMatch(/Un-named|Иванова/);
  });

  it('repeats the header of every table, and lets no row break between pages', async () => {
    const body = await bodyOf(ATTESTATION);
    expect(count(body, '<w:tbl>')).toBe(2);
    expect(count(body, '<w:tblHeader/>')).toBe(2);
    expect(count(body, '<w:cantSplit/>')).toBe(count(body, '<w:tr>'));
  });

  it('says so where a table has no rows', async () => {
    expect(readable(await bodyOf(ATTESTATION))).toContain('В этом году никто не аттестуется.');
  });

  it('begins a new page where the document says so', async () => {
    expect(count(await bodyOf(ATTESTATION), '<w:br w:type="page"/>')).toBe(1);
    expect(count(await bodyOf(PROTOCOL), '<w:br w:type="page"/>')).toBe(0);
  });

  it('numbers each list from one', async () => {
    const part = await partsOf(PROTOCOL);
    const used = new Set(
      [...part('word/document.xml').matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id),
    );
    expect(used.size).toBe(2);
    expect(part('word/numbering.xml')).toContain('<w:lvlText w:val="%1."/>');
  });

  it('leads lines to write on by tabs, never by rows of underscores', async () => {
    const body = await bodyOf(PROTOCOL);
    expect(count(body, 'w:leader="underscore"')).toBeGreaterThan(5);
    expect(readable(body)).not.toContain('____');
  });

  it('puts two approvals side by side and keeps line ends within a cell', async () => {
    const body = await bodyOf(PLAN);
    expect(count(body, '<w:tbl>')).toBe(2);
    expect(readable(body)).toContain('Открытый урок\nОбсуждение');
  });

  it('writes no letter that XML cannot hold', async () => {
    const text = 'Тема\u0000 урока\u000b «А & Б» <i>\ud800 😀';
    const body = await bodyOf({ ...PROTOCOL, blocks: [{ kind: 'paragraph', text }] });
    expect(readable(body)).toContain('Тема урока «А & Б» <i> 😀');
  });
});
