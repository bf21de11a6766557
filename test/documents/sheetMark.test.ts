import fc from 'fast-check';
import { cellsChecksum, documentKey, documentMark, markedSheets } from '../../src/documents/sheetMark';

const PROTOCOL = { kind: 'protocol', meeting: 2 } as const;

describe('the mark of a document on a sheet', () => {
  const rows = [
    ['Протокол № 2', ''],
    ['', 'Иванова А. А.'],
  ];

  it('tells which document it is, where it stands and what was written', () => {
    const mark = documentMark(PROTOCOL, "Протокол '2'", rows);
    expect(mark.refersTo).toBe("='Протокол ''2'''!$A$1:$B$2");
    expect(markedSheets([mark, { name: 'СписокКатегория', refersTo: '=Справочники!$A$1' }])).toEqual([
      {
        name: mark.name,
        document: documentKey(PROTOCOL),
        cells: cellsChecksum('A1', rows),
        sheet: "Протокол '2'",
      },
    ]);
  });

  it('tells one meeting from another', () => {
    expect(documentKey(PROTOCOL)).not.toBe(documentKey({ ...PROTOCOL, meeting: 3 }));
  });

  it('knows that its sheet has been deleted', () => {
    const { name } = documentMark(PROTOCOL, 'Протокол № 2', rows);
    expect(markedSheets([{ name, refersTo: '=#REF!$A$1:$B$2' }])[0]?.sheet).toBeNull();
  });

  it('sees a cell typed over, emptied, moved or added', () => {
    const written = cellsChecksum('A1', rows);
    expect(cellsChecksum('A1', [['Протокол № 2'], ['', 'Иванова А. А.']])).toBe(written);
    expect(cellsChecksum('A1', [['Протокол № 3'], ['', 'Иванова А. А.']])).not.toBe(written);
    expect(cellsChecksum('A1', [['Протокол № 2']])).not.toBe(written);
    expect(cellsChecksum('A2', rows)).not.toBe(written);
    expect(cellsChecksum('A1', [...rows, ['', '', 'примечание']])).not.toBe(written);
  });

  it('is the same for numbers as Excel keeps them and for line ends of either kind', () => {
    expect(cellsChecksum('A1', [[0.1 + 0.2]])).toBe(cellsChecksum('A1', [[0.3]]));
    expect(cellsChecksum('A1', [['а\r\nб']])).toBe(cellsChecksum('A1', [['а\nб']]));
  });

  it('does not depend on blanks around the cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 4 }), { maxLength: 4 }),
        (cells) => {
          expect(cellsChecksum('A1', [...cells.map((row) => [...row, '', '']), ['']])).toBe(
            cellsChecksum('A1', cells),
          );
          expect(cellsChecksum('B3', cells)).toBe(
            cellsChecksum('A1', [[], [], ...cells.map((row) => ['', ...row])]),
          );
        },
      ),
    );
  });
});
