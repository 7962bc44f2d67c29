import { settle } from './fake-bridge.ts';

/** Frames that come when the test says so. */
export function createFakeFrames() {
  let waiting: (() => void)[] = [];
  return {
    nextFrame: (run: () => void) => void waiting.push(run),
    get waiting(): number {
      return waiting.length;
    },
    async paint(): Promise<void> {
      const due = waiting;
      waiting = [];
      for (const run of due) run();
      await settle();
    },
  };
}
