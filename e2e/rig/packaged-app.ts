import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright/test';
import type { AppFolder } from './folder.ts';
import { projectRoot } from './project.ts';
import { appEnv } from './running-app.ts';

const folderOfPackage = join(projectRoot, 'release', 'linux-unpacked');

/** The executable that `npm run package` made. */
export function packagedExecutable(): string {
  const name = readdirSync(folderOfPackage).find((entry) => {
    const path = join(folderOfPackage, entry);
    return statSync(path).isFile() && /^triage-?inbox$/i.test(entry) && isExecutable(path);
  });
  if (!name) throw new Error('release/linux-unpacked holds no app; "npm run package" makes it.');
  return join(folderOfPackage, name);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The packaged app: its fuses keep Playwright's own launcher out, so it is driven over the DevTools protocol. */
export class PackagedApp {
  private constructor(
    private readonly child: ChildProcess,
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  static async start(folder: AppFolder, desktop: Record<string, string>): Promise<PackagedApp> {
    const args = ['--remote-debugging-port=0', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
    const child = spawn(packagedExecutable(), args, {
      env: appEnv({ folder, desktop }),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const browser = await chromium.connectOverCDP(await devToolsAddress(child));
    const context = browser.contexts()[0];
    if (!context) throw new Error('The packaged app has no browser context.');
    return new PackagedApp(child, browser, context.pages()[0] ?? (await context.waitForEvent('page')));
  }

  /** Asks the app to end, as a session manager does, and returns its exit code. */
  async quit(): Promise<number | null> {
    await this.browser.close();
    if (this.child.exitCode !== null) return this.child.exitCode;
    const ended = new Promise<number | null>((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    return ended;
  }
}

async function devToolsAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('The packaged app has no stderr.');
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /^DevTools listening on (\S+)/.exec(line)?.[1];
    if (!address) continue;
    child.stderr.resume();
    return address;
  }
  throw new Error('The packaged app ended before it could be driven.');
}
