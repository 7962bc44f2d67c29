import type { EventEmitter } from 'node:events';
import type { Message, MessageBus } from '@jellybrick/dbus-next';
import { reasonOf } from '#main/logging/logger';
import { type BusCall, BusError, BusVariant, type SessionBus } from './session-bus.ts';

type Library = typeof import('@jellybrick/dbus-next');

/** The session bus of the environment, through the library; loaded when first wanted, not at the start of the app. */
export async function connectSessionBus(signal: AbortSignal): Promise<SessionBus> {
  const library = await import('@jellybrick/dbus-next');
  const bus = library.sessionBus();
  const lost = new Set<(why: string) => void>();
  // A broken connection says `error`, sometimes more than once; without a listener that would end the app. (Its types
  // do not know of it.)
  (bus as unknown as EventEmitter).on('error', (error: unknown) => {
    for (const listener of lost) listener(reasonOf(error));
  });
  await new Promise<void>((resolve, reject) => {
    bus.once('connect', resolve);
    lost.add((why) => reject(new Error(why)));
    signal.addEventListener('abort', () => {
      bus.disconnect();
      reject(new Error('given up'));
    });
  });
  return {
    call: (call) => callWith(library, bus, call),
    onSignal: (listener) => {
      bus.on('message', ({ type, sender, path, interface: face, member, body }: Message) => {
        if (type === library.MessageType.SIGNAL) listener({ sender, path, interface: face, member, body });
      });
    },
    onLost: (listener) => lost.add(listener),
    close: () => bus.disconnect(),
  };
}

async function callWith(library: Library, bus: MessageBus, { body = [], ...call }: BusCall): Promise<unknown> {
  try {
    const reply = await bus.call(new library.Message({ ...call, body: body.map((one) => toLibrary(library, one)) }));
    return reply?.body;
  } catch (thrown) {
    if (thrown instanceof library.DBusError) throw new BusError(thrown.type, thrown.message);
    throw thrown;
  }
}

function toLibrary(library: Library, value: unknown): unknown {
  if (value instanceof BusVariant) return new library.Variant(value.signature, value.value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toLibrary(library, one)]));
}
