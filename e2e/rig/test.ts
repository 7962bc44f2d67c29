import { test as base, expect, type TestInfo } from 'playwright/test';
import { type Desktop, type Display, startDesktop, startDisplay } from './desktop.ts';
import { type AppFolder, makeAppFolder } from './folder.ts';
import { LoneServer } from './lone-server.ts';
import { type Launch, RunningApp } from './running-app.ts';
import { ScriptedServer } from './scripted-server.ts';
import { WebhookReceiver } from './webhook-receiver.ts';

export { expect } from 'playwright/test';

type StartOptions = Partial<Omit<Launch, 'desktop'>>;
type Fixtures = {
  desktop: Desktop;
  folder: AppFolder;
  /** Starts the app, by default on the test's folder; whatever still runs at the end is quit, and looked at for faults. */
  startApp: (options?: StartOptions) => Promise<RunningApp>;
  /** The app with its embedded server, started, answers leaving at once. */
  app: RunningApp;
  receiver: WebhookReceiver;
  loneServer: LoneServer;
  scripted: ScriptedServer;
};

export const test = base.extend<Fixtures, { display: Display }>({
  display: [
    async ({ playwright: _ }, use) => {
      const display = await startDisplay();
      await use(display);
      await display.stop();
    },
    { scope: 'worker' },
  ],
  desktop: async ({ display }, use) => {
    const desktop = await startDesktop(display);
    await use(desktop);
    await desktop.stop();
  },
  folder: async ({ display: _ }, use) => {
    const folder = makeAppFolder();
    await use(folder);
    folder.remove();
  },
  startApp: async ({ desktop, folder }, use, info) => {
    const started: RunningApp[] = [];
    await use(async (options = {}) => {
      const app = await RunningApp.start({ folder, desktop: desktop.env, ...options });
      started.push(app);
      return app;
    });
    for (const app of started) await endAndInspect(app, info);
  },
  app: async ({ startApp }, use) => {
    await use(await startApp({ settings: { takeBackSeconds: 0 } }));
  },
  receiver: async ({ display: _ }, use) => {
    const receiver = await WebhookReceiver.start();
    await use(receiver);
    await receiver.stop();
  },
  loneServer: async ({ display: _ }, use, info) => {
    const server = await LoneServer.start();
    await use(server);
    if (info.status !== info.expectedStatus) {
      await info.attach('server log', { body: server.log.join(''), contentType: 'text/plain' });
    }
    await server.stop();
  },
  scripted: async ({ display: _ }, use) => {
    const server = await ScriptedServer.start();
    await use(server);
    await server.stop();
  },
});

async function endAndInspect(app: RunningApp, info: TestInfo): Promise<void> {
  if (info.status !== info.expectedStatus) await keepEvidence(app, info);
  if (app.isRunning) await app.quit();
  expect.soft(app.watch.problems, 'errors in the page').toEqual([]);
  expect.soft(app.watch.foreignRequests, 'requests of the page off our scheme').toEqual([]);
  expect.soft(app.faults, 'faults of the main process').toEqual([]);
}

async function keepEvidence(app: RunningApp, info: TestInfo): Promise<void> {
  await info.attach('log', { body: app.log, contentType: 'text/plain' });
  if (!app.isRunning || app.page.isClosed()) return;
  const path = info.outputPath(`window-${app.pid}.png`);
  await app.page.screenshot({ path, timeout: 3000 }).catch(() => undefined); // a hidden window gives no picture
}
