import { WebSocket } from 'ws';

export type Frame = { type: string; data: Record<string, unknown> };

export type TestStream = {
  socket: WebSocket;
  frames: Frame[];
  /** Resolves with the first frame, seen or to come, that `wanted` accepts. */
  frame(wanted: (frame: Frame) => boolean): Promise<Frame>;
  send(frame: object | string | Buffer): void;
  closed: Promise<number>;
};

/** Opens a real WebSocket client; resolves when it is open, rejects with the HTTP status when it is refused. */
export function aStream(url: string, headers: Record<string, string> = {}): Promise<TestStream> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), { headers });
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)) as Frame);
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  const stream: TestStream = {
    socket,
    frames,
    closed,
    send: (frame) => socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame)),
    frame: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          const found = frames.find(wanted);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(stream));
    socket.once('unexpected-response', (_request, response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () =>
        reject({ status: response.statusCode, headers: response.headers, body: JSON.parse(text) }),
      );
    });
    socket.on('error', reject);
  });
}
