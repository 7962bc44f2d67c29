import { describe, expect, it } from 'vitest';
import { createAlarm } from './alarm.ts';

/** A clock whose single timer the test can see and let fire. */
function aClock() {
  const clock = {
    time: 0,
    timers: new Map<number, { run: () => void; due: number }>(),
    advanceTo(time: number) {
      for (;;) {
        const next = [...clock.timers].sort((a, b) => a[1].due - b[1].due)[0];
        if (!next || next[1].due > time) break;
        clock.time = next[1].due;
        clock.timers.delete(next[0]);
        next[1].run();
      }
      clock.time = time;
    },
  };
  let made = 0;
  const alarm = createAlarm({
    now: () => clock.time,
    setTimer: (run, ms) => {
      clock.timers.set(++made, { run, due: clock.time + ms });
      return made;
    },
    clearTimer: (timer) => clock.timers.delete(timer),
  });
  return { clock, alarm };
}

describe('the alarm', () => {
  it('rings each at its moment with never more than one timer', () => {
    const { clock, alarm } = aClock();
    const rung: string[] = [];
    alarm.at(300, () => rung.push(`late ${clock.time}`));
    alarm.at(100, () => rung.push(`early ${clock.time}`));
    alarm.at(100, () => rung.push(`same ${clock.time}`));
    expect(clock.timers.size).toBe(1);
    clock.advanceTo(1_000);
    expect(rung).toEqual(['early 100', 'same 100', 'late 300']);
    expect(clock.timers.size).toBe(0);
  });

  it('forgets what was cancelled, and leaves no timer behind', () => {
    const { clock, alarm } = aClock();
    const rung: string[] = [];
    alarm.at(100, () => rung.push('rung'))();
    expect(clock.timers.size).toBe(0);
    clock.advanceTo(1_000);
    expect(rung).toEqual([]);
  });

  it('lets one that rings ask for the next', () => {
    const { clock, alarm } = aClock();
    const rung: number[] = [];
    const again = (): void => {
      rung.push(clock.time);
      if (clock.time < 300) alarm.at(clock.time + 100, again);
    };
    alarm.at(100, again);
    clock.advanceTo(1_000);
    expect(rung).toEqual([100, 200, 300]);
  });

  it('waits for a moment that is further away than a timer can count', () => {
    const { clock, alarm } = aClock();
    const rung: number[] = [];
    alarm.at(5_000_000_000, () => rung.push(clock.time));
    clock.advanceTo(4_999_999_999);
    expect(rung).toEqual([]);
    clock.advanceTo(5_000_000_000);
    expect(rung).toEqual([5_000_000_000]);
  });
});
