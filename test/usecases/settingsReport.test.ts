import { serialOf } from '../../src/register/dates';
import { passportValue, ruleValueTyped, settingsReport } from '../../src/usecases/settingsReport';
import { judged } from './judgedRegister';

describe('the settings', () => {
  it('show every rule with its clause, and the passport', () => {
    const { rules, passport, regulation, regulations } = settingsReport(judged);
    expect(regulation).toBe('tomsk');
    expect(regulations).toHaveLength(6);
    expect(rules.find(({ code }) => code === 'meetings')).toMatchObject({ value: '4', trouble: '' });
    expect(rules.every(({ title }) => title !== '')).toBe(true);
    expect(passport.find(({ key }) => key === 'association')).toMatchObject({ isRequired: true });
  });

  it('keep what is typed as the cell wants it', () => {
    expect(passportValue('orderDate', '2025-09-01')).toBe(serialOf(2025, 9, 1));
    expect(passportValue('association', ' ММО ')).toBe('ММО');
    expect(ruleValueTyped('meetings', '5')).toBe(5);
    expect(ruleValueTyped('report-day', '30.05')).toBe('30.05');
  });
});
