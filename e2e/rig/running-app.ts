import { expect, type Page } from 'playwright/test';
import type { LocalServerFile } from '#shared/embedded/messages';
import type { SettingsChange } from '#shared/inbox/settings';
import type { Bridge } from '#shared/ipc/contract';
import { Agent } from './agent.ts';
import { ElectronProcess } from './electron-process.ts';
import { type AppFolder, readLocalServer } from './folder.ts';
import { InboxPage } from './inbox-page.ts';
import { PageWatch } from './page-watch.ts';
import { projectRoot } from './project.ts';
import { eventually } from './wait.ts';

declare global {
  interface Window {
    triage: Bridge;
  }
}

export type Launch = {
  folder: AppFolder;
  /** Display and bus. */
  desktop: Record<string, string>;
  env?: Record<string, string>;
  args?: string[];
  settings?: SettingsChange;
  /** What the inbox is called in the language that is spoken; English when left out. */
  inboxName?: string;
};

/** One run of the app: its process, its window, and what went wrong in it. */
export class RunningApp {
  readonly inbox: InboxPage;

  private constructor(
    readonly electron: ElectronProcess,
    readonly page: Page,
    readonly watch: PageWatch,
    readonly launch: Launch,
  ) {
    this.inbox = new InboxPage(page);
  }

  static async start(launch: Launch): Promise<RunningApp> {
    const electron = await launchElectron(launch);
    const page = await electron.page();
    const app = new RunningApp(electron, page, new PageWatch(page.context()), launch);
    await expect(app.inbox.view(launch.inboxName ?? 'Inbox')).toBeVisible();
    if (launch.settings) await app.change(launch.settings);
    return app;
  }

  async change(settings: SettingsChange): Promise<void> {
    const result = await this.page.evaluate((change) => window.triage.call('app:change-settings', change), settings);
    expect(result.ok).toBe(true);
  }

  /** The page of a small window, once it is there. */
  small(name: 'composer' | 'popover'): Promise<Page> {
    return eventually(() =>
      this.page
        .context()
        .pages()
        .find((page) => page.url().endsWith(`#${name}`)),
    );
  }

  get pid(): number {
    return this.electron.child.pid ?? 0;
  }

  /** The embedded server, once it listens. */
  async localServer(): Promise<LocalServerFile> {
    await expect.poll(() => readLocalServer(this.launch.folder)?.pid).toBeDefined();
    const file = readLocalServer(this.launch.folder);
    if (!file) throw new Error('local-server.json went away.');
    return file;
  }

  /** A script that asks with the ready-made key of this machine. */
  async localAgent(): Promise<Agent> {
    const { url, api_key } = await this.localServer();
    return new Agent(url, api_key);
  }

  /** Whether the page is live with each of its servers. */
  async live(): Promise<void> {
    await expect
      .poll(() =>
        this.page.evaluate(async () => {
          const state = await window.triage.call('app:read');
          return state.ok && state.value.accounts.every((one) => one.connection.state === 'live');
        }),
      )
      .toBe(true);
  }

  /** Quits as a person does, and returns the exit code. */
  quit(): Promise<number | null> {
    return this.electron.quit();
  }

  /** Ends the main process as a power cut does. */
  kill(): Promise<void> {
    return this.electron.kill();
  }

  exited(): Promise<number | null> {
    return this.electron.ended();
  }

  get isRunning(): boolean {
    return this.electron.exit === undefined;
  }

  get log(): string {
    return this.electron.output.join('');
  }

  /** What the main process printed about faults of its own. */
  get faults(): string[] {
    return this.log.split('\n').filter((line) => /Unhandled|Uncaught|TypeError|ReferenceError|RangeError/.test(line));
  }
}

export function launchElectron(launch: Launch): Promise<ElectronProcess> {
  const executable = process.env.TRIAGE_E2E_ELECTRON ?? 'electron';
  return ElectronProcess.start(executable, [projectRoot, ...(launch.args ?? [])], appEnv(launch));
}

/** The environment of a person who just logged in: nothing of ours but the display, the bus and the data folder. */
export function appEnv({ folder, desktop, env }: Launch): Record<string, string> {
  const kept = ['PATH', 'LANG', 'LC_ALL', 'TMPDIR', 'LD_LIBRARY_PATH'];
  const inherited = Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  return { ...inherited, HOME: folder.home, TRIAGE_DATA_DIR: folder.data, TZ: 'Europe/Berlin', ...desktop, ...env };
}
