import { type FromEmbeddedServer, ToEmbeddedServer } from '#shared/embedded/messages';

/** The message port of a process that Electron started as a utility process; we need two things of it. */
export type ParentPort = {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
};

/** The port of this process, or undefined when nobody started it as a utility process. */
export function parentPortOf(process: object): ParentPort | undefined {
  return 'parentPort' in process ? ((process.parentPort as ParentPort | null) ?? undefined) : undefined;
}

export type Parent = {
  say(message: FromEmbeddedServer): void;
  /** Calls back for every message that is one of ours; others are ignored. */
  onMessage(listener: (message: ToEmbeddedServer) => void): void;
};

/** Types the port by the messages of src-shared. */
export function parentOf(port: ParentPort): Parent {
  return {
    say: (message) => port.postMessage(message),
    onMessage: (listener) =>
      void port.on('message', ({ data }) => {
        const message = ToEmbeddedServer.safeParse(data);
        if (message.success) listener(message.data);
      }),
  };
}
