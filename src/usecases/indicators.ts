import { UserFacingError } from '../messages/errors';
import { CHANGES, NO_SUCH_ROW } from '../messages/changes';
import { asUserFacing } from '../workbook/errors';
import { readLocalFormula } from '../workbook/localFormula';
import { lastJudged, type Book } from './book';
import { changeBook } from './change';
import type { IndicatorUseCases } from './contract';
import { appendixPlace, explanationOf } from './explanation';

/** The form has no row of that number. */
export class NoSuchIndicatorError extends UserFacingError {
  constructor(no: string) {
    super(NO_SUCH_ROW.sentence(no), NO_SUCH_ROW.remedy);
  }
}

/** Where the numbers of the appendix come from, and zeros confirmed. */
export function indicatorUseCases(book: Book): IndicatorUseCases {
  return {
    explainIndicator: async (no) => {
      const judged = await lastJudged(book);
      const place = appendixPlace(judged.snapshot, no, 'value');
      const formula =
        place === null
          ? ''
          : await book.look(() =>
              asUserFacing(() => book.run((context) => readLocalFormula(context, place))),
            );
      const explained = explanationOf(judged, no, formula);
      if (explained === null) throw new NoSuchIndicatorError(no);
      return explained;
    },
    confirmZero: (no, isConfirmed, work) =>
      changeBook(book, work, ({ snapshot }) => {
        const place = appendixPlace(snapshot, no, 'confirmed');
        if (place === null) throw new NoSuchIndicatorError(no);
        const { sheet, cell } = place;
        return {
          actions: [{ kind: 'writeValues', sheet, address: cell, values: [[isConfirmed ? 'да' : '']] }],
          words: CHANGES.zero(no, isConfirmed),
        };
      }),
  };
}
