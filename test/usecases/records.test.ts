import { jest } from '@jest/globals';
import type { RecordDraft } from '../../src/usecases/contract';
import { EntryError } from '../../src/usecases/entries';
import { indicatorUseCases } from '../../src/usecases/indicators';
import { recordUseCases } from '../../src/usecases/records';
import { contentsOf, differing } from './contents';
import { closeRegisters, openRegister, quiet } from './registerHost';

jest.setTimeout(60_000);
afterEach(closeRegisters);

const draftOf = (teacher: string): RecordDraft => ({
  table: 'Достижения',
  values: {
    Педагог: teacher,
    Мероприятие: '=Олимпиада имени Эйлера',
    Вид: 'олимпиада',
    Уровень: 'всероссийский',
    Формат: 'очно',
    Результат: 'победитель',
    Дата: '2026-03-12',
    Обучающихся: 3,
  },
});

describe('a record by form', () => {
  it('is counted as the form foretold, by the engine and by the sheet', async () => {
    const { host, book } = await openRegister();
    const { readForm, judgeRecord, addRecord } = recordUseCases(book);
    const fields = await readForm('Достижения');
    const teacher = fields.find(({ column }) => column === 'Педагог')?.choices[0] ?? '';
    const draft = draftOf(teacher);
    const { indicators } = await judgeRecord(draft);
    expect(indicators).toEqual(['11', '11.1']);
    const before = contentsOf(host);
    const explain = indicatorUseCases(book).explainIndicator;
    const old = await explain('11.1');
    const report = await addRecord(draft, quiet);
    const row = report.rows.find(({ no }) => no === '11.1');
    expect(row).toMatchObject({ agrees: true });
    expect(report.agreement.agreed).toBe(report.agreement.total);
    const fresh = await explain('11.1');
    expect(fresh.evidence.length).toBe(old.evidence.length + 1);
    expect(fresh.evidence.at(-1)?.subject).toBe(
      `${teacher} — =Олимпиада имени Эйлера, всероссийский, победитель, 12.03.2026`,
    );
    const isTyped = (cell: string): boolean => before.get(cell)?.includes('"formula"') !== true;
    expect(differing(before, contentsOf(host)).filter(isTyped)).toEqual([]);
  });

  it('judges a form without a trip once the register has been read', async () => {
    const { host, book } = await openRegister();
    const { readForm, judgeRecord } = recordUseCases(book);
    await readForm('Курсы');
    host.traffic.reset();
    await judgeRecord({ table: 'Курсы', values: { Педагог: 'Никто' } });
    await readForm('Деятельность');
    expect(host.traffic.roundTrips).toBe(0);
  });

  it('says what stands in the way and writes nothing', async () => {
    const { host, book } = await openRegister();
    await host.run(async (context) => {
      context.workbook.tables.getItem('Курсы').delete();
      await context.sync();
    });
    const before = contentsOf(host);
    await expect(
      recordUseCases(book).addRecord({ table: 'Курсы', values: { Педагог: 'Агеева' } }, quiet),
    ).rejects.toThrow(EntryError);
    expect(contentsOf(host)).toEqual(before);
  });
});
