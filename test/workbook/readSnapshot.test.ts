import { shapeAfter } from '../../src/workbook/applyPlan';
import { readAgain } from '../../src/workbook/readSnapshot';
import { apply, closeHosts, open, read, scopeOf, sheetIn, tableAt, tableIn } from './open';

afterEach(closeHosts);

const rows = (count: number) =>
  Array.from({ length: count }, (_, row) => [`Педагог ${String(row + 1)}`, row + 1] as const);

describe('reading a workbook', () => {
  it('reads an empty one in two trips', async () => {
    const host = await open();
    const { snapshot } = await read(host);
    expect(host.traffic.roundTrips).toBe(2);
    expect(snapshot).toEqual({
      sheets: [{ name: 'Лист1', position: 0, visible: true, isProtected: false, used: null, cells: null }],
      tables: [],
      names: [],
      automaticCalculation: true,
    });
  });

  it('reads the tables with their places, headers and rows, and what stands beside them', async () => {
    const host = await open();
    await apply(host, [
      ...tableAt('Лист1', 'Курсы', ['Педагог', 'Часы'], rows(3)),
      { kind: 'writeValues', sheet: 'Лист1', address: 'D6', values: [['сбоку']] },
    ]);
    host.traffic.reset();
    const { snapshot } = await read(host);
    expect(host.traffic.roundTrips).toBe(2);
    expect(tableIn(snapshot, 'Курсы')).toEqual({
      name: 'Курсы',
      sheet: 'Лист1',
      headerRow: 1,
      firstColumn: 1,
      headers: ['Педагог', 'Часы'],
      rows: rows(3),
      hasTotals: false,
      formulas: {},
      validated: [],
    });
    expect(sheetIn(snapshot, 'Лист1')).toMatchObject({
      used: 'A1:D6',
      cells: { firstRow: 1, firstColumn: 1 },
    });
    expect(sheetIn(snapshot, 'Лист1')?.cells?.values[5]).toEqual(['', '', '', 'сбоку']);
  });

  it('tells a column of formulas from one that somebody has typed over', async () => {
    const host = await open();
    await apply(host, [
      ...tableAt(
        'Лист1',
        'Курсы',
        ['Педагог', 'Часы', 'Целый', 'Сорванный', 'Начатый'],
        rows(4).map(([name, hours]) => [name, hours, '', '', '']),
      ),
      { kind: 'fillFormula', sheet: 'Лист1', address: 'C2:C5', formula: '=Курсы[[#This Row],[Часы]]*2' },
      { kind: 'fillFormula', sheet: 'Лист1', address: 'D2:D4', formula: '=Курсы[[#This Row],[Часы]]+1' },
      { kind: 'writeValues', sheet: 'Лист1', address: 'D5', values: [[7]] },
      { kind: 'writeValues', sheet: 'Лист1', address: 'E2', values: [['вручную']] },
      { kind: 'fillFormula', sheet: 'Лист1', address: 'E3', formula: '=1+1' },
    ]);
    const { snapshot } = await read(host);
    const table = tableIn(snapshot, 'Курсы');
    expect(table?.formulas).toEqual({
      Целый: { unbroken: true, first: expect.stringMatching(/^=.*Часы.*\*2$/) },
      Сорванный: { unbroken: false, first: expect.stringMatching(/^=/), bare: [3] },
      Начатый: { unbroken: false, first: '', bare: [0, 2, 3] },
    });
    expect(table?.rows[1]).toEqual(['Педагог 2', 2, 4, 3, 2]);
  });

  it('knows the columns that hold a validation already', async () => {
    const host = await open();
    await apply(host, [
      ...tableAt(
        'Лист1',
        'Курсы',
        ['Педагог', 'Вид', 'Часы'],
        [
          ['Иванова', 'КПК', 72],
          ['Петрова', 'КПК', 36],
        ],
      ),
      { kind: 'setName', name: 'СписокВид', refersTo: "='Лист1'!$B$2:$B$3" },
      {
        kind: 'setValidation',
        sheet: 'Лист1',
        address: 'B2:B3',
        rule: { kind: 'list', name: 'СписокВид' },
        title: 'Вид',
        message: 'Выберите из списка',
      },
    ]);
    const { snapshot } = await read(host);
    expect(tableIn(snapshot, 'Курсы')?.validated).toEqual(['Вид']);
  });

  it('reads a plain sheet of ours with its formulas, by name or by the name that anchors it', async () => {
    const host = await open();
    await apply(host, [
      { kind: 'writeValues', sheet: 'Лист1', address: 'B2:C2', values: [['Числа', 4]] },
      { kind: 'fillFormula', sheet: 'Лист1', address: 'D2', formula: '=C2*2' },
      { kind: 'setName', name: 'Приложение_Форма', refersTo: "='Лист1'!$B$2:$C$2" },
    ]);
    const block = {
      firstRow: 2,
      firstColumn: 2,
      values: [['Числа', 4, 8]],
      formulas: [['Числа', 4, '=C2*2']],
    };
    const byName = await read(host, scopeOf({ plainSheets: ['Лист1'] }));
    expect(sheetIn(byName.snapshot, 'Лист1')?.cells).toEqual(block);
    const byAnchor = await read(host, scopeOf({ anchors: ['Приложение_Форма'] }));
    expect(sheetIn(byAnchor.snapshot, 'Лист1')?.cells).toEqual(block);
    expect(byAnchor.snapshot.names).toEqual([
      { name: 'Приложение_Форма', refersTo: expect.stringMatching(/Лист1'?!\$B\$2:\$C\$2$/) },
    ]);
  });

  it('reads the first row alone of a foreign sheet, and all of it when it turns out to be wanted', async () => {
    const host = await open();
    await apply(host, [
      {
        kind: 'writeValues',
        sheet: 'Лист1',
        address: 'A3:B5',
        values: [
          ['ФИО', 'Стаж'],
          ['Иванова', 5],
          ['Петрова', 7],
        ],
      },
    ]);
    const { snapshot } = await read(host);
    expect(sheetIn(snapshot, 'Лист1')).toMatchObject({
      used: 'A3:B5',
      cells: { firstRow: 3, firstColumn: 1, values: [['ФИО', 'Стаж']] },
    });
    host.traffic.reset();
    const wanted = await read(host, scopeOf({ wanted: () => ['Лист1'] }));
    expect(sheetIn(wanted.snapshot, 'Лист1')?.cells?.values).toHaveLength(3);
    expect(host.traffic.roundTrips).toBe(2);
  });

  it('finds the first row of a foreign sheet that begins far down', async () => {
    const host = await open();
    await apply(host, [
      {
        kind: 'writeValues',
        sheet: 'Лист1',
        address: 'C900:D901',
        values: [
          ['ФИО', 'Стаж'],
          ['Иванова', 5],
        ],
      },
    ]);
    const { snapshot } = await read(host);
    expect(sheetIn(snapshot, 'Лист1')?.cells).toEqual({
      firstRow: 900,
      firstColumn: 3,
      values: [['ФИО', 'Стаж']],
    });
  });

  it('is not held up by a stray cell in the last corner of the sheet', async () => {
    const host = await open();
    await apply(host, [
      ...tableAt('Лист1', 'Курсы', ['Педагог', 'Часы'], rows(50)),
      { kind: 'writeValues', sheet: 'Лист1', address: 'XFD1048576', values: [['x']] },
    ]);
    host.traffic.reset();
    const { snapshot } = await read(host);
    expect(tableIn(snapshot, 'Курсы')?.rows).toHaveLength(50);
    expect(sheetIn(snapshot, 'Лист1')?.used).toBe('A1:XFD1048576');
    expect(host.traffic.roundTrips).toBeLessThanOrEqual(3);
  });

  it('is not held up by a table down to the last row of which 50 are filled', async () => {
    const host = await open();
    await apply(host, [
      { kind: 'writeValues', sheet: 'Лист1', address: 'A1:B51', values: [['Педагог', 'Часы'], ...rows(50)] },
      { kind: 'addTable', sheet: 'Лист1', address: 'A1:B1048576', name: 'Курсы', style: 'TableStyleLight1' },
    ]);
    host.traffic.reset();
    const begun = Date.now();
    const { snapshot } = await read(host);
    expect(tableIn(snapshot, 'Курсы')?.rows).toHaveLength(1_048_575);
    expect(tableIn(snapshot, 'Курсы')?.rows[49]).toEqual(['Педагог 50', 50]);
    expect(host.traffic.roundTrips).toBeLessThanOrEqual(3);
    expect(Date.now() - begun).toBeLessThan(5000);
  });

  it('goes around a limit on answers with more trips', async () => {
    const host = await open();
    await apply(host, tableAt('Лист1', 'Курсы', ['Педагог', 'Часы'], rows(6000)));
    host.switches.payloadLimit = 60_000;
    host.traffic.reset();
    const { snapshot } = await read(host);
    expect(tableIn(snapshot, 'Курсы')?.rows).toEqual(rows(6000));
    expect(host.traffic.roundTrips).toBeGreaterThan(4);
  });

  it('sees protection, hidden sheets and manual calculation', async () => {
    const host = await open();
    host.switches.protectSheet('Лист1');
    host.document.calculationMode = 'Manual';
    const { snapshot } = await read(host);
    expect(sheetIn(snapshot, 'Лист1')).toMatchObject({ isProtected: true });
    expect(snapshot.automaticCalculation).toBe(false);
  });
});

describe('reading a workbook again', () => {
  const scope = scopeOf({ sheets: ['Лист1'], tables: ['Курсы'] });
  const again = async (change: (host: Awaited<ReturnType<typeof open>>) => Promise<void>) => {
    const host = await open();
    await apply(host, tableAt('Лист1', 'Курсы', ['Педагог', 'Часы'], rows(3)));
    const known = await read(host, scope);
    await change(host);
    host.traffic.reset();
    const reading = await host.run((context) => readAgain(context, scope, shapeAfter(known, [])));
    const { roundTrips } = host.traffic;
    expect(reading).toEqual(await read(host, scope));
    return roundTrips;
  };

  it('takes one trip while its sheets and tables are those of before, whatever stands in them', async () => {
    expect(await again(() => Promise.resolve())).toBe(1);
    expect(await again((host) => host.typeInto('Лист1', 'B2', 'три'))).toBe(1);
    expect(
      await again((host) =>
        apply(host, [
          { kind: 'writeValues', sheet: 'Лист1', address: 'A5:B6', values: rows(2) },
          { kind: 'resizeTable', table: 'Курсы', sheet: 'Лист1', address: 'A1:B6' },
        ]),
      ),
    ).toBe(1);
  });

  it('takes another trip when there are more of them', async () => {
    expect(
      await again((host) =>
        apply(host, [{ kind: 'addSheet', sheet: 'Лист2', position: 1, tabColor: '#000000' }]),
      ),
    ).toBe(2);
  });

  it('begins anew when a sheet is gone by its name', async () => {
    expect(
      await again((host) =>
        apply(host, [{ kind: 'renameSheet', sheet: 'Лист1', name: 'Учёба', tabColor: '#000000' }]),
      ),
    ).toBe(3);
  });
});
