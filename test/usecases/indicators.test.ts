import { jest } from '@jest/globals';
import { NoSuchIndicatorError, indicatorUseCases } from '../../src/usecases/indicators';
import type { WorkbookReport } from '../../src/usecases/contract';
import { reportUseCases } from '../../src/usecases/office';
import { closeRegisters, openNewRegister, openRegister, quiet } from './registerHost';

jest.setTimeout(60_000);
afterEach(closeRegisters);

describe('where a number comes from', () => {
  it('is told with its rows and with the formula of the sheet, in one trip', async () => {
    const { host, book } = await openRegister();
    const report = await reportUseCases(book).readReport(quiet);
    host.traffic.reset();
    const explained = await indicatorUseCases(book).explainIndicator('1.3');
    expect(host.traffic.roundTrips).toBe(1);
    const row = report?.rows.find(({ no }) => no === '1.3');
    expect(explained.evidence).toHaveLength(row?.value ?? -1);
    expect(explained.formula).toMatch(/^=/);
    expect(explained.place).toMatchObject({ sheet: 'Приложение' });
  });

  it('names a row the form does not have', async () => {
    const { book } = await openRegister();
    await expect(indicatorUseCases(book).explainIndicator('99')).rejects.toThrow(NoSuchIndicatorError);
  });
});

describe('a zero confirmed', () => {
  it('is a number of the form, and not known any more once it is taken back', async () => {
    const { book } = await openNewRegister();
    const { confirmZero } = indicatorUseCases(book);
    const of9 = ({ rows }: WorkbookReport) => rows.find(({ no }) => no === '9');
    const confirmed = await confirmZero('9', true, quiet);
    expect(of9(confirmed)).toMatchObject({ value: 0, state: 'zero', agrees: true });
    const taken = await confirmZero('9', false, quiet);
    expect(of9(taken)).toMatchObject({ value: null, state: 'missing', agrees: true });
  });
});
