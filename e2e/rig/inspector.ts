import { WebSocket } from 'ws';

export type ElectronModule = typeof import('electron');
type Reply = {
  id: number;
  error?: { message: string };
  result?: { result: { value?: unknown }; exceptionDetails?: { exception?: { description?: string }; text: string } };
};

/** A line to Node's inspector in an Electron main process: runs a test's function in there. */
export class Inspector {
  private lastId = 0;
  private readonly waiting = new Map<number, (reply: Reply) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (frame) => {
      const reply = JSON.parse(String(frame)) as Reply;
      this.waiting.get(reply.id)?.(reply);
      this.waiting.delete(reply.id);
    });
    socket.on('close', () => {
      for (const [id, settle] of this.waiting) settle({ id, error: { message: 'The main process is gone.' } });
      this.waiting.clear();
    });
  }

  static async connect(address: string): Promise<Inspector> {
    const socket = new WebSocket(address, { perMessageDeflate: false });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new Inspector(socket);
  }

  /** Runs a function that sees nothing but Electron's module and its argument, which must be JSON like its result. */
  async evaluate<R, A>(run: (electron: ElectronModule, argument: A) => R | Promise<R>, argument?: A): Promise<R> {
    // The promise is kept: one that only the inspector waits for may be collected before it settles.
    const expression = `(() => {
      const kept = (globalThis.keptForTests ??= new Set());
      const outcome = (async () => (${run.toString()})(require('electron'), ${JSON.stringify(argument)}))();
      kept.add(outcome);
      return outcome.finally(() => kept.delete(outcome));
    })()`;
    const { error, result } = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      includeCommandLineAPI: true,
    });
    if (error) throw new Error(error.message);
    if (result?.exceptionDetails) {
      throw new Error(result.exceptionDetails.exception?.description ?? result.exceptionDetails.text);
    }
    return result?.result.value as R;
  }

  private send(method: string, params: Record<string, unknown>): Promise<Reply> {
    const id = ++this.lastId;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.socket.send(JSON.stringify({ id, method, params }), (failed) => {
        if (failed) resolve({ id, error: { message: failed.message } });
      });
    });
  }

  close(): void {
    this.socket.close();
  }
}
