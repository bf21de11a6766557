import { jest } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { ExcelHost } from '../../src/host/host';
import { controlUseCases } from '../../src/usecases/control';
import { openBook } from '../../src/usecases/book';
import { deskUseCases } from '../../src/usecases/desk';
import { documentUseCases } from '../../src/usecases/documents';
import { contentsOf, differing } from './contents';
import { closeRegisters, openRegister, quiet, TODAY } from './registerHost';

jest.setTimeout(90_000);
afterEach(closeRegisters);

const PROTOCOL = { kind: 'protocol', meeting: 1 } as const;

const sheetNames = (host: ExcelHost): Promise<string[]> =>
  host.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    return sheets.items.map(({ name }) => name);
  });

const type = (host: ExcelHost, sheet: string, address: string, text: string): Promise<void> =>
  host.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[text]];
    await context.sync();
  });

const textsOn = (host: ExcelHost, sheet: string): Promise<string> =>
  host.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getUsedRange(true).load('values');
    await context.sync();
    return range.values.flat().join('\n');
  });

/** Another topic, so that the protocol is another, too. */
async function retitle(book: ReturnType<typeof openBook>, topic: string): Promise<void> {
  const desk = deskUseCases(book);
  const { meetings } = await desk.readDesk();
  const [first] = meetings;
  if (first === undefined) throw new Error('the sample has meetings');
  await desk.saveMeeting({ ...first, topic }, quiet);
}

describe('documents of a register', () => {
  it('are put on a sheet, shown, and taken back without a trace', async () => {
    const { host } = await openRegister();
    const book = openBook(host.run, { today: () => TODAY, canUndo: true });
    const documents = documentUseCases(book);
    const before = contentsOf(host);
    const { sheet, sentences, report } = await documents.makeDocumentSheet(PROTOCOL, quiet);
    expect(await sheetNames(host)).toContain(sheet);
    expect(sentences.join(' ')).toContain(`«${sheet}»`);
    expect(report.undoable).toContain('Протокол');
    expect(report.agreement.agreed).toBe(report.agreement.total);
    const now = await documents.readDocuments();
    expect(now.made).toContainEqual({ request: PROTOCOL, sheet });
    expect(now.held).toContain(PROTOCOL.meeting);
    expect(now.gaps).toHaveLength(
      now.offers.reduce((sum, { per, choices }) => sum + (per === 'none' ? 1 : choices.length), 0),
    );
    const demanded = now.papers.filter(({ isDemanded }) => isDemanded);
    expect(demanded.length).toBeGreaterThan(0);
    expect(demanded.every(({ place }) => place?.sheet === 'Документы')).toBe(true);
    expect(now.analysis?.sheet).toBe('Анализ');
    await controlUseCases(book).undo(quiet);
    expect(await sheetNames(host)).not.toContain(sheet);
    expect(differing(before, contentsOf(host))).toEqual([]);
    expect((await documents.readDocuments()).made).toEqual([]);
  });

  it('are left alone when they would be the same, made again when the register has changed, and put back', async () => {
    const { host } = await openRegister();
    const book = openBook(host.run, { today: () => TODAY, canUndo: true });
    const documents = documentUseCases(book);
    const { sheet } = await documents.makeDocumentSheet(PROTOCOL, quiet);
    const sheets = await sheetNames(host);
    const first = await textsOn(host, sheet);
    const same = await documents.makeDocumentSheet(PROTOCOL, quiet);
    expect(same.sentences.join(' ')).toContain('менять нечего');
    expect(await sheetNames(host)).toEqual(sheets);

    await retitle(book, 'Тема, которой не было');
    const again = await documents.makeDocumentSheet(PROTOCOL, quiet);
    expect(again.sheet).toBe(sheet);
    expect(await sheetNames(host)).toEqual(sheets);
    const second = await textsOn(host, sheet);
    expect(second).not.toBe(first);
    expect(again.sentences.join(' ')).toContain('заново');

    await controlUseCases(book).undo(quiet);
    expect(await textsOn(host, sheet)).toBe(first);
    expect((await documents.readDocuments()).made).toContainEqual({ request: PROTOCOL, sheet });
  });

  it('never replace a sheet the user has edited, nor one of that name that is theirs', async () => {
    const { host, book } = await openRegister();
    const documents = documentUseCases(book);
    const { sheet } = await documents.makeDocumentSheet(PROTOCOL, quiet);
    await type(host, sheet, 'A1', 'Исправлено рукой методиста');
    const second = await documents.makeDocumentSheet(PROTOCOL, quiet);
    expect(second.sheet).toBe(`${sheet} (2)`);
    expect(second.sentences.join(' ')).toContain(`Лист «${sheet}» оставлен как есть`);
    expect(await textsOn(host, sheet)).toContain('Исправлено рукой методиста');
    await type(host, second.sheet, 'K80', 'Заметка в стороне');
    expect((await documents.makeDocumentSheet(PROTOCOL, quiet)).sheet).toBe(`${sheet} (3)`);
  });

  it('never take away a sheet that formulas of the user lead to', async () => {
    const { host } = await openRegister();
    const book = openBook(host.run, { today: () => TODAY, canUndo: true });
    const documents = documentUseCases(book);
    const { sheet } = await documents.makeDocumentSheet(PROTOCOL, quiet);
    await host.run(async (context) => {
      const own = context.workbook.worksheets.add('Мои заметки');
      own.getRange('B2').formulas = [[`='${sheet}'!A1`]];
      await context.sync();
    });
    await retitle(book, 'Тема, на которую ссылаются');
    const again = await documents.makeDocumentSheet(PROTOCOL, quiet);
    expect(again.sheet).toBe(`${sheet} (2)`);
    expect(again.sentences.join(' ')).toContain('на него ссылаются ваши формулы');
    expect(await textsOn(host, 'Мои заметки')).not.toContain('#REF!');
  });

  it('come as .docx, and the workbook stays as it was', async () => {
    const { host, book } = await openRegister();
    const before = contentsOf(host);
    const { name, bytes } = await documentUseCases(book).documentFile(PROTOCOL, 'docx');
    expect(name).toMatch(/^Протокол.*\.docx$/);
    expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toContain('Протокол');
    expect(differing(before, contentsOf(host))).toEqual([]);
  });

  it('are asked of a register only', async () => {
    const { host } = await openRegister();
    await host.run(async (context) => {
      context.workbook.names.load('items/name');
      await context.sync();
      for (const name of context.workbook.names.items) name.delete();
      for (const sheet of ['Приложение', 'Правила', 'Паспорт'])
        context.workbook.worksheets.getItem(sheet).delete();
      await context.sync();
    });
    const documents = documentUseCases(openBook(host.run, { today: () => TODAY }));
    await expect(documents.readDocuments()).rejects.toThrow('ещё не реестр');
  });
});
