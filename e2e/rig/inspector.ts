import { DevToolsLine } from './devtools-line.ts';

export type ElectronModule = typeof import('electron');

/** A line to Node's inspector in an Electron main process: runs a test's function in there. */
export class Inspector {
  private constructor(private readonly line: DevToolsLine) {}

  static async connect(address: string): Promise<Inspector> {
    return new Inspector(await DevToolsLine.connect(address));
  }

  /** Runs a function that sees nothing but Electron's module and its argument, which must be JSON like its result. */
  async evaluate<R, A>(run: (electron: ElectronModule, argument: A) => R | Promise<R>, argument?: A): Promise<R> {
    // The promise is kept: one that only the inspector waits for may be collected before it settles.
    const value = await this.line.evaluate(`(() => {
      const kept = (globalThis.keptForTests ??= new Set());
      const outcome = (async () => (${run.toString()})(require('electron'), ${JSON.stringify(argument)}))();
      kept.add(outcome);
      return outcome.finally(() => kept.delete(outcome));
    })()`);
    return value as R;
  }

  close(): void {
    this.line.close();
  }
}
