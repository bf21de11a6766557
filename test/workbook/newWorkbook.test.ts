import fc from 'fast-check';
import { base64Of } from '../../src/workbook/newWorkbook';

describe('workbook/newWorkbook', () => {
  it('gives a file as Office.js takes it, byte for byte, however long', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 3 }), (bytes, times) => {
        const long = new Uint8Array(bytes.length * (1 + times * 200));
        for (let at = 0; at < long.length; at += bytes.length || 1) long.set(bytes, at);
        expect(Buffer.from(base64Of(long), 'base64')).toEqual(Buffer.from(long));
      }),
      { numRuns: 20 },
    );
  });
});
