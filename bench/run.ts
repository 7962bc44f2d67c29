import { test as base } from '../e2e/rig/test.ts';
import { measures } from './measures/index.ts';
import { readOptions } from './options.ts';
import { FloorWindow } from './rig/floor-window.ts';
import { makeWatchedElectron, type WatchedElectron } from './rig/watched-electron.ts';

/** The measures, each as what Playwright calls a test: it brings the rig of e2e, and one that cannot run stops no other. */

type Fixtures = { startFloor: (env?: Record<string, string>) => Promise<FloorWindow> };
const test = base.extend<Fixtures, { runtime: WatchedElectron }>({
  runtime: [
    async ({ playwright: _ }, use) => {
      const runtime = makeWatchedElectron();
      await use(runtime);
      runtime.remove();
    },
    { scope: 'worker' },
  ],
  startFloor: async ({ runtime, desktop }, use) => {
    const started: FloorWindow[] = [];
    await use(async (env) => {
      const floor = await FloorWindow.start(runtime, desktop.env, env);
      started.push(floor);
      return floor;
    });
    for (const floor of started) await floor.stop();
  },
});

const { samples, isQuick, wants } = readOptions(process.env);

for (const measure of measures.filter(wants)) {
  test(`${measure.names.join(', ')}: ${measure.title}`, async ({
    desktop,
    folder,
    scripted,
    runtime,
    startApp,
    startFloor,
  }, info) => {
    const rig = { desktop, folder, scripted, runtime, startApp, startFloor };
    const taken = await measure.run({ ...rig, samples, isQuick });
    await info.attach('taken', { body: JSON.stringify(taken), contentType: 'application/json' });
  });
}
