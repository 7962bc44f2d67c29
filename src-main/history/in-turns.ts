import type { Clock } from '#main/time/clock';

/** Long work holds nothing else up for longer than this, and leaves this much for everything else, in ms. */
const turnMs = 12;
const restMs = 4;

/** Runs the steps of long work in short turns. Returns its end, and the way to stop it: the promise then gives undefined. */
export function inTurns<R>(
  clock: Clock,
  steps: Iterator<unknown, R>,
): { done: Promise<R | undefined>; stop: () => void } {
  let stop = () => {};
  const done = new Promise<R | undefined>((resolve, reject) => {
    let cancel = () => {};
    stop = () => {
      cancel();
      resolve(undefined);
    };
    const turn = () => {
      const until = clock.monotonic() + turnMs;
      try {
        do {
          const step = steps.next();
          if (step.done) {
            resolve(step.value);
            return;
          }
        } while (clock.monotonic() < until);
      } catch (thrown) {
        reject(thrown);
        return;
      }
      cancel = clock.after(restMs, turn);
    };
    turn();
  });
  return { done, stop: () => stop() };
}
