import { unzipSync } from 'fflate';
import { SAMPLE } from '../../src/cli/sample';
import { writeInputBook } from '../../src/cli/sampleBook';
import type { JoinedFile } from '../../src/usecases/contract';
import { copyFile, departmentUseCases, joinFiles } from '../../src/usecases/department';
import { openBook } from '../../src/usecases/book';
import { CancelledError } from '../../src/usecases/work';
import { TODAY, sheetOf, workbookOf } from '../register/snapshots';

const file = (name: string, bytes: JoinedFile['bytes']): JoinedFile => ({ name, bytes });
const register = file('реестр.xlsx', () => writeInputBook(SAMPLE.tables));
const quiet = { onFile: () => undefined };

test('files are read one after another, each told before its turn', async () => {
  const told: string[] = [];
  const broken = file('битый.xlsx', () => Promise.resolve(new Uint8Array([1, 2, 3])));
  const gone = file('пропал.xlsx', () => Promise.reject(new Error('ENOENT')));
  const { svod, name, bytes } = await joinFiles(
    [broken, register, gone],
    { onFile: ({ done, total, name: each }) => told.push(`${String(done)}/${String(total)} ${each}`) },
    TODAY,
  );
  expect(told).toEqual(['0/3 битый.xlsx', '1/3 реестр.xlsx', '2/3 пропал.xlsx']);
  expect(svod.associations).toHaveLength(1);
  expect(svod.failures.map((failure) => failure.file)).toEqual(['битый.xlsx', 'пропал.xlsx']);
  expect(svod.failures[1]?.reason).toContain('Файл не удалось прочитать.');
  expect(name).toBe('Свод на 12.05.2026.xlsx');
  expect(Object.keys(unzipSync(bytes))).toContain('xl/workbook.xml');
});

test('joining stops before the next file', async () => {
  const stop = new AbortController();
  const asked: string[] = [];
  const files = ['1.xlsx', '2.xlsx'].map((name) =>
    file(name, () => {
      asked.push(name);
      stop.abort();
      return register.bytes();
    }),
  );
  await expect(joinFiles(files, { ...quiet, signal: stop.signal }, TODAY)).rejects.toThrow(CancelledError);
  expect(asked).toEqual(['1.xlsx']);
});

test('a workbook without a register has nothing to send', async () => {
  await expect(copyFile(workbookOf([], [sheetOf('Лист1', [['Покупки']])]), false, TODAY)).rejects.toThrow(
    'отправлять нечего',
  );
});

test('the general plan of a svod is a document and a sheet', async () => {
  const { svod } = await joinFiles([register], quiet, TODAY);
  const book = openBook(() => Promise.reject(new Error('no workbook is needed')), { today: () => TODAY });
  const { generalPlanFile } = departmentUseCases(book);
  const word = await generalPlanFile(svod, 'docx');
  expect(word.name).toMatch(/\.docx$/u);
  expect(Object.keys(unzipSync(word.bytes))).toContain('word/document.xml');
  expect(Object.keys(unzipSync((await generalPlanFile(svod, 'xlsx')).bytes))).toContain('xl/workbook.xml');
});
