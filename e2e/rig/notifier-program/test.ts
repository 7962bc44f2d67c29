import type { OwnElectron } from '../own-electron.ts';
import { test as base, expect } from '../test.ts';
import { makeNotifierProgram, RunningNotifier } from './notifier-program.ts';

export { expect } from '../test.ts';

type Fixtures = {
  /** The notifier alone, on the test's desktop. */
  startNotifier: (env?: Record<string, string>) => Promise<RunningNotifier>;
};

/** Tests of the notifier without the app around it. */
export const test = base.extend<Fixtures, { program: OwnElectron }>({
  program: [
    async ({ playwright: _ }, use) => {
      const program = await makeNotifierProgram();
      await use(program);
      program.remove();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  startNotifier: async ({ program, folder, desktop }, use) => {
    const started: RunningNotifier[] = [];
    await use(async (env = {}) => {
      const running = await RunningNotifier.start(program, folder, { ...desktop.env, ...env });
      started.push(running);
      return running;
    });
    for (const { electron } of started) {
      if (electron.exit === undefined) expect.soft(await electron.quit()).toBe(0);
      expect.soft(electron.output.join('')).not.toMatch(/Unhandled|Uncaught|TypeError/);
    }
  },
});
