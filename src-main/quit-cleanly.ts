import type { App } from 'electron';

export type Phase = 'running' | 'stopping' | 'stopped';

/** Puts `stop` between the wish to quit, a person's or a signal's, and the end of the process. Answers the phase it is in. */
export function quitCleanly(app: App, stop: () => Promise<void>): () => Phase {
  let phase: Phase = 'running';
  app.on('before-quit', (event) => {
    if (phase === 'stopped') return;
    event.preventDefault();
    if (phase === 'stopping') return;
    phase = 'stopping';
    void stop().finally(() => {
      phase = 'stopped';
      app.exit(0);
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  return () => phase;
}
