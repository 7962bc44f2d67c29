import type { Socket } from 'node:net';
import type { ServiceId } from '#shared/protocol/ids';

/** How long what is under way may take to be answered before its connection is cut, ms. */
const graceMs = 250;

/** The open connections of services, by who spoke last on each: a connection may serve several (a gateway's, for one). */
export type Connections = {
  used(socket: Socket, serviceId: ServiceId | undefined): void;
  /** Cuts those of a service whose key has ended, once what is under way was answered (guarantees.md 2: within a second). */
  cut(serviceId: ServiceId): void;
};

export function createConnections(): Connections {
  const lastUser = new Map<Socket, ServiceId | undefined>();
  const watched = new WeakSet<Socket>();
  return {
    used: (socket, serviceId) => {
      if (!watched.has(socket)) socket.once('close', () => lastUser.delete(socket));
      watched.add(socket);
      lastUser.set(socket, serviceId);
    },
    cut: (serviceId) => {
      for (const [socket, user] of [...lastUser]) {
        if (user !== serviceId) continue;
        lastUser.delete(socket);
        // Whoever came in on it meanwhile has a credential that holds, and keeps it.
        setTimeout(() => {
          if (!lastUser.has(socket)) socket.destroy();
        }, graceMs).unref();
      }
    },
  };
}
