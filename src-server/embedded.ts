import { unreachable } from '#shared/result';
import { parentOf, parentPortOf } from './embedded/parent-port.ts';
import { whenParentIsGone } from './embedded/parent-watch.ts';
import { type EmbeddedServer, runEmbedded } from './embedded/run.ts';

const port = parentPortOf(process);
if (!port) {
  process.stderr.write('This program is started by the app. Run the server alone with: npm run server\n');
  process.exit(1);
}
const parent = parentOf(port);
let running: Promise<EmbeddedServer> | undefined;
let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  try {
    await (await running)?.stop();
  } finally {
    parent.say({ type: 'stopped' });
    process.exit(0);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

parent.onMessage((message) => {
  switch (message.type) {
    case 'start':
      if (running || stopping) return;
      running = runEmbedded(message);
      running.then(
        ({ url, maskedKey }) => parent.say({ type: 'listening', url, maskedKey }),
        (error: unknown) => parent.say({ type: 'failed', message: messageOf(error) }),
      );
      return;
    case 'ping':
      parent.say({ type: 'pong' });
      return;
    case 'stop':
      void stop();
      return;
    default:
      unreachable(message);
  }
});
// Ctrl+C and a shutdown reach every process: the app still has answers to send then, and says `stop` when it is done.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
whenParentIsGone(() => void stop());
parent.say({ type: 'ready' });
