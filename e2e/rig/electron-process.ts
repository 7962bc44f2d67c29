import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright/test';
import { spawnBound } from '../../scripts/lib/bound-child.mjs';
import { type ElectronModule, Inspector } from './inspector.ts';
import { isPageLoaded } from './loaded-page.ts';
import { eventually } from './wait.ts';

export type Exit = { code: number | null; signal: string | null };

/**
 * An Electron app as a process, driven from outside. Playwright's own launcher is not used: it attaches while the first
 * page loads, and about once in a hundred starts it then waits for ever for a navigation that it missed.
 */
export class ElectronProcess {
  readonly output: string[] = [];
  exit: Exit | undefined;
  private inspector: Inspector | undefined;
  private browser: Browser | undefined;
  private readonly addresses: Promise<{ node: string | undefined; devTools: string }>;

  private constructor(
    readonly child: ChildProcess,
    withInspector: boolean,
  ) {
    child.once('exit', (code, signal) => {
      this.exit = { code, signal };
    });
    child.stdout?.on('data', (part) => this.output.push(String(part)));
    this.addresses = this.readAddresses(withInspector);
  }

  /** Starts an app. A fused one has no inspector: its main process cannot be asked. */
  static async start(
    executable: string,
    args: string[],
    env: Record<string, string>,
    withInspector = true,
  ): Promise<ElectronProcess> {
    const ours = ['--remote-debugging-port=0', ...(withInspector ? ['--inspect=0'] : [])];
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const child = spawnBound(executable, [...sandbox, ...ours, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const started = new ElectronProcess(child, withInspector);
    const { node } = await started.addresses;
    if (node) started.inspector = await Inspector.connect(node);
    return started;
  }

  /** Runs a function in the main process. */
  evaluate<R, A>(run: (electron: ElectronModule, argument: A) => R | Promise<R>, argument?: A): Promise<R> {
    if (!this.inspector) throw new Error('The main process of this app cannot be asked.');
    return this.inspector.evaluate(run, argument);
  }

  /** The app's window, once its page has loaded. */
  async page(): Promise<Page> {
    const { devTools } = await this.addresses;
    await eventually(async () => (await isPageLoaded(devTools)) || undefined);
    this.browser = await chromium.connectOverCDP(devTools);
    const context = this.browser.contexts()[0];
    if (!context) throw new Error('The app has no browser context.');
    return context.pages()[0] ?? (await context.waitForEvent('page'));
  }

  /** Quits as a person does, and returns the exit code. */
  async quit(): Promise<number | null> {
    if (this.exit) return this.exit.code;
    if (this.inspector)
      await this.evaluate(({ app }) => app.quit()).catch(() => undefined); // it may be gone already
    else this.child.kill('SIGTERM');
    return this.ended();
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended();
  }

  async ended(): Promise<number | null> {
    const { code } = await eventually(() => this.exit, 12_000);
    await this.browser?.close();
    this.inspector?.close();
    return code;
  }

  private async readAddresses(withInspector: boolean): Promise<{ node: string | undefined; devTools: string }> {
    let node: string | undefined;
    let devTools: string | undefined;
    return new Promise((resolve, reject) => {
      this.child.once('exit', (code) => reject(new Error(`The app ended with ${code}.\n${this.output.join('')}`)));
      this.child.once('error', reject);
      if (!this.child.stderr) throw new Error('The app has no stderr.');
      createInterface({ input: this.child.stderr }).on('line', (line) => {
        this.output.push(`${line}\n`);
        node ??= /^Debugger listening on (\S+)/.exec(line)?.[1];
        devTools ??= /^DevTools listening on (\S+)/.exec(line)?.[1];
        if (devTools && (node || !withInspector)) resolve({ node, devTools });
        // Node stays until whoever inspects it has gone.
        if (line.startsWith('Waiting for the debugger to disconnect')) this.inspector?.close();
      });
    });
  }
}
