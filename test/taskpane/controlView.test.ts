import {
  dryRun,
  findIssues,
  indexIssues,
  isOpenFromTheBeginning,
  viewIssues,
} from '../../src/taskpane/controlView';
import { issues, manyIssues } from './viewReports';

const found = (query: string) => findIssues(indexIssues(issues), query).map(({ cell }) => cell);

describe('taskpane/controlView', () => {
  it('groups by severity, the gravest first, with their numbers', () => {
    expect(viewIssues(issues).map(({ name, count }) => [name, count])).toEqual([
      ['Ошибки', 5],
      ['Предупреждения', 1],
      ['К сведению', 1],
    ]);
  });

  it('groups by kind inside, under a name a person understands', () => {
    const [errors] = viewIssues(issues);
    expect(errors?.kinds.map(({ name, issues: own }) => [name, own.length])).toEqual([
      ['Не заполнено обязательное', 1],
      ['Значение не из списка', 3],
      ['Строение книги', 1],
    ]);
  });

  it('leaves out a severity that does not occur', () => {
    expect(viewIssues(issues.filter(({ severity }) => severity === 'info'))).toHaveLength(1);
    expect(viewIssues([])).toEqual([]);
  });

  it('offers one button for fixes of a kind only where there are several', () => {
    const [errors] = viewIssues(issues);
    expect(errors?.kinds.map(({ fixes }) => fixes.map((each) => [each.kind, each.fixes.length]))).toEqual([
      [],
      [['list value', 3]],
      [],
    ]);
  });

  it('proposes one repair for many troubles of the structure', () => {
    const broken = issues.filter(({ code }) => code === 'structure');
    const [errors] = viewIssues([...broken, ...broken.map((each) => ({ ...each, cell: 'B1' }))]);
    expect(errors?.kinds[0]?.fixes).toEqual([]);
  });

  it('shows each cell once in the dry run', () => {
    const fixes = issues.flatMap(({ fix }) => (fix === null ? [] : [fix]));
    expect(dryRun([...fixes, ...fixes]).map(({ cell }) => cell)).toEqual(['J20', 'J21', 'J22', 'A7']);
  });

  it('finds by name, sheet, kind and text, in any letter case, with «е» for «ё»', () => {
    expect(found('ФЕДОРОВА')).toEqual(['J21', 'E12']);
    expect(found('курсы')).toEqual(['A1']);
    expect(found('не из списка')).toEqual(['J20', 'J21', 'J22']);
    expect(found('фёдорова высшая')).toEqual(['J21']);
    expect(found('  ')).toHaveLength(issues.length);
    expect(found('такого нет')).toEqual([]);
  });

  it('tells two issues of one cell that say the same apart', () => {
    const twice = issues.slice(0, 1).flatMap((each) => [each, each]);
    const keys = viewIssues(twice)[0]?.kinds[0]?.issues.map(({ key }) => key) ?? [];
    expect(new Set(keys).size).toBe(2);
  });

  it('folds the kinds of a long list', () => {
    expect(isOpenFromTheBeginning(issues.length)).toBe(true);
    expect(isOpenFromTheBeginning(manyIssues.length)).toBe(false);
  });
});
