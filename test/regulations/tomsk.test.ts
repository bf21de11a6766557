import { DEFAULT_REGULATION, REGULATIONS, findRegulation } from '../../src/regulations';
import { regulationSchema } from '../../src/regulations/schema';
import { LISTS } from '../../src/register/lists';

describe('the regulations', () => {
  it('all have the form of the schema, ids and names of their own', () => {
    for (const regulation of REGULATIONS) expect(regulationSchema.parse(regulation)).toEqual(regulation);
    expect(new Set(REGULATIONS.map(({ id }) => id)).size).toBe(REGULATIONS.length);
    expect(new Set(REGULATIONS.map(({ name }) => name)).size).toBe(REGULATIONS.length);
  });

  it('are offered in the passport by their names', () => {
    expect(LISTS.Положение).toEqual(REGULATIONS.map(({ name }) => name));
  });

  it('know each rule by one code, and say where it comes from', () => {
    for (const { rules } of REGULATIONS) {
      expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
      expect(rules.every(({ clause, title }) => clause !== '' && title !== '')).toBe(true);
    }
  });

  it('propose a value that is one of the choices', () => {
    for (const { parameters } of REGULATIONS) {
      for (const { value, choices } of Object.values(parameters)) expect(choices).toContain(value);
    }
  });

  it.each(['tomsk', 'TOMSK', 'Томский район', ' томский РАЙОН '])('are found by id or name: «%s»', (name) => {
    expect(findRegulation(name)?.id).toBe('tomsk');
  });

  it.each(['', 'Томск', 'Московский район', 'tomsk2'])('are not guessed: «%s»', (name) => {
    expect(findRegulation(name)).toBeUndefined();
  });
});

describe('the regulation of Томский район', () => {
  const rule = (code: string) => DEFAULT_REGULATION.rules.find((each) => each.code === code)?.value;

  it('is the one proposed', () => {
    expect(DEFAULT_REGULATION).toMatchObject({ id: 'tomsk', period: 'school year' });
  });

  it('asks for four meetings and the analysis by 30 May, and names neither quorum nor the day of the plan', () => {
    expect([rule('meetings'), rule('report-day')]).toEqual([4, '30.05']);
    expect([rule('quorum'), rule('plan-day')]).toEqual([null, null]);
  });

  it('takes 81 points for a high score until somebody says otherwise', () => {
    expect(rule('high-score')).toBe(81);
  });
});

describe('a regulation that is not in order is refused', () => {
  const refused = (change: object) =>
    regulationSchema.safeParse({ ...DEFAULT_REGULATION, ...change }).success;

  it.each([
    ['an unknown id', { id: 'moscow' }],
    ['no name', { name: '' }],
    ['no rules', { rules: [] }],
    ['a period of its own making', { period: 'quarter' }],
    ['a rule without a clause', { rules: [{ ...DEFAULT_REGULATION.rules[0], clause: '' }] }],
    ['a rule whose code holds Cyrillic', { rules: [{ ...DEFAULT_REGULATION.rules[0], code: 'кворум' }] }],
    [
      'a missing parameter',
      { parameters: { participantResult: DEFAULT_REGULATION.parameters.participantResult } },
    ],
  ])('%s', (_, change) => {
    expect(refused(change)).toBe(false);
  });
});
