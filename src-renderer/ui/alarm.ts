/** What an alarm needs of the world: the time, and to be called back. */
export type AlarmPorts = {
  now: () => number;
  setTimer: (run: () => void, ms: number) => number;
  clearTimer: (timer: number) => void;
};

export type Alarm = { at: (when: number, run: () => void) => () => void };

const longestTimerMs = 2 ** 31 - 1;

/**
 * One timer for everything on the page that waits for a moment: it stands at the earliest, wakes all that are due
 * together, and is not there while nobody waits. `when` is in ms of `now`.
 */
export function createAlarm({ now, setTimer, clearTimer }: AlarmPorts): Alarm {
  const waiting = new Set<{ when: number; run: () => void }>();
  let timer: number | undefined;

  const arrange = () => {
    if (timer !== undefined) clearTimer(timer);
    timer = undefined;
    if (waiting.size === 0) return;
    const earliest = Math.min(...[...waiting].map((entry) => entry.when));
    timer = setTimer(ring, Math.min(Math.max(0, earliest - now()), longestTimerMs));
  };
  const ring = () => {
    timer = undefined;
    const due = [...waiting].filter((entry) => entry.when <= now());
    for (const entry of due) waiting.delete(entry);
    for (const entry of due) entry.run();
    arrange();
  };
  return {
    at(when, run) {
      const entry = { when, run };
      waiting.add(entry);
      arrange();
      return () => {
        if (waiting.delete(entry)) arrange();
      };
    },
  };
}
