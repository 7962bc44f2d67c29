import type { Socket } from 'node:net';
import { timedOut } from './network-fault.ts';

/** Waits for what `listen` waits for. Fails, and ends the socket, when the socket fails or the time is up. */
export async function untilHeard<T>(
  socket: Socket,
  signal: AbortSignal,
  listen: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void,
): Promise<T> {
  const over = new AbortController();
  try {
    return await new Promise<T>((resolve, reject) => {
      const onClose = () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' }));
      const onAbort = () => reject(timedOut());
      socket.once('error', reject);
      socket.once('close', onClose);
      signal.addEventListener('abort', onAbort);
      over.signal.addEventListener('abort', () => {
        socket.off('error', reject);
        socket.off('close', onClose);
        signal.removeEventListener('abort', onAbort);
      });
      if (signal.aborted) onAbort();
      listen(resolve, reject);
    });
  } catch (thrown) {
    socket.on('error', () => {}); // said already
    socket.destroy();
    throw thrown;
  } finally {
    over.abort();
  }
}
