import fc from 'fast-check';
import { readRules } from '../../src/control/rules';
import { REGULATIONS, RULE_CODES, type RuleCode } from '../../src/regulations';
import { ruleIssueWords } from '../../src/messages/rules';
import { day, regulationOf, ruleSheet, sketch, type Row } from './registers';
import type { CellValue } from '../../src/plan/action';

const tomsk = regulationOf('tomsk');
const tersky = regulationOf('tersky');

const edited = (edits: Partial<Record<RuleCode, CellValue>>) =>
  readRules(sketch({ passport: { regulation: tomsk.name }, tables: { Правила: ruleSheet(tomsk, edits) } }));

describe('the rules that are applied', () => {
  it('are the regulation’s own before there is a sheet of them', () => {
    const rules = readRules(sketch({ passport: { regulation: tersky.name } }));
    expect(rules.fromSheet).toBe(false);
    expect(rules.day('report-day')).toEqual({ day: 25, month: 2 });
    expect(rules.choice('quorum')).toBe('более половины членов');
    expect(rules.clause('quorum')).toBe('п. 2.4');
    expect(rules.issues).toEqual([]);
  });

  it('are those of the proposed regulation where the passport names none', () => {
    expect(readRules(sketch({})).regulation.id).toBe('tomsk');
  });

  it('are what a methodist has written on «Правила»', () => {
    const rules = edited({
      meetings: 5,
      'report-day': '15.06',
      quorum: 'Более половины  членов',
      'plan-day': '20.9',
    });
    expect(rules.fromSheet).toBe(true);
    expect(rules.number('meetings')).toBe(5);
    expect(rules.day('report-day')).toEqual({ day: 15, month: 6 });
    expect(rules.day('plan-day')).toEqual({ day: 20, month: 9 });
    expect(rules.choice('quorum')).toBe('более половины членов');
    expect(rules.clause('quorum')).toBe('правило объединения');
    expect(rules.place('meetings')?.sheet).toBe('Правила');
    expect(rules.issues).toEqual([]);
  });

  it('are not set where the cell is emptied', () => {
    expect(edited({ meetings: '', 'report-day': '' }).number('meetings')).toBeNull();
    expect(edited({ 'report-day': '' }).day('report-day')).toBeNull();
    expect(edited({ meetings: '' }).issues).toEqual([]);
  });

  it.each([
    ['a date of the current year, as Excel makes of 30.05', day('2019-05-30'), { day: 30, month: 5 }],
    ['a number, where the point parts decimals', 30.05, { day: 30, month: 5 }],
    ['October, whose zero a number loses', 1.1, { day: 1, month: 10 }],
    ['text with a year', '30.05.2026', { day: 30, month: 5 }],
    ['the leap day', '29.02', { day: 29, month: 2 }],
  ])('read a day from %s', (_, typed, expected) => {
    expect(edited({ 'report-day': typed }).day('report-day')).toEqual(expected);
  });

  it('read a stretch of the year with any dash, or its last day alone', () => {
    const first = { day: 1, month: 7 };
    const last = { day: 30, month: 9 };
    for (const typed of ['01.07–30.09', '1.7 - 30.9', '01.07—30.09'])
      expect(edited({ 'meeting-period-1': typed }).span('meeting-period-1')).toEqual({ first, last });
    expect(edited({ 'meeting-period-1': '30.09' }).span('meeting-period-1')).toEqual({ first: null, last });
  });

  it('read the values named one after another', () => {
    expect(edited({ 'leader-categories': 'Высшая,  первая' }).words('leader-categories')).toEqual([
      'высшая',
      'первая',
    ]);
  });

  it.each<[RuleCode, CellValue, string]>([
    ['meetings', 'четыре', 'not a number'],
    ['meetings', 2.5, 'not a number'],
    ['meetings', -1, 'not a number'],
    ['report-day', 'конец мая', 'not a day'],
    ['report-day', '31.02', 'not a day'],
    ['report-day', true, 'not a day'],
    ['meeting-period-1', '01.07–30.09–01.10', 'not a span'],
    ['attestation-unlimited-since', '31.02.2023', 'not a date'],
    ['majority', 'жребий', 'not a choice'],
    ['soon-days', '', 'empty'],
    ['soon-days', '#N/A', 'not a number'],
  ])('%s = %p is reported as %s, and the regulation’s own value applied', (code, typed, trouble) => {
    const rules = edited({ [code]: typed });
    expect(rules.issues.map((issue) => [issue.code, issue.trouble])).toEqual([[code, trouble]]);
    expect(rules.threshold('soon-days')).toBe(30);
    expect(rules.number('meetings')).toBe(4);
    expect(rules.choice('majority')).toBe('за больше, чем против');
    expect(rules.issues.map(ruleIssueWords)).toEqual([expect.stringContaining(`(${code})`)]);
  });

  it('take the first of two rows of one code, and say so', () => {
    const rows = [...ruleSheet(tomsk), { Код: 'Meetings', Значение: 9 }];
    const rules = readRules(sketch({ passport: { regulation: 'Томский район' }, tables: { Правила: rows } }));
    expect(rules.number('meetings')).toBe(4);
    expect(rules.issues).toEqual([
      expect.objectContaining({ code: 'meetings', trouble: 'doubled', typed: 9 }),
    ]);
  });

  it('fill the codes that an older workbook lacks from the regulation', () => {
    const rows = ruleSheet(tomsk, { meetings: 6 }).filter(({ Код }) => Код === 'meetings');
    const rules = readRules(sketch({ passport: { regulation: tomsk.name }, tables: { Правила: rows } }));
    expect([rules.number('meetings'), rules.threshold('risk-days')]).toEqual([6, 14]);
  });

  it('are not those of another regulation that the sheet was filled from', () => {
    const register = sketch({ passport: { regulation: tersky.name }, tables: { Правила: ruleSheet(tomsk) } });
    const rules = readRules(register);
    expect([rules.regulation.id, rules.fromSheet]).toEqual(['tersky', false]);
    expect(rules.day('report-day')).toEqual({ day: 25, month: 2 });
  });

  it('are those of the regulation given for this run', () => {
    const register = sketch({
      passport: { regulation: tomsk.name },
      tables: { Правила: ruleSheet(tomsk, { meetings: 7 }) },
    });
    expect(readRules(register, tersky).choice('quorum')).toBe('более половины членов');
    expect(readRules(register, tomsk).number('meetings')).toBe(7);
    expect(readRules(register, regulationOf('own')).number('meetings')).toBe(7);
  });

  it('never throw, whatever is typed', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom('#N/A', '99.99', '00.00', '01.01–', '–', '1e9', 60, 0.5),
    );
    fc.assert(
      fc.property(fc.constantFrom(...RULE_CODES), cell, (code, typed) => {
        const rules = edited({ [code]: typed });
        expect(rules.issues.every((issue) => issue.code === code)).toBe(true);
        rules.issues.forEach(ruleIssueWords);
      }),
    );
  });
});

