import type { FastifyReply, FastifyRequest } from 'fastify';
import { fault } from '#shared/protocol/error';
import { bearerOf } from '../http/auth.ts';
import { tooMany, turnAway } from '../http/refusal.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import type { Bridge } from '../store/bridges.ts';
import type { Store } from '../store/store.ts';
import { a2aTokenHeader } from './addresses.ts';
import type { BridgeKind } from './settings.ts';

declare module 'fastify' {
  interface FastifyRequest {
    bridge: Bridge | undefined;
  }
}

const invalid = fault('AUTH_INVALID_TOKEN', 'There is no such bridge, or this is not its token.');

/**
 * A hook that lets only the other side of a bridge through, by its token, before the body is read. An unknown bridge and a
 * wrong token are told apart by nobody. Failures count as those of credentials do; calls count per bridge.
 */
export function bridgeGate(store: Store, kind: BridgeKind, failures: RateLimiter, calls: RateLimiter) {
  return async (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply): Promise<void> => {
    const token = tokenOf(request, kind);
    const bridge = store.bridges.find(request.params.id);
    const isIn = bridge?.settings.kind === kind && token !== undefined && store.bridges.hasToken(bridge.id, token);
    if (!isIn) {
      const waitMs = failures.take(request.ip);
      return void turnAway(
        reply,
        waitMs === undefined ? { fault: invalid } : tooMany('Too many failed attempts.', waitMs),
      );
    }
    const waitMs = calls.take(bridge.id);
    if (waitMs !== undefined) return void turnAway(reply, tooMany('That is more than this bridge takes.', waitMs));
    request.bridge = bridge;
  };
}

function tokenOf({ headers }: FastifyRequest, kind: BridgeKind): string | undefined {
  if (kind === 'trigger') return bearerOf(headers.authorization);
  const token = headers[a2aTokenHeader.toLowerCase()];
  return typeof token === 'string' ? token : undefined;
}

/** The bridge that a request came over; a route without `bridgeGate` is a bug. */
export function bridgeOf({ bridge }: FastifyRequest): Bridge {
  if (!bridge) throw new Error('The route does not require a bridge.');
  return bridge;
}
