import type { Clock } from './clock.ts';

/** What was waited for did not come in time. It may still happen. */
export class TookTooLong extends Error {
  constructor(limitMs: number) {
    super(`no reply within ${limitMs} ms`);
  }
}

/** The outcome of `work`, or a `TookTooLong` after `limitMs`. */
export function within<T>(clock: Clock, limitMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.at(clock.now() + limitMs, () => reject(new TookTooLong(limitMs)));
    work.then(resolve, reject).finally(cancel);
  });
}
