import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { adoptionPaneWords } from '../../../messages/pane/adoption';
import type { AdoptionSheetReport, SourceRowReport } from '../../../usecases/contract';
import { rowText, withoutHeaders } from '../../adoptionView';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';
import type { AdoptionDesk } from './adoptionDesk';

const words = adoptionPaneWords.found;

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto 28px minmax(0, 1fr)',
    alignItems: 'baseline',
    columnGap: '6px',
    padding: '3px 4px',
    borderRadius: tokens.borderRadiusSmall,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  chosen: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorBrandBackground2 },
  number: {
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  cells: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  input: { margin: 0, accentColor: tokens.colorBrandBackground },
});

interface HeaderPickerProps {
  readonly label: string;
  readonly rows: readonly SourceRowReport[];
  /** Row of the header; null: none was found. */
  readonly header: number | null;
  readonly above: number | null;
  readonly below: number | null;
  /** A header of this sheet was moved. */
  readonly canReset: boolean;
  readonly sheet: AdoptionSheetReport;
  readonly desk: AdoptionDesk;
  readonly onPick: (row: number) => void;
}

/** The rows around a header, of which one is chosen: by a press, by the arrows, or one up and one down. */
export const HeaderPicker = (props: HeaderPickerProps): ReactElement => {
  const { label, rows, header, above, below, canReset, sheet, desk, onPick } = props;
  const view = useViewStyles();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <div>
        <Button
          size="small"
          appearance="subtle"
          icon={<Mark shape={isOpen ? 'down' : 'open'} />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {label}
        </Button>
      </div>
      <div id={id} hidden={!isOpen} className={view.section}>
        {isOpen && (
          <>
            {header !== null && (
              <div className={view.row}>
                <Button
                  size="small"
                  disabledFocusable={above === null}
                  onClick={() => {
                    if (above !== null) onPick(above);
                  }}
                >
                  {words.up}
                </Button>
                <Button
                  size="small"
                  disabledFocusable={below === null}
                  onClick={() => {
                    if (below !== null) onPick(below);
                  }}
                >
                  {words.down}
                </Button>
                {canReset && (
                  <Button
                    size="small"
                    appearance="subtle"
                    onClick={() => {
                      desk.choose((draft) => withoutHeaders(draft, sheet.key));
                    }}
                  >
                    {words.asFound}
                  </Button>
                )}
              </div>
            )}
            <fieldset className={view.fieldset} style={{ rowGap: 0 }}>
              <legend className={view.heard}>{words.headerRows}</legend>
              {rows.map((row) => (
                <label key={row.row} className={mergeClasses(styles.row, row.isHeader && styles.chosen)}>
                  <input
                    type="radio"
                    className={styles.input}
                    name={id}
                    value={row.row}
                    checked={row.row === header}
                    onChange={() => {
                      onPick(row.row);
                    }}
                  />
                  <span className={styles.number}>
                    <span className={view.heard}>{words.row(row.row)}</span>
                    <span aria-hidden="true">{row.row}</span>
                  </span>
                  <span className={styles.cells}>{rowText(row)}</span>
                </label>
              ))}
            </fieldset>
          </>
        )}
      </div>
    </>
  );
};
