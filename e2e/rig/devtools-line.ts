import { WebSocket } from 'ws';

type Reply = {
  id: number;
  error?: { message: string };
  result?: { result: { value?: unknown }; exceptionDetails?: { exception?: { description?: string }; text: string } };
};

/** A line that speaks the DevTools protocol: with the inspector of a main process, or with a page. */
export class DevToolsLine {
  private lastId = 0;
  private readonly waiting = new Map<number, (reply: Reply) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (frame) => {
      const reply = JSON.parse(String(frame)) as Reply;
      this.waiting.get(reply.id)?.(reply);
      this.waiting.delete(reply.id);
    });
    socket.on('close', () => {
      for (const [id, settle] of this.waiting) settle({ id, error: { message: 'The other end is gone.' } });
      this.waiting.clear();
    });
  }

  static async connect(address: string): Promise<DevToolsLine> {
    const socket = new WebSocket(address, { perMessageDeflate: false });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new DevToolsLine(socket);
  }

  /** The value of an expression, or of the promise it makes, which must be JSON. */
  async evaluate(expression: string): Promise<unknown> {
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
    return result?.result.value;
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
