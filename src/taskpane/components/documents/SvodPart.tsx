import { Button, ProgressBar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { svodPaneWords as words } from '../../../messages/pane/svod';
import type { JoinedFile } from '../../../usecases/contract';
import { shareOf } from '../../svodView';
import type { EarlyViewProps } from '../../view';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';
import { SvodResult } from './SvodResult';
import { useSvodDesk } from './svodDesk';

const useStyles = makeStyles({
  drop: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '6px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
  over: { backgroundColor: tokens.colorBrandBackground2 },
});

/** Read one at a time, when their turn comes. */
const joinedFiles = (chosen: Iterable<File>): readonly JoinedFile[] =>
  [...chosen].map((file) => ({
    name: file.name,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
  }));

interface FilesProps {
  readonly isAgain: boolean;
  readonly onChoose: (files: readonly JoinedFile[]) => void;
}

/** Many files, chosen or dropped. */
const Files = ({ isAgain, onChoose }: FilesProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={mergeClasses(styles.drop, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onChoose(joinedFiles(event.dataTransfer.files));
      }}
    >
      <div>
        <Button appearance={isAgain ? 'secondary' : 'primary'} onClick={() => input.current?.click()}>
          {isAgain ? words.chooseOther : words.chooseFiles}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".xlsx,.xlsm"
        onChange={(event) => {
          const { files } = event.target;
          if (files !== null) onChoose(joinedFiles(files));
          // The same files may be chosen once more after they have been put right.
          event.target.value = '';
        }}
      />
      <p className={view.quiet}>{isOver ? words.dropHere : words.filesHint}</p>
    </div>
  );
};

/** Many registers into one, for the department; the open workbook has no part in it. */
export const SvodPart = (props: EarlyViewProps): ReactElement => {
  const view = useViewStyles();
  const { joining, join, stop } = useSvodDesk(props);
  const end = useRef<HTMLDivElement>(null);
  const [stopButton, setStopButton] = useState<HTMLButtonElement | null>(null);
  const wasReading = useRef(false);
  const isReading = joining.kind === 'reading';
  useEffect(() => {
    // Where there were files to choose there is now something else: the focus goes along.
    if (isReading && stopButton === null) return;
    if (isReading && !wasReading.current) stopButton?.focus();
    if (!isReading && wasReading.current) end.current?.focus();
    wasReading.current = isReading;
  }, [isReading, stopButton]);
  return (
    <>
      <p className={view.quiet}>{words.intro}</p>
      {isReading ? (
        <div className={view.panel}>
          <p className={view.strong}>{words.reading(joining.done, joining.total)}</p>
          <ProgressBar value={shareOf(joining)} thickness="large" aria-label={words.progress} />
          <p className={view.quiet}>{words.readingFile(joining.name)}</p>
          <div>
            <Button ref={setStopButton} onClick={stop}>
              {words.stop}
            </Button>
          </div>
        </div>
      ) : (
        <Files isAgain={joining.kind === 'joined'} onChoose={join} />
      )}
      <div role="status" className={view.heard}>
        {isReading ? words.reading(joining.done, joining.total) : ''}
      </div>
      <div ref={end} tabIndex={-1} className={mergeClasses(view.section, view.focusable)}>
        {joining.kind === 'stopped' && (
          <p className={view.text}>
            <Mark shape="info" /> {words.stopped}
          </p>
        )}
        {joining.kind === 'failed' && (
          <>
            <p className={view.text}>{words.failed}</p>
            <div>
              <Button
                onClick={() => {
                  join(joining.files);
                }}
              >
                {words.again}
              </Button>
            </div>
          </>
        )}
        {joining.kind === 'joined' && (
          <SvodResult report={joining.report} files={joining.files} ask={props.ask} canSave={props.canSave} />
        )}
      </div>
    </>
  );
};
