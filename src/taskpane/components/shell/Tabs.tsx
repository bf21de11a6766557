import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { shellWords as words } from '../../../messages/pane/shell';
import type { WorkbookReport } from '../../../usecases/contract';
import { tabCounts } from '../../shellView';
import type { ViewName } from '../../view';
import { useRoving } from '../roving';
import { useViewStyles } from '../viewStyles';
import { MOUNTED } from './mounted';

const useStyles = makeStyles({
  root: {
    zIndex: 1,
    margin: '0 -12px',
    padding: '6px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    // On a low screen the rows of tabs would take what is to be read.
    '@media (min-height: 520px)': { position: 'sticky', top: 0 },
  },
  // All names stay in sight at every width: nothing hides behind «Ещё».
  tabs: { display: 'flex', flexWrap: 'wrap', gap: '2px' },
  tab: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '5px',
    minHeight: '28px',
    boxSizing: 'border-box',
    padding: '3px 8px',
    borderRadius: tokens.borderRadiusCircular,
    border: '1px solid transparent',
    font: 'inherit',
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': {
      color: tokens.colorNeutralForeground2Hover,
      backgroundColor: tokens.colorSubtleBackgroundHover,
    },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
  },
  icon: { padding: '3px 5px', fontSize: '18px' },
  chosen: {
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    borderTopColor: tokens.colorBrandStroke1,
    borderRightColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderLeftColor: tokens.colorBrandStroke1,
    ':hover': { color: tokens.colorBrandForeground2, backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': {
      color: 'HighlightText',
      backgroundColor: 'Highlight',
      forcedColorAdjust: 'none',
    },
  },
});

export const tabId = (view: ViewName): string => `tab-${view}`;
export const panelId = (view: ViewName): string => `panel-${view}`;

interface TabsProps {
  readonly report: WorkbookReport;
  readonly view: ViewName;
  readonly onOpen: (view: ViewName) => void;
}

/** The views by name; arrows move along them, Enter opens. */
export const Tabs = ({ report, view, onOpen }: TabsProps): ReactElement => {
  const shared = useViewStyles();
  const styles = useStyles();
  const counts = tabCounts(report);
  const { group, item } = useRoving<HTMLDivElement>(MOUNTED.length);
  return (
    <div className={styles.root}>
      <div className={styles.tabs} role="tablist" aria-label={words.tabs} {...group}>
        {MOUNTED.map((name, index) => {
          const count = counts[name];
          const isChosen = name === view;
          return (
            <button
              key={name}
              type="button"
              {...item(index)}
              role="tab"
              id={tabId(name)}
              className={mergeClasses(
                shared.focusable,
                styles.tab,
                name === 'settings' && styles.icon,
                isChosen && styles.chosen,
              )}
              // Tab comes back to the view that is open, wherever the arrows have been.
              tabIndex={isChosen ? 0 : -1}
              aria-selected={isChosen}
              aria-controls={isChosen ? panelId(name) : undefined}
              onClick={() => {
                onOpen(name);
              }}
            >
              {/* The one that everybody knows by its sign, and that is seldom wanted: two rows are enough so. */}
              {name === 'settings' ? (
                <SettingsRegular aria-label={words.views[name]} title={words.views[name]} />
              ) : (
                words.views[name]
              )}
              {count !== undefined && (
                <>
                  {' '}
                  <CounterBadge
                    count={count.count}
                    overflowCount={99}
                    size="small"
                    color="danger"
                    aria-hidden="true"
                  />
                  <span className={shared.heard}>{count.words}</span>
                </>
              )}
            </button>
          );
        })}
      </div>
    </div>
  );
};
