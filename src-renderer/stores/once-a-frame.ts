/** Runs something before the next paint. */
export type NextFrame = (run: () => void) => void;

/** Gathers any number of calls into one run in the next frame. */
export function onceAFrame(nextFrame: NextFrame, run: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    nextFrame(() => {
      asked = false;
      run();
    });
  };
}
