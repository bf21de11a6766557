import type { ExcelHost } from '../../src/host/host';
import { analysisUseCases } from '../../src/usecases/analysis';
import { openBook, type Book } from '../../src/usecases/book';
import { controlUseCases } from '../../src/usecases/control';
import { cellsIn, sampleRegister, typeCells } from '../register/sampleRegister';
import { TODAY } from '../register/snapshots';

const work = { onPhase: () => undefined };

/** «Анализ» of a real workbook, filled and taken back. */
describe('filling the analysis', () => {
  let host: ExcelHost;
  let book: Book;
  const fill = () => analysisUseCases(book).fillAnalysis(work);

  beforeAll(async () => {
    host = await sampleRegister('tomsk');
    book = openBook((batch) => host.run(batch), { today: () => TODAY, canUndo: true });
  }, 60_000);
  afterAll(() => {
    host.dispose();
  });

  it('writes every section; again it writes nothing; undone, the sheet is as it was', async () => {
    const report = await fill();
    expect(report.warnings.join(' ')).toContain('На лист «Анализ» записаны сведения из реестра');
    expect(report.undoable).toBe('Заполнение анализа');
    const [first] = await cellsIn(host, 'Анализ', 'A2:D2');
    expect(first?.[0]).toBe(1);
    expect(String(first?.[2])).toContain('(показатель 1)');
    const calls = host.traffic.roundTrips;
    expect((await fill()).warnings.join(' ')).toContain('сведения из реестра уже на месте');
    expect(host.traffic.roundTrips - calls).toBe(1);
    await controlUseCases(book).undo(work);
    expect(await cellsIn(host, 'Анализ', 'A2:D3')).toEqual([
      ['', '', '', ''],
      ['', '', '', ''],
    ]);
  }, 60_000);

  it('keeps what the methodist has typed and says which sections that is', async () => {
    await fill();
    await typeCells(host, 'Анализ', { C3: 'Мой текст.', D3: 'Мой вывод.' });
    const { warnings } = await fill();
    expect(warnings.join(' ')).toContain('оставлены как есть (пункт 2)');
    expect(await cellsIn(host, 'Анализ', 'C3:D3')).toEqual([['Мой текст.', 'Мой вывод.']]);
  }, 60_000);
});
