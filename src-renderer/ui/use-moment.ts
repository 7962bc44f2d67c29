import { useEffect, useReducer } from 'react';
import { type Alarm, createAlarm } from './alarm.ts';

let pageAlarm: Alarm | undefined;

/** The page's one alarm, made when first needed. */
function alarm(): Alarm {
  pageAlarm ??= createAlarm({
    now: Date.now,
    setTimer: (run, ms) => window.setTimeout(run, ms),
    clearTimer: (timer) => window.clearTimeout(timer),
  });
  return pageAlarm;
}

/** Draws a component anew at `when` (ms of this machine's clock), once; nothing happens while it is undefined. */
export function useRedrawAt(when: number | undefined): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (when === undefined) return;
    return alarm().at(when, redraw);
  }, [when]);
}