describe('words that «Правила» decides', () => {
  const reading = (id: string, edits: Partial<Record<RuleCode, CellValue>>, documents: readonly Row[] = []) =>
    readRules(
      sketch({
        passport: { regulation: regulationOf(id).name },
        tables: { Правила: ruleSheet(regulationOf(id), edits), Документы: documents },
      }),
    ).regulation;

  it('are the regulation’s own until somebody edits them', () => {
    for (const { id } of REGULATIONS.filter(({ custom }) => !custom)) {
      const { words, roles, documents } = regulationOf(id);
      expect(reading(id, {})).toMatchObject({ words, roles, documents });
    }
  });

  it('call the association what it is called', () => {
    expect(reading('own', { association: 'РМО' }).words.association).toBe('РМО');
    expect(reading('tomsk', { association: '' }).words.association).toBe('ММО');
  });

  it('say which roles are to be held, known ones and the association’s own', () => {
    expect(reading('own', { roles: 'Председатель, Секретарь; куратор' }).roles).toEqual([
      { title: 'председатель', accepts: ['председатель', 'руководитель'], clause: 'п. 3.1' },
      { title: 'секретарь', accepts: ['секретарь'], clause: 'п. 3.1' },
      { title: 'куратор', accepts: ['куратор'], clause: 'п. 3.1' },
    ]);
    expect(reading('tersky', { roles: 'председатель' }).roles).toEqual([regulationOf('tersky').roles[0]]);
    expect(reading('own', { roles: '' }).roles).toEqual([]);
  });

  it('under one’s own regulation demand the documents listed, under another those of its text', () => {
    const listed = [
      { Документ: 'Журнал взаимопосещений', 'Пункт положения': 'п. 9' },
      { Документ: 'Протоколы заседаний ММО' },
      { Документ: '' },
    ];
    expect(reading('own', {}, listed).documents).toEqual([
      { name: 'Журнал взаимопосещений', clause: 'п. 9', kind: 'other' },
      { name: 'Протоколы заседаний ММО', clause: 'правило объединения', kind: 'protocols' },
    ]);
    expect(reading('zdvinsk', {}, listed).documents).toBe(regulationOf('zdvinsk').documents);
  });
});

describe('a passport that names no regulation we know', () => {
  it('leaves the rules that stand on the sheet in force', () => {
    for (const named of ['', 'Положение о РМО']) {
      const rules = readRules(
        sketch({ passport: { regulation: named }, tables: { Правила: ruleSheet(tersky, { meetings: 6 }) } }),
      );
      expect([rules.regulation.id, rules.fromSheet, rules.number('meetings')]).toEqual(['tersky', true, 6]);
    }
  });
});
