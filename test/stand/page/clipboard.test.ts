import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCells, writeCells } from '../../../src/stand/page/clipboard';

describe('a block from the clipboard', () => {
  it('is read as Excel writes it, with its last line break', () => {
    expect(readCells('Ярцева\t27\r\nПлетнёв\t14\r\n')).toEqual([
      ['Ярцева', '27'],
      ['Плетнёв', '14'],
    ]);
  });

  it('keeps line breaks and quotes inside a cell', () => {
    expect(readCells('"две\nстроки"\t"МБОУ ""СОШ № 1"""')).toEqual([['две\nстроки', 'МБОУ "СОШ № 1"']]);
  });

  it('is made even when its rows are not', () => {
    expect(readCells('а\tб\nв')).toEqual([
      ['а', 'б'],
      ['в', ''],
    ]);
  });

  it('comes back as it was copied', () => {
    const cell = fc.stringMatching(/^[а-я\t\n" ]{0,6}$/);
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      )
      // One empty cell at the end cannot be told from the line break Excel adds.
      .filter((rows) => !(rows.length > 1 && rows.at(-1)?.every((text) => text === '')));
    fc.assert(
      fc.property(block, (rows) => {
        expect(readCells(writeCells(rows))).toEqual(rows);
      }),
    );
  });
});
