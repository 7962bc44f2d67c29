import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { webhookTimeoutMs as webhookTimeout } from '#shared/protocol/webhook';
import { createTaskWatch } from './bridges/a2a/watch.ts';
import type { Clock } from './clock/clock.ts';
import { createExpiry } from './expiry/expiry.ts';
import { createApp, newRequestId } from './http/app.ts';
import { createGate } from './http/auth.ts';
import { createConnections } from './http/connections.ts';
import { installMethodNotAllowed } from './http/errors.ts';
import type { HostRule } from './http/guards.ts';
import { bridgeRoutes } from './http/routes-bridges.ts';
import { clientRoutes } from './http/routes-client.ts';
import { deliveryRoutes } from './http/routes-deliveries.ts';
import { eventRoutes } from './http/routes-events.ts';
import { healthRoutes } from './http/routes-health.ts';
import { notificationRoutes } from './http/routes-notifications.ts';
import { openApiRoutes } from './http/routes-openapi.ts';
import { serviceRoutes } from './http/routes-services.ts';
import { userRoutes } from './http/routes-users.ts';
import { createIdentities, type KnownTokens } from './keys/identities.ts';
import { createLimiters } from './limits/limiters.ts';
import type { Limits } from './limits/limits.ts';
import type { Logging } from './log/logging.ts';
import type { Desk } from './notifications/desk.ts';
import { createNewsroom } from './notifications/news.ts';
import { lockFolder } from './store/folder-lock.ts';
import { openStore, type Store } from './store/store.ts';
import { createHub } from './stream/hub.ts';
import { installWebSocket } from './stream/websocket.ts';
import { isLoopbackName } from './webhooks/address-policy.ts';
import { createDispatcher } from './webhooks/dispatcher.ts';
import type { Resolve } from './webhooks/resolve.ts';

/** Everything that a server is made of. `folder` holds its data; `random` gives 0 to 1 and decides nothing secret. */
export type ServerOptions = KnownTokens & {
  folder: string;
  host: string;
  allowedHosts: readonly string[];
  clock: Clock;
  random: () => number;
  resolve: Resolve;
  /** The limits of section 15. */
  limits: Limits;
  /** Keeps the key of "Local agents" where programs of this machine find it, or takes it away; only the app has such a place. */
  keepLocalKey?: (apiKey: string | undefined) => void;
  logging: Logging;
  webhookTimeoutMs?: number | undefined;
  /** Chooses the ports to try, in order; 0 is any free one. */
  ports: (store: Store) => readonly number[];
  /** Runs once the store is open and before anything is listened to. */
  prepare?: (store: Store) => void;
};

export type RunningServer = {
  url: string;
  port: number;
  store: Store;
  /** Every address it answers, with the methods it takes there. */
  routes: ReadonlyMap<string, ReadonlySet<string>>;
  stop(): Promise<void>;
};

/**
 * Builds a server, listens and returns its address. `stop` tells the streams (1001), lets what is under way end, keeps
 * what is to be delivered, and closes the data. Throws when the folder is in use, unreadable, or no port is free.
 */
export async function createAtpServer(options: ServerOptions): Promise<RunningServer> {
  const { folder, host, allowedHosts, clock, random, resolve, limits, logging } = options;
  const unlock = lockFolder(join(folder, 'atp.lock'));
  let store: Store | undefined;
  try {
    store = openStore(join(folder, 'atp.db'));
    options.prepare?.(store);
    return await listenWith(store);
  } catch (error) {
    store?.close();
    unlock();
    throw error;
  }

  async function listenWith(opened: Store): Promise<RunningServer> {
    const onLoopback = isLoopbackName(host);
    const ending = new AbortController();
    const rule = (): HostRule => ({ onLoopback, port: portOf(app), allowedHosts });
    const app = createApp(logging, rule);
    const reportFault = (error: unknown) => app.log.error({ err: error }, 'unattended work failed');
    const news = createNewsroom(reportFault);
    const isUser = (id: string) =>
      options.users.some((one) => one.id === id) || (opened.users.find(id)?.tokenDigest ?? null) !== null;
    const desk: Desk = { store: opened, clock, news, onLoopback, isUser, reportFault };
    const limiters = createLimiters(limits, clock);
    const connections = createConnections();
    const gate = createGate(createIdentities(options, opened), limiters.failures, ({ raw }, identity) =>
      connections.used(raw.socket, identity.tier === 'service' ? identity.service.id : undefined),
    );
    news.follow((one) => {
      if (one.type === 'key-ended') connections.cut(one.serviceId);
    });

    const routes = new Map<string, Set<string>>();
    app.addHook('onRoute', ({ url, method }) => {
      const methods = routes.get(url) ?? new Set();
      for (const one of [method].flat()) methods.add(one);
      routes.set(url, methods);
    });
    healthRoutes(app);
    openApiRoutes(app);
    const { keepLocalKey = () => {} } = options;
    serviceRoutes(app, { store: opened, clock, news, onLoopback, keepLocalKey }, gate, limiters.registrations);
    userRoutes(app, { store: opened, clock, news, configured: options.users }, gate);
    notificationRoutes(app, desk, gate, limiters, ending.signal);
    deliveryRoutes(app, desk, gate, limiters.updates);
    clientRoutes(app, desk, gate, limiters);
    const { webhookTimeoutMs: timeoutMs = webhookTimeout } = options;
    const way = () => ({
      onLoopback,
      resolve,
      signal: AbortSignal.any([ending.signal, AbortSignal.timeout(timeoutMs)]),
    });
    const watch = createTaskWatch(desk, { resolve, random, timeoutMs, log: app.log });
    bridgeRoutes(app, desk, gate, watch, limiters, way);
    const hub = createHub(desk);
    eventRoutes(app, desk, gate, hub, limits.event_streams_at_once);
    const taken = new Map([...routes].map(([url, methods]) => [url, new Set(methods)]));
    installMethodNotAllowed(app, taken);

    installWebSocket(app.server, {
      desk,
      hub,
      gate,
      most: limits.websockets_at_once,
      acknowledges: limiters.acknowledges,
      rule,
      ending: ending.signal,
      requestId: newRequestId,
      log: app.log,
    });
    await listenOnFirstFree(options.ports(opened), (one) => app.listen({ host, port: one }));
    const port = portOf(app);
    const expiry = createExpiry(desk);
    const dispatcher = createDispatcher(desk, { onLoopback, resolve, random, timeoutMs, log: app.log });
    watch.start();

    const stop = async () => {
      ending.abort();
      await hub.stop();
      await app.close();
      expiry.stop();
      await dispatcher.stop();
      await watch.stop();
      opened.close();
      unlock();
    };
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
      port,
      store: opened,
      routes: taken,
      stop,
    };
  }
}

/** The port that is listened on; before that 0, which no `Host` names. */
function portOf({ server }: FastifyInstance): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function listenOnFirstFree(ports: readonly number[], listen: (port: number) => Promise<unknown>): Promise<void> {
  for (const [index, port] of ports.entries()) {
    try {
      await listen(port);
      return;
    } catch (error) {
      // Windows keeps ranges of ports for itself and calls that a lack of permission.
      const isTaken = error instanceof Error && 'code' in error && /^(EADDRINUSE|EACCES)$/.test(String(error.code));
      if (!isTaken || index === ports.length - 1) throw error;
    }
  }
  throw new Error('There is no port to listen on.');
}
