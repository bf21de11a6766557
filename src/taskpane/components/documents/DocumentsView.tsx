import { Button } from '@fluentui/react-components';
import { useEffect, useEffectEvent } from 'react';
import type { ReactElement } from 'react';
import { documentsPaneWords as words } from '../../../messages/pane/documents';
import { partOf } from '../../documentsView';
import type { PartName } from '../../documentsView';
import { createStore } from '../../store';
import type { EarlyViewProps } from '../../view';
import { useStore } from '../asking';
import { useViewStyles } from '../viewStyles';
import { DepartmentPart } from './DepartmentPart';
import { DocumentsPart } from './DocumentsPart';
import { PartsBar } from './PartsBar';
import { SvodPart } from './SvodPart';

/** One page, one workbook: the part that was looked at last is found again. */
const store = createStore<PartName>('documents');

/** Papers of the association, the copy for the department, and for the department many registers joined. */
export const DocumentsView = (props: EarlyViewProps): ReactElement => {
  const { report, focus, open } = props;
  const view = useViewStyles();
  const chosen = useStore(store);
  const follow = useEffectEvent(() => {
    const wanted = partOf(focus);
    if (wanted !== null) store.set(() => wanted);
  });
  useEffect(() => {
    follow();
  }, [focus]);
  // Without a register there is nothing to make or to send; joining needs none.
  const part = report === null ? 'svod' : chosen;
  return (
    <section className={view.view} aria-labelledby="documents-heading">
      <h2 id="documents-heading" className={view.title} tabIndex={-1}>
        {report === null ? words.partHeadings.svod : words.heading}
      </h2>
      {report !== null && (
        <PartsBar
          part={part}
          onChoose={(name) => {
            store.set(() => name);
          }}
        />
      )}
      {report !== null && part === 'documents' && <DocumentsPart {...props} report={report} />}
      {report !== null && part === 'department' && <DepartmentPart {...props} report={report} />}
      {part === 'svod' && <SvodPart {...props} />}
      {report === null && (
        <div>
          <Button
            onClick={() => {
              open('overview');
            }}
          >
            {words.leave}
          </Button>
        </div>
      )}
    </section>
  );
};
