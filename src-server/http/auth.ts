import type { FastifyReply, FastifyRequest } from 'fastify';
import { fault } from '#shared/protocol/error';
import { fail, ok, type Result } from '#shared/result';
import type { Identities, Identity, User } from '../keys/identities.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import type { Service } from '../store/services.ts';
import { type Refusal, tooMany, turnAway } from './refusal.ts';

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity | undefined;
  }
}

type Tier = Identity['tier'];
type IdentityOf<T extends Tier> = Extract<Identity, { tier: T }>;

const invalid = fault('AUTH_INVALID_TOKEN', 'The credential is missing, not valid or not for this operation.');
const notAdmin = fault('AUTH_INSUFFICIENT_PERMISSIONS', 'Only the administrator may do this.');

/** The credential of an `Authorization: Bearer` header, or undefined. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +(\S+)\s*$/i.exec(header ?? '')?.[1];
}

/** The door of the server: who comes in as what (section 3). */
export type Gate = {
  /**
   * Whose credential it is, if it is of a tier wanted. Faults: AUTH_INVALID_TOKEN; for a valid credential of another
   * tier where only the administrator is wanted, AUTH_INSUFFICIENT_PERMISSIONS; RATE_LIMIT_EXCEEDED for an address that
   * fails too often. A credential that is valid is never refused for the failures of others.
   */
  admit<T extends Tier>(
    credential: string | undefined,
    tiers: readonly T[],
    address: string,
  ): Result<IdentityOf<T>, Refusal>;
  /** A hook that lets only these tiers through and leaves the identity on the request. Runs before the body is read. */
  require(...tiers: Tier[]): (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  /** Whether this request's credential is still the one of this service: it may have been ended while it waited. */
  isStill(request: FastifyRequest, service: Service): boolean;
};

/** `onAdmitted` hears of every request that came in. */
export function createGate(
  identities: Identities,
  failures: RateLimiter,
  onAdmitted: (request: FastifyRequest, identity: Identity) => void,
): Gate {
  const admit: Gate['admit'] = (credential, tiers, address) => {
    const identity = credential === undefined ? undefined : identities.identify(credential);
    if (!identity) {
      const waitMs = failures.take(address);
      return fail(waitMs === undefined ? { fault: invalid } : tooMany('Too many failed attempts.', waitMs));
    }
    if (isOf(identity, tiers)) return ok(identity);
    return fail({ fault: tiers.every((tier) => tier === 'admin') ? notAdmin : invalid });
  };
  return {
    admit,
    require:
      (...tiers) =>
      async (request, reply) => {
        const identity = admit(bearerOf(request.headers.authorization), tiers, request.ip);
        if (!identity.ok) return void turnAway(reply, identity.error);
        request.identity = identity.value;
        onAdmitted(request, identity.value);
      },
    isStill: ({ headers }, { id }) => {
      const credential = bearerOf(headers.authorization);
      const now = credential === undefined ? undefined : identities.identify(credential);
      return now?.tier === 'service' && now.service.id === id;
    },
  };
}

function isOf<T extends Tier>(identity: Identity, tiers: readonly T[]): identity is IdentityOf<T> {
  return (tiers as readonly Tier[]).includes(identity.tier);
}

/** The service that makes this request; a route without `require('service')` is a bug. */
export function serviceOf({ identity }: FastifyRequest): Service {
  if (identity?.tier !== 'service') throw new Error('The route does not require a service.');
  return identity.service;
}

/** The user who makes this request; a route without `require('user')` is a bug. */
export function userOf({ identity }: FastifyRequest): User {
  if (identity?.tier !== 'user') throw new Error('The route does not require a user.');
  return identity.user;
}
