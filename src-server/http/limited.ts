import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import { tooMany, turnAway } from './refusal.ts';

/** Who is counted: an address, a service, a user; undefined is nobody, the limits are not for them. */
type KeyOf = (request: FastifyRequest) => string | undefined;

/** A hook that counts an operation against its limit, after `require` has said who it is and before the body is read. */
export function limited(limiter: RateLimiter, keyOf: KeyOf) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const key = keyOf(request);
    const waitMs = key === undefined ? undefined : limiter.take(key);
    if (waitMs === undefined) return;
    turnAway(reply, tooMany('That is more than this server takes in this time.', waitMs));
  };
}

/** The service that asks. */
export const perService: KeyOf = ({ identity }) => (identity?.tier === 'service' ? identity.service.id : undefined);

/** The user who asks, except the app itself. */
export const perUser: KeyOf = ({ identity }) =>
  identity?.tier === 'user' && !identity.user.unlimited ? identity.user.id : undefined;

/** The address that asks, except the app itself. */
export const perAddress: KeyOf = ({ identity, ip }) =>
  identity?.tier === 'admin' && identity.unlimited ? undefined : ip;
