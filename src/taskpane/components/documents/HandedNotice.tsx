import { mergeClasses } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { documentsPaneWords as words } from '../../../messages/pane/documents';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';
import type { FileMaking } from './made';

interface HandedNoticeProps {
  readonly making: Pick<FileMaking<{ name: string; bytes: Uint8Array }>, 'isMaking' | 'handed'>;
  /** What to do when the file is nowhere to be found; "" where there is nothing to say. */
  readonly hint?: string;
}

/** Where a file has gone; a screen reader hears it. */
export const HandedNotice = ({
  making: { isMaking, handed },
  hint = '',
}: HandedNoticeProps): ReactElement => {
  const view = useViewStyles();
  return (
    <div role="status" className={view.speaking}>
      {isMaking && <p className={view.quiet}>{words.makingFile}</p>}
      {handed !== null && (
        <>
          <p className={mergeClasses(view.text, handed.way === 'none' ? view.warning : view.good)}>
            <Mark shape={handed.way === 'none' ? 'attention' : 'check'} />{' '}
            {words.saved[handed.way](handed.file.name)}
          </p>
          {handed.way === 'download' && hint !== '' && <p className={view.quiet}>{hint}</p>}
        </>
      )}
    </div>
  );
};
