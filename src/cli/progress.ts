/** Work shorter than this is done before anyone could read what it is doing. */
const QUIET_MILLISECONDS = 2000;

/** Says what is being done, once the work has taken long enough to make one wonder. */
export interface Progress {
  now(doing: string): void;
  stop(): void;
}

export function startProgress(write: (line: string) => void): Progress {
  let doing = '';
  let said = '';
  let isLong = false;
  const say = (): void => {
    if (doing === said || doing === '') return;
    said = doing;
    write(doing);
  };
  const timer = setTimeout(() => {
    isLong = true;
    say();
  }, QUIET_MILLISECONDS);
  const begun = performance.now();
  return {
    now(next) {
      doing = next;
      // Computation keeps the timer from firing: the clock is asked as well.
      if (isLong || performance.now() - begun > QUIET_MILLISECONDS) say();
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
