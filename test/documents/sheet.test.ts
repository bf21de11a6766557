import type { AssociationDocument } from '../../src/documents/document';
import { type DocumentSheet, layOutDocument, planDocumentSheet } from '../../src/documents/sheet';
import { parseArea } from '../../src/register/addresses';
import { ATTESTATION, DATABANK, PLAN, PROTOCOL, SAMPLE_DOCUMENTS, textsOf } from './sampleDocuments';

const texts = ({ rows }: DocumentSheet): string =>
  rows.map((row) => row.filter((cell) => cell !== '').join(' ')).join('\n');

const rowHeight = ({ looks }: DocumentSheet, row: number): number => {
  const found = looks.find(({ address, look }) => {
    const area = parseArea(address);
    return look.rowHeight !== undefined && area !== null && area.top <= row && area.bottom >= row;
  });
  return found?.look.rowHeight ?? 0;
};

const rowOf = ({ rows }: DocumentSheet, text: string): number =>
  rows.findIndex((row) => row.some((cell) => String(cell).includes(text))) + 1;

const document = (blocks: AssociationDocument['blocks']): AssociationDocument => ({ ...PROTOCOL, blocks });

describe('a document on a sheet', () => {
  it.each(SAMPLE_DOCUMENTS)('holds every text of «$name»', (sample) => {
    const found = texts(layOutDocument(sample));
    for (const text of textsOf(sample)) expect(found).toContain(text);
  });

  it.each(SAMPLE_DOCUMENTS)('never merges cells of «$name» that overlap, nor two rows', ({ ...sample }) => {
    const { merges } = layOutDocument(sample);
    const taken = new Set<string>();
    for (const address of merges) {
      const area = parseArea(address);
      expect(area?.top).toBe(area?.bottom);
      for (let column = area?.left ?? 0; column <= (area?.right ?? 0); column += 1) {
        const cell = `${String(area?.top)} ${String(column)}`;
        expect(taken.has(cell)).toBe(false);
        taken.add(cell);
      }
    }
  });

  it('fits the width of A4, upright and lying', () => {
    const pixels = ({ widths }: DocumentSheet): number =>
      widths.reduce((sum, width) => sum + width * 7 + 5, 0);
    expect(pixels(layOutDocument(PLAN))).toBeLessThan(660);
    const lying = layOutDocument(DATABANK);
    expect(pixels(lying)).toBeLessThan(990);
    expect(lying.print).toMatchObject({ orientation: 'Landscape', pagesWide: 1 });
    expect(lying.print.area).toMatch(/^A1:/);
  });

  it('gives a long agenda as many lines as it takes', () => {
    const sheet = layOutDocument(PROTOCOL);
    expect(rowHeight(sheet, rowOf(sheet, 'Об итогах школьного этапа'))).toBeGreaterThan(29);
    expect(rowHeight(sheet, rowOf(sheet, '2. Разное'))).toBeLessThan(20);
  });

  it('leaves no column of a table narrower than its longest word', () => {
    const { widths } = layOutDocument(DATABANK);
    // «педагогический» in bold 9 points
    expect(Math.min(...widths.slice(7, 8))).toBeGreaterThan(11);
  });

  it('repeats the header of a long table, and only that', () => {
    const sheet = layOutDocument(DATABANK);
    const header = rowOf(sheet, 'Фамилия, имя, отчество');
    expect(sheet.print.titleRows).toBe(`$${String(header)}:$${String(header)}`);
    expect(layOutDocument(ATTESTATION).print.titleRows).toBeUndefined();
  });

  it('begins a new page where the document says so', () => {
    const sheet = layOutDocument(ATTESTATION);
    expect(sheet.pageBreaks).toEqual([rowOf(sheet, 'Приложение к графику') - 1]);
  });

  it('puts two approvals side by side, one at its own side', () => {
    const sheet = layOutDocument(PLAN);
    expect(rowOf(sheet, 'СОГЛАСОВАНО')).toBe(rowOf(sheet, 'УТВЕРЖДАЮ'));
    const [, approval] = PLAN.blocks;
    if (approval === undefined) throw new Error('the plan is approved');
    const alone = layOutDocument(document([approval]));
    expect(alone.rows[0]?.[0]).toBe('');
    expect(alone.rows[0]?.some((cell) => cell === 'УТВЕРЖДАЮ')).toBe(true);
  });

  it('draws a line for every empty field and every line to write on', () => {
    const { looks } = layOutDocument(document([{ kind: 'lines', count: 3 }]));
    expect(looks.filter(({ look }) => look.bottomLine !== undefined)).toHaveLength(3);
    const fields = layOutDocument(
      document([{ kind: 'fields', fields: [{ label: 'Секретарь', value: '' }] }]),
    );
    expect(fields.rows[0]).toContain('Секретарь –');
    expect(fields.looks.some(({ look }) => look.bottomLine !== undefined)).toBe(true);
  });

  it('goes on in another row when a text is higher than a row of Excel can be', () => {
    const long = 'Обсуждение итогов учебного года и задач на следующий год. '.repeat(90).trim();
    const sheet = layOutDocument(
      document([
        { kind: 'paragraph', text: long },
        {
          kind: 'table',
          columns: [
            { title: 'Раздел', share: 1 },
            { title: 'Сведения', share: 2 },
          ],
          rows: [{ kind: 'row', cells: ['1', long] }],
          empty: '',
        },
      ]),
    );
    const words = texts(sheet).split(/\s+/);
    expect(words.filter((word) => word === 'Обсуждение')).toHaveLength(180);
    for (let row = 1; row <= sheet.rows.length; row += 1)
      expect(rowHeight(sheet, row)).toBeLessThanOrEqual(409);
  });

  it('is a plan that adds one sheet and writes nowhere else', () => {
    const plan = planDocumentSheet(layOutDocument(PLAN), 'План (2)', { position: 3, tabColor: '#6B7280' });
    expect(plan[0]).toEqual({ kind: 'addSheet', sheet: 'План (2)', position: 3, tabColor: '#6B7280' });
    for (const action of plan) expect(action).toMatchObject({ sheet: 'План (2)' });
    expect(plan.some(({ kind }) => kind === 'mergeRows')).toBe(true);
  });

  it('is a sheet even when the document holds nothing', () => {
    const sheet = layOutDocument(document([]));
    expect(sheet.print.area).toBe('A1');
    expect(planDocumentSheet(sheet, 'Пусто', { position: 0, tabColor: '#6B7280' })).toContainEqual(
      expect.objectContaining({ kind: 'writeValues', values: [['']] }),
    );
  });
});
