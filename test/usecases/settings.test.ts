import { jest } from '@jest/globals';
import { ComputedSettingError, NoSuchSettingError, settingsUseCases } from '../../src/usecases/settings';
import { closeRegisters, openRegister, quiet } from './registerHost';

jest.setTimeout(60_000);
afterEach(closeRegisters);

describe('the settings', () => {
  it('type a field of the passport and a rule into their cells; the rule is applied at once', async () => {
    const { book } = await openRegister();
    const { readSettings, setPassport, setRule } = settingsUseCases(book);
    const renamed = await setPassport('association', 'ММО учителей физики', quiet);
    expect(renamed.association).toBe('ММО учителей физики');
    const report = await setRule('meetings', '6', quiet);
    expect(report.numbers.meetingsRequired).toBe(6);
    const { rules, passport } = await readSettings();
    expect(rules.find(({ code }) => code === 'meetings')).toMatchObject({ value: '6', trouble: '' });
    expect(passport.find(({ key }) => key === 'association')?.value).toBe('ММО учителей физики');
  });

  it('say what is wrong with a rule that is not understood', async () => {
    const { book } = await openRegister();
    const { readSettings, setRule } = settingsUseCases(book);
    await setRule('meetings', 'много', quiet);
    const rule = (await readSettings()).rules.find(({ code }) => code === 'meetings');
    expect(rule?.value).toBe('много');
    expect(rule?.trouble).toMatch(/не понято/);
  });

  it('never type over a formula, nor where there is no cell', async () => {
    const { book } = await openRegister();
    const { setPassport, setRule } = settingsUseCases(book);
    await expect(setPassport('leader', 'Агеева', quiet)).rejects.toThrow(ComputedSettingError);
    await expect(setRule('no such rule', '1', quiet)).rejects.toThrow(NoSuchSettingError);
  });

  it('tell what another regulation changes, and change to it', async () => {
    const { book } = await openRegister();
    const { previewRegulation, changeRegulation, readSettings } = settingsUseCases(book);
    const preview = await previewRegulation('oshmyany');
    expect(preview.isEmpty).toBe(false);
    expect(preview.sentences).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Реестр перейдёт с положения «Томский район» на «Ошмянский район»/),
        expect.stringMatching(/^Список «Категория»: добавится .+, уйдёт .+\.$/),
        expect.stringMatching(/^На листе «Правила» изменятся \d+\sправил/),
        expect.stringMatching(/: сейчас .+, станет .+\(.+\)\.$/),
      ]),
    );
    expect((await readSettings()).regulation).toBe('tomsk');
    await changeRegulation('oshmyany', quiet);
    expect((await readSettings()).regulation).toBe('oshmyany');
    expect((await previewRegulation('oshmyany')).isEmpty).toBe(true);
  });
});
