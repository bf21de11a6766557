import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LISTS, listOf } from '../../src/register/lists';
import {
  DEFAULT_REGULATION,
  NOT_SET,
  REGULATIONS,
  RULE_CODES,
  basisOf,
  findRegulation,
  ownFrom,
  roleOf,
  type RuleCode,
} from '../../src/regulations';
import { regulationSchema } from '../../src/regulations/schema';
import { regulationOf } from '../control/registers';

const rule = (id: string, code: RuleCode) => {
  const found = regulationOf(id).rules.find((each) => each.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};

describe('the rule table, value and clause as the texts have them', () => {
  const table: [id: string, code: RuleCode, value: string | number | null, clause: string][] = [
    ['sonkovo', 'size', 3, 'п. 1.4'],
    ['oshmyany', 'size', 10, 'п. 4'],
    ['tomsk', 'size', null, NOT_SET],
    ['sonkovo', 'meetings', 4, 'п. 3.2'],
    ['tersky', 'meetings-pace', 'в каждом квартале', 'п. 2.4'],
    ['tomsk', 'meetings-pace', 'за учебный год', 'п. 3.3, разд. 6'],
    ['zdvinsk', 'meetings-pace', 'в каждом квартале', 'п. 5.1, подп. 5'],
    ['oshmyany', 'meetings-pace', 'в каждой четверти', 'п. 20'],
    ['sonkovo', 'quorum', null, NOT_SET],
    ['tersky', 'quorum', 'более половины членов', 'п. 2.4'],
    ['tomsk', 'quorum', null, NOT_SET],
    ['zdvinsk', 'quorum', 'более половины членов', 'п. 5.1, подп. 5'],
    ['oshmyany', 'quorum', null, NOT_SET],
    ['sonkovo', 'majority', 'за больше, чем против', NOT_SET],
    ['tersky', 'majority', 'за больше половины присутствующих', 'п. 2.4'],
    ['zdvinsk', 'majority', 'за больше половины всех членов', 'п. 5.1, подп. 5'],
    ['oshmyany', 'tie', 'решает голос руководителя', 'п. 23'],
    ['tersky', 'tie', null, NOT_SET],
    ['oshmyany', 'decision-force', 'рекомендательный характер', 'п. 23'],
    ['oshmyany', 'registration-sheet', 'обязателен', 'п. 26.11'],
    ['sonkovo', 'plan-day', '10.09', 'п. 3.1'],
    ['oshmyany', 'plan-day', '30.09', 'прил. 1'],
    ['zdvinsk', 'plan-day', null, NOT_SET],
    ['tersky', 'plan', null, NOT_SET],
    ['sonkovo', 'report-day', '30.05', 'п. 3.4'],
    ['tersky', 'report-day', '25.02', 'п. 3.8'],
    ['tersky', 'report-2-day', '01.03', 'п. 2.6'],
    ['tomsk', 'report-day', '30.05', 'п. 3.4'],
    ['zdvinsk', 'report-day', null, NOT_SET],
    ['oshmyany', 'report-day', '10.06', 'п. 26.8'],
    ['sonkovo', 'leader-categories', 'высшая, первая', 'п. 3.5'],
    ['sonkovo', 'leader-experience', 3, 'п. 3.5'],
    ['oshmyany', 'leader-categories', 'учитель-методист, высшая, первая', 'п. 16'],
    ['zdvinsk', 'leader-election', 'ежегодно', 'п. 5.2, подп. 2'],
    ['zdvinsk', 'formation-order', 'ежегодно', 'п. 5.1, подп. 1'],
    ['tersky', 'term-years', 1, 'п. 2.7'],
    ['tersky', 'renewal', 3, 'п. 2.8'],
    ['sonkovo', 'consent', 'письменное', 'п. 3.6'],
    ['oshmyany', 'databank-update', 'ежегодно', 'п. 18.5'],
    ['tersky', 'monitoring', 'ежегодно', 'п. 5.2'],
    ['tomsk', 'report-appendix', 'требуется', 'п. 3.4, прил. 1'],
    ['oshmyany', 'attestation-years', null, NOT_SET],
    ['tomsk', 'protocol-days', 5, 'правило объединения'],
  ];

  it.each(table)('%s: %s is %s (%s)', (id, code, value, clause) => {
    expect(rule(id, code)).toMatchObject({ value, clause });
  });

  it('holds every threshold at its usual value under every regulation', () => {
    const usual: Partial<Record<RuleCode, number>> = {
      'soon-days': 30,
      'risk-days': 14,
      'decision-soon-days': 7,
      'protocol-days': 5,
      'readiness-percent': 80,
      'readiness-risk-days': 30,
      'readiness-soon-days': 60,
      'pace-risk-days': 21,
      'pace-soon-days': 45,
      'attestation-risk-days': 90,
      'attestation-soon-days': 180,
      'high-score': 81,
      'courses-years': 3,
    };
    for (const { id } of REGULATIONS) {
      for (const code of RULE_CODES) {
        const value = usual[code];
        if (value !== undefined) expect([id, code, rule(id, code).value]).toEqual([id, code, value]);
      }
    }
  });
});

describe('a regulation', () => {
  it('is found by id and by the name on the passport, letter case folded', () => {
    expect(REGULATIONS.map(({ id }) => id)).toEqual([
      'sonkovo',
      'tersky',
      'tomsk',
      'zdvinsk',
      'oshmyany',
      'own',
    ]);
    for (const regulation of REGULATIONS) {
      expect(findRegulation(regulation.name.toUpperCase())).toBe(regulation);
      expect(findRegulation(` ${regulation.id} `)).toBe(regulation);
    }
    expect(findRegulation('Марс')).toBeUndefined();
  });

  it.each(REGULATIONS)('$id states every rule of the catalogue once, in its order', ({ rules }) => {
    expect(rules.map(({ code }) => code)).toEqual(RULE_CODES);
  });

  it('names its period in the rules as it does in the data', () => {
    for (const { id, period } of REGULATIONS) {
      const words = { 'school year': 'учебный год', 'calendar year': 'календарный год' } as const;
      expect([id, rule(id, 'period').value]).toEqual([id, words[period]]);
    }
  });

  it('says in words both contradictions of its text, beside the rules they touch', () => {
    const { notes } = regulationOf('tersky');
    expect(notes.filter(({ rules }) => rules.includes('report-day'))).toEqual([
      expect.objectContaining({
        place: 'п. 2.6, 3.8',
        decision: 'Показаны оба; действует более ранний, 25 февраля.',
      }),
    ]);
    expect(notes.filter(({ rules }) => rules.includes('quorum'))).toEqual([
      expect.objectContaining({ decision: 'Кворум считается от состава самого МунУМО.' }),
    ]);
  });

  it('offers the categories of its country', () => {
    expect(regulationOf('oshmyany').lists.Категория).toEqual([
      'учитель-методист',
      'высшая',
      'первая',
      'вторая',
      'без категории',
    ]);
    expect(listOf('Категория', regulationOf('oshmyany'))).toContain('вторая');
    expect(listOf('Категория', DEFAULT_REGULATION)).toBe(LISTS.Категория);
    expect(listOf('Образование', regulationOf('oshmyany'))).toBe(LISTS.Образование);
  });

  it('demands the documents its text lists', () => {
    const count = (id: string): number => regulationOf(id).documents.length;
    expect(count('oshmyany')).toBe(12);
    expect(
      regulationOf('zdvinsk').documents.filter(({ clause }) => clause.startsWith('разд. 6')),
    ).toHaveLength(8);
    expect(regulationOf('sonkovo').associations).toHaveLength(16);
    expect(regulationOf('tersky').roles.map(({ title }) => title)).toEqual([
      'председатель',
      'заместитель председателя',
      'ответственный секретарь',
    ]);
  });

  it('of one’s own starts from any of the others and keeps all its rules', () => {
    for (const base of REGULATIONS) {
      const own = regulationSchema.parse(ownFrom(base));
      expect(own).toMatchObject({ id: 'own', custom: true, words: base.words });
      expect(own.rules.filter(({ code }) => code !== 'regulation')).toEqual(
        base.rules.filter(({ code }) => code !== 'regulation'),
      );
    }
  });

  it('is refused with a value that is not of the kind of its rule', () => {
    const spoiled = (code: RuleCode, value: string | number | null) => ({
      ...DEFAULT_REGULATION,
      rules: DEFAULT_REGULATION.rules.map((each) => (each.code === code ? { ...each, value } : each)),
    });
    expect(regulationSchema.safeParse(spoiled('report-day', '30 мая')).success).toBe(false);
    expect(regulationSchema.safeParse(spoiled('meetings', 0)).success).toBe(false);
    expect(regulationSchema.safeParse(spoiled('majority', 'жребий')).success).toBe(false);
    expect(regulationSchema.safeParse(spoiled('soon-days', null)).success).toBe(false);
    expect(regulationSchema.safeParse(spoiled('meetings', 5)).success).toBe(true);
  });
});

describe('the roles and the word of a regulation', () => {
  it.each(REGULATIONS)('$id has them in its rules as in its data', ({ id, roles, words }) => {
    expect(rule(id, 'roles').value).toBe(roles.map(({ title }) => title).join(', '));
    expect(rule(id, 'association').value).toBe(words.association);
    expect(roles.map(({ title, clause }) => roleOf(title, clause))).toEqual(roles);
  });

  it('are held by values that the databank offers', () => {
    for (const { roles } of REGULATIONS) {
      for (const { accepts } of roles) {
        expect(accepts.filter((value) => !LISTS.Роль.some((each) => each === value))).toEqual([]);
      }
    }
  });
});

describe('the basis of one’s own regulation', () => {
  it('is told by what stands beside the rule that names it', () => {
    for (const basis of REGULATIONS) {
      const { explanation } = ownFrom(basis).rules[0] ?? { explanation: '' };
      expect(basisOf(` ${explanation} `)).toBe(basis);
    }
    expect(basisOf('За основу взято: Московский район')).toBeUndefined();
    expect(basisOf('Томский район')).toBeUndefined();
  });
});

describe('no code outside the regulation files names a regulation', () => {
  const root = fileURLToPath(new URL('../../src/', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(?:ts|tsx|html|css|json)$/.test(file) && !file.startsWith('regulations/'),
  );
  /** Ids wherever they stand, quoted «own», the names in any case of the noun, the words only one of them uses. */
  const named =
    /sonkov|tersk|tomsk|zdvin|oshm[iy]a|['"`]own['"`]|(?<!\p{L})(?:сонков|терск|томск|здвинск|ошмян)|сво[её]\s+положени|(?<!\p{L})(?:МУМО|МунУМО|РУМО)/iu;

  it.each([
    "if (id === 'tomsk')",
    'case TERSKY:',
    'regulation.id === "own"',
    '`Ошмянах`',
    'Сонковского округа',
    'по своему положению Здвинского района',
    'Своё положение',
    'план РУМО',
  ])('«%s» would be found', (code) => {
    expect(named.exec(code)?.[0]).toBeDefined();
  });

  it.each(['своих положений', 'the owner', 'мастерская', 'собственное', 'ММО учителей'])(
    '«%s» would not',
    (code) => {
      expect(named.exec(code)).toBeNull();
    },
  );

  it('looks at all of them', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it.each(files)('%s', (file) => {
    const code = readFileSync(`${root}${file}`, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/^\s*\/\/.*$/gm, '');
    expect(named.exec(code)?.[0]).toBeUndefined();
  });
});
