import { join } from 'node:path';
import { ElectronProcess } from '../../e2e/rig/electron-process.ts';
import { type AppFolder, makeAppFolder } from '../../e2e/rig/folder.ts';
import { appEnv } from '../../e2e/rig/running-app.ts';
import type { WatchedElectron } from './watched-electron.ts';
import { WatchedPage } from './watched-page.ts';

export const bareMain = join(import.meta.dirname, '..', 'floors', 'bare', 'main.cjs');

/** The bare window, running beside the app. */
export class FloorWindow {
  private constructor(
    readonly electron: ElectronProcess,
    readonly watched: WatchedPage,
    private readonly folder: AppFolder,
  ) {}

  static async start(
    runtime: WatchedElectron,
    desktop: Record<string, string>,
    env: Record<string, string> = {},
  ): Promise<FloorWindow> {
    const folder = makeAppFolder();
    const launch = { folder, desktop, env: { BENCH_MAIN: bareMain, ...env } };
    const electron = await ElectronProcess.start(runtime.executablePath, [], appEnv(launch));
    return new FloorWindow(electron, await WatchedPage.of(await electron.page()), folder);
  }

  async stop(): Promise<void> {
    await this.electron.quit();
    this.folder.remove();
  }
}
