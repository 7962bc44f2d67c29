/** Runs something before the next paint. */
export type NextFrame = (run: () => void) => void;

/**
 * Gathers any number of calls into one run a frame. The first call after a quiet frame runs as soon as the task at hand
 * has ended; what is called after that runs in the next frame. A run that reads something returns its promise: until it
 * has read, no frame is asked for, so that the one in which it is drawn need not wait for an empty one to pass.
 */
export function onceAFrame(nextFrame: NextFrame, run: () => unknown): () => void {
  let state: 'quiet' | 'due' | 'ran' | 'asked-again' = 'quiet';
  const start = () => {
    state = 'ran';
    void Promise.resolve(run()).finally(() => nextFrame(onFrame));
  };
  const onFrame = () => {
    if (state === 'asked-again') start();
    else state = 'quiet';
  };
  return () => {
    if (state === 'ran') state = 'asked-again';
    if (state !== 'quiet') return;
    state = 'due';
    queueMicrotask(start);
  };
}
