import type { Bridge, IpcArgs, IpcChannel, IpcEventName, IpcEvents, IpcResult } from '#shared/ipc/contract';
import type { Result } from '#shared/result';

type Call<C extends IpcChannel = IpcChannel> = {
  channel: C;
  args: IpcArgs<C>;
  reply: (result: Result<IpcResult<C>>) => Promise<void>;
};

/** Lets everything that is already under way run on. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}

/**
 * A main process that says what a test tells it to, when it tells it to. A call without an answer prepared by `answer`
 * waits in `open`; a call to a channel that nobody expects fails the test.
 */
export function createFakeBridge() {
  const listeners = new Map<IpcEventName, Set<(payload: never) => void>>();
  const answers = new Map<IpcChannel, (args: unknown) => unknown>();
  const held = new Set<IpcChannel>();
  const calls: Call[] = [];
  const open: Call[] = [];

  const bridge: Bridge = {
    call: (async (channel: IpcChannel, args?: unknown) => {
      const answer = answers.get(channel);
      if (answer === undefined && !held.has(channel)) throw new Error(`Nobody expected ${channel}.`);
      return new Promise<never>((resolve) => {
        const settleWith = resolve as (result: unknown) => void;
        const call = {
          channel,
          args,
          reply: async (result: unknown) => {
            open.splice(open.indexOf(call as Call), 1);
            settleWith(result);
            await settle();
          },
        } as Call;
        calls.push(call);
        if (answer) settleWith(answer(args));
        else open.push(call);
      });
    }) as Bridge['call'],
    on(event, listener) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(listener as (payload: never) => void));
      return () => all.delete(listener as (payload: never) => void);
    },
  };

  return {
    bridge,
    /** Answers every call of a channel at once. */
    answer<C extends IpcChannel>(channel: C, run: (args: IpcArgs<C>) => Result<IpcResult<C>>): void {
      answers.set(channel, run as (args: unknown) => unknown);
    },
    /** Leaves the calls of a channel open, for the test to answer one by one. */
    hold(channel: IpcChannel): void {
      answers.delete(channel);
      held.add(channel);
    },
    /** The calls of a channel, in order. */
    callsOf<C extends IpcChannel>(channel: C): Call<C>[] {
      return calls.filter((call): call is Call<C> => call.channel === channel);
    },
    /** The oldest open call of a channel. */
    next<C extends IpcChannel>(channel: C): Call<C> {
      const call = open.find((one): one is Call<C> => one.channel === channel);
      if (!call) throw new Error(`No call of ${channel} is open.`);
      return call;
    },
    async emit<E extends IpcEventName>(event: E, payload: IpcEvents[E]): Promise<void> {
      for (const listener of listeners.get(event) ?? []) listener(payload as never);
      await settle();
    },
  };
}
export type FakeBridge = ReturnType<typeof createFakeBridge>;
