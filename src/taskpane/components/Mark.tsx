import type { ReactElement } from 'react';

/** Small signs in the colour of the text around them, so that a contrast theme keeps them visible. */
const shapes = {
  check: 'M2.5 8.5 6 12l7.5-8',
  attention: 'M8 2 1.5 13.5h13L8 2Zm0 4.5v3.2m0 1.6v.6',
} as const;

interface MarkProps {
  readonly shape: keyof typeof shapes;
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
