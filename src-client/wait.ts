import { setTimeout as pause } from 'node:timers/promises';
import { ATPError } from './error.ts';
import { type Ending, endingOf, type NotificationStatus } from './status.ts';

/** One long read asks the server to hold it for so many seconds (`?wait`, an extension of ours). */
const heldSeconds = 30;
/** How often a server that does not know `?wait` is asked. */
const firstPauseMs = 1_000;
const longestPauseMs = 15_000;

export type ReadStatus = (waitSeconds: number, signal: AbortSignal | undefined) => Promise<NotificationStatus>;

/**
 * Reads until the question has ended. A server that holds the read (`?wait`) answers at once; any other is polled, ever
 * more slowly. Outages are waited out; a refusal is thrown. Throws the signal's reason when it aborts.
 */
export async function untilEnded(
  read: ReadStatus,
  signal?: AbortSignal,
  onTrouble?: (why: ATPError) => void,
): Promise<Ending> {
  let pauseMs = firstPauseMs;
  for (;;) {
    const askedAt = performance.now();
    let waitMs: number;
    try {
      const ending = endingOf(await read(heldSeconds, signal));
      if (ending) return ending;
      const wasHeld = performance.now() - askedAt >= (heldSeconds * 1000) / 2;
      waitMs = wasHeld ? 0 : pauseMs;
    } catch (thrown) {
      if (!(thrown instanceof ATPError) || !thrown.isTransient) throw thrown;
      onTrouble?.(thrown);
      waitMs = thrown.retryAfterMs ?? pauseMs;
    }
    if (waitMs === 0) pauseMs = firstPauseMs;
    else {
      await pause(waitMs, undefined, signal ? { signal } : {}).catch((thrown: unknown) => {
        signal?.throwIfAborted();
        throw thrown;
      });
      pauseMs = Math.min(pauseMs * 1.5, longestPauseMs);
    }
  }
}
