import { makeStyles, tokens } from '@fluentui/react-components';

/** What all views share: the calm of one column, from 320 to 450 pixels wide. */
export const useViewStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', rowGap: '12px', minWidth: 0, overflowWrap: 'anywhere' },
  section: { display: 'flex', flexDirection: 'column', rowGap: '8px', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    scrollMarginTop: '120px',
    ':focus': { outlineStyle: 'none' },
  },
  subtitle: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0 },
  strong: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '6px',
    minWidth: 0,
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    minWidth: 0,
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  danger: { color: tokens.colorStatusDangerForeground1 },
  calm: { color: tokens.colorNeutralForeground2 },
  focusable: {
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
    },
  },
  fieldset: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  /** What typing comes to, in sight while one types. */
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  /** A line of a column that speaks now and then: silent, it takes no room, and stays known to a screen reader. */
  speaking: { margin: 0, ':empty': { marginTop: '-8px' } },
  // Neither the bar at the bottom nor the tabs at the top may lie over what has the focus.
  aboveBar: {
    '& input, & textarea, & select, & button': { scrollMarginBottom: '140px', scrollMarginTop: '120px' },
  },
  heard: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    padding: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
    border: 0,
  },
});

/** How a judgement is coloured; the word always stands beside. */
export type ViewTone = 'good' | 'warning' | 'danger' | 'calm';
