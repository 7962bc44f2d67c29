import type { RunningApp } from '../../e2e/rig/running-app.ts';

declare global {
  var benchMessages: number[];
}

/**
 * Counts what the main process says to its pages: events it sends, and replies to calls. A reply is counted when its
 * call comes in.
 */
export class MessageCount {
  private constructor(private readonly app: RunningApp) {}

  static async of(app: RunningApp): Promise<MessageCount> {
    await app.electron.evaluate(({ webContents }) => {
      globalThis.benchMessages = [];
      const count = () => void globalThis.benchMessages.push(performance.now());
      for (const contents of webContents.getAllWebContents()) {
        const send = contents.send.bind(contents);
        contents.send = (...said) => {
          count();
          send(...said);
        };
        // Electron's own event of `ipcRenderer.invoke`; it has no public one.
        (contents as NodeJS.EventEmitter).on('-ipc-invoke', count);
      }
    });
    const counting = new MessageCount(app);
    await app.page.evaluate(() => window.triage.call('app:read'));
    if ((await counting.take()).length === 0) throw new Error('Calls of the page are not counted.');
    return counting;
  }

  /** The moments of all messages since the last time it was asked, in ms. */
  take(): Promise<number[]> {
    return this.app.electron.evaluate(() => globalThis.benchMessages.splice(0));
  }
}

/** The most that fall into one second, whichever second that is. */
export function mostInASecond(moments: readonly number[]): number {
  let first = 0;
  let most = 0;
  moments.forEach((moment, index) => {
    while (moment - (moments[first] ?? moment) >= 1_000) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
