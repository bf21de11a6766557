import { Link } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { adoptionPaneWords as words } from '../../../messages/pane/adoption';
import type { SourceCellReport } from '../../../usecases/contract';
import { FEW_PLACES, MANY_PLACES, placeLabels } from '../../adoptionView';
import type { EarlyViewProps } from '../../view';
import { useViewStyles } from '../viewStyles';

/** Fluent gives links a size of their own. */
const AS_AROUND = { fontSize: 'inherit', lineHeight: 'inherit', textAlign: 'left' } as const;

interface PlaceProps {
  readonly place: SourceCellReport;
  /** As it is said here, beside others; the whole of it where nothing is given. */
  readonly label?: string;
  readonly goTo: EarlyViewProps['goTo'];
}

/** Where something was read; a cell of this workbook is one press away. */
export const Place = ({ place, label, goTo }: PlaceProps): ReactElement => {
  const { file, sheet, cell, words: said } = place;
  if (file !== '') return <>{label ?? said}</>;
  return (
    <Link
      as="button"
      inline
      style={AS_AROUND}
      aria-label={words.showPlace(said)}
      title={words.show}
      onClick={() => {
        goTo({ sheet, cell });
      }}
    >
      {label ?? said}
    </Link>
  );
};

interface PlacesProps {
  /** What they are places of: «Встречается:». */
  readonly lead: string;
  readonly places: readonly SourceCellReport[];
  readonly goTo: EarlyViewProps['goTo'];
}

/** The first places in one line, the rest on request. */
export const Places = ({ lead, places, goTo }: PlacesProps): ReactElement => {
  const view = useViewStyles();
  const [isWhole, setWhole] = useState(false);
  const shown = placeLabels(places.slice(0, isWhole ? MANY_PLACES : FEW_PLACES));
  const left = places.length - shown.length;
  return (
    <p className={view.quiet}>
      {lead}{' '}
      {shown.map(({ place, label }, index) => (
        <span key={`${place.words}|${String(index)}`}>
          {index > 0 && ', '}
          <Place place={place} label={label} goTo={goTo} />
        </span>
      ))}
      {left > 0 && !isWhole && (
        <>
          {' '}
          <Link
            as="button"
            inline
            style={AS_AROUND}
            onClick={() => {
              setWhole(true);
            }}
          >
            {words.morePlaces(left)}
          </Link>
        </>
      )}
      {left > 0 && isWhole && ` ${words.morePlaces(left)}`}
    </p>
  );
};
