import { useState } from 'react';
import type { ReactElement } from 'react';
import { ATTENTION } from '../../nextSteps';
import type { ViewProps } from '../../view';
import { IndicatorDetail } from './IndicatorDetail';
import { IndicatorList } from './IndicatorList';
import type { ListFilter } from './IndicatorList';

/** The rows of the report, and where each of their numbers comes from. `focus`: a row number, or "attention". */
export const IndicatorsView = (props: ViewProps): ReactElement => {
  const { report, focus } = props;
  const [filter, setFilter] = useState<ListFilter>('all');
  const [opened, setOpened] = useState<string | null>(null);
  /** The row that was open: the focus goes back to it. */
  const [left, setLeft] = useState<string | null>(null);

  const [seenFocus, setSeenFocus] = useState<string | null>(null);
  if (focus !== seenFocus) {
    setSeenFocus(focus);
    if (focus === ATTENTION) setFilter('attention');
    if (focus !== null) setOpened(report.rows.some(({ no }) => no === focus) ? focus : null);
  }

  const row = report.rows.find(({ no }) => no === opened);
  if (row === undefined) {
    return (
      <IndicatorList
        rows={report.rows}
        filter={filter}
        landing={left}
        onFilter={setFilter}
        onOpen={setOpened}
      />
    );
  }
  return (
    <IndicatorDetail
      key={row.no}
      row={row}
      {...props}
      onBack={() => {
        setLeft(row.no);
        setOpened(null);
      }}
    />
  );
};
