import type { ReactElement } from 'react';

/** Small signs in the colour of the text around them, so that a contrast theme keeps them visible. */
const shapes = {
  check: 'M2.5 8.5 6 12l7.5-8',
  attention: 'M8 2 1.5 13.5h13L8 2Zm0 4.5v3.2m0 1.6v.6',
  cross: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.8 5.8l4.4 4.4m0-4.4-4.4 4.4',
  clock: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 4.5V8l2.5 1.8',
  circle: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z',
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7.3v3.9m0-6.5v.4',
  calendar: 'M2 3.5h12v10.5H2zM2 6.8h12M5 1.8v3M11 1.8v3',
  open: 'M5.5 3 10.5 8l-5 5',
  down: 'M3 5.5 8 10.5l5-5',
} as const;

export type MarkShape = keyof typeof shapes;

interface MarkProps {
  readonly shape: MarkShape;
}

/** A sign without a name of its own: the word beside it says what it means. */
export const Mark = ({ shape }: MarkProps): ReactElement => (
  <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path
      d={shapes[shape]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
