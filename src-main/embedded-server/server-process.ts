import type { ToEmbeddedServer } from '#shared/embedded/messages';

/** The running process of the embedded server, in our words. */
export interface ServerProcess {
  send(message: ToEmbeddedServer): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number) => void): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

export type StartServerProcess = () => ServerProcess;
