import { SAMPLE } from '../../src/cli/sample';
import { readRules } from '../../src/control/rules';
import type { ExcelHost } from '../../src/host/host';
import { listOf } from '../../src/register/lists';
import { parseRegister, readPassport } from '../../src/register/parse';
import { valueAt, type Register } from '../../src/register/register';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { planRegister } from '../../src/register/structure';
import { TABLE_NAMES, columnsOf } from '../../src/register/tables';
import { ownFrom, type Regulation, type RegulationId } from '../../src/regulations';
import { differences } from '../indicators/agreement';
import { readBook } from '../generators/registerBook';
import { regulationOf } from '../control/registers';
import { drawn } from '../depth';
import { build, sampleRegister } from './sampleRegister';
import { TODAY } from './snapshots';
import { lost, pictureCells } from './userBook';

/** A filled register goes from regulation to regulation: what people typed stays, what is the regulation's follows. */

const { association, municipality, subject, schoolYear } = SAMPLE;
/** Sheets that hold nothing of a regulation's. */
const OWN_SHEETS: ReadonlySet<string> = new Set([
  'Паспорт',
  'Документы',
  'Сроки',
  'Контроль',
  'Правила',
  'Справочники',
]);
const theirs = (host: ExcelHost): ReadonlyMap<string, string> =>
  new Map(
    [...pictureCells(host.document.book)].filter(([place]) => !OWN_SHEETS.has(place.split('!')[0] ?? '')),
  );

const ruleValues = (register: Register): Readonly<Record<string, unknown>> => {
  const table = register.tables.Правила;
  return Object.fromEntries(
    (table?.rows ?? []).map((_, row) => [
      String(table === undefined ? '' : valueAt(table, row, 'Код')),
      table === undefined
        ? []
        : ['Правило', 'Значение', 'Единица', 'Пункт положения', 'Пояснение'].map((column) =>
            valueAt(table, row, column),
          ),
    ]),
  );
};
const rulesOf = ({ rules }: Regulation): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    rules.map(({ code, title, value, unit, clause, explanation }) => [
      code,
      [title, value ?? '', unit, clause, explanation],
    ]),
  );

const documentsIn = ({ tables }: Register): readonly string[] => {
  const table = tables.Документы;
  return (table?.rows ?? []).flatMap((_, row) => {
    const name = table === undefined ? '' : String(valueAt(table, row, 'Документ'));
    return name === ''
      ? []
      : [`${name} — ${table === undefined ? '' : String(valueAt(table, row, 'Пункт положения'))}`];
  });
};
const documentsOf = ({ documents }: Regulation): readonly string[] =>
  documents.map(({ name, clause }) => `${name} — ${clause}`);

const listIn = ({ tables }: WorkbookSnapshot, name: string): readonly unknown[] =>
  (tables.find((table) => table.name === name)?.rows ?? []).map(([value]) => value);

/** Every road from one to another once, the end of each being the beginning of the next. */
function everyRoad<T>(places: readonly T[]): readonly T[] {
  const left = new Map(places.map((place) => [place, places.filter((other) => other !== place)]));
  const walk = (from: T): T[] => {
    const stack = [from];
    const road: T[] = [];
    for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
      const next = left.get(at)?.pop();
      if (next === undefined) road.push(...stack.splice(-1));
      else stack.push(next);
    }
    return road.reverse();
  };
  const [first] = places;
  return first === undefined ? [] : walk(first);
}

const PLACES = drawn<RegulationId>(['tomsk', 'sonkovo', 'tersky', 'zdvinsk', 'oshmyany', 'own'], 4);
const PAIRS = PLACES.length * (PLACES.length - 1);
const ROAD = everyRoad(PLACES);
const STEPS = ROAD.slice(1).map((to, index) => [ROAD[index] ?? to, to] as const);

describe('a filled register', () => {
  let host: ExcelHost;
  let typed: ReadonlyMap<string, string>;
  let basis: Regulation = regulationOf('tomsk');
  beforeAll(async () => {
    host = await sampleRegister('tomsk');
    typed = theirs(host);
  }, 120_000);
  afterAll(() => {
    host.dispose();
  });

  it('meets every pair of the regulations drawn, in either order', () => {
    expect(new Set(STEPS.map((step) => step.join())).size).toBe(PAIRS);
    expect(STEPS).toHaveLength(PAIRS);
    expect(STEPS.every(([from, to]) => from !== to)).toBe(true);
  });

  it.each(STEPS)(
    'goes from %s to %s',
    async (_, to) => {
      const regulation = to === 'own' ? ownFrom(basis) : regulationOf(to);
      const { report } = await build(host, { changeRegulation: to });
      const snapshot = await readBook(host);
      const register = parseRegister(snapshot);

      expect(lost(typed, theirs(host))).toEqual([]);
      expect(readPassport(snapshot)).toMatchObject({
        ...{ association, municipality, subject, schoolYear },
        regulation: regulation.name,
      });

      expect(ruleValues(register)).toEqual(rulesOf(regulation));
      expect([...documentsIn(register)].sort()).toEqual([...documentsOf(regulation)].sort());
      expect(listIn(snapshot, 'СписокКатегория')).toEqual(listOf('Категория', regulation));
      const offered = listIn(snapshot, 'СписокОбъединения').filter((value) => value !== '');
      expect(offered).toEqual(listOf('Объединения', regulation));
      const rules = readRules(register);
      expect([rules.regulation.id, rules.fromSheet, rules.issues]).toEqual([to, true, []]);

      expect(report.agreement).toEqual({ agreed: 55, total: 55 });
      expect(differences(snapshot)).toEqual([]);
      expect(report.regulation).toBe(regulation.name);
      expect(report.warnings[0]).toContain(`на «${regulation.name}»`);

      const again = planRegister(snapshot, { currentDate: TODAY });
      expect([again.actions, again.obstacles, again.notices, again.regulationChange]).toEqual([
        [],
        [],
        [],
        null,
      ]);
      basis = to === 'own' ? basis : regulation;
    },
    60_000,
  );

  it('is what a register set up by the last of them is', async () => {
    const fresh = await sampleRegister(ROAD.at(-1) ?? 'tomsk');
    const [made, moved] = [await readBook(fresh), await readBook(host)];
    fresh.dispose();
    for (const table of TABLE_NAMES) {
      const columns = columnsOf(table).map(({ name }) => name);
      const rowsOf = (snapshot: WorkbookSnapshot) => {
        const found = parseRegister(snapshot).tables[table];
        return (found?.rows ?? [])
          .map((_, row) => columns.map((column) => (found === undefined ? '' : valueAt(found, row, column))))
          .filter((row) => row.some((value) => value !== ''));
      };
      // lines of «Документы» that two regulations share keep their place
      const inOrder = (rows: ReturnType<typeof rowsOf>) => (table === 'Документы' ? [...rows].sort() : rows);
      expect([table, inOrder(rowsOf(moved))]).toEqual([table, inOrder(rowsOf(made))]);
    }
  }, 120_000);
});
