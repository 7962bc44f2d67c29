import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Fault, fault } from '#shared/protocol/error';
import { fail, ok, type Result } from '#shared/result';
import type { Identities, Identity, User } from '../keys/identities.ts';
import type { Service } from '../store/services.ts';
import { refuse } from './reply.ts';

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity | undefined;
  }
}

const invalid = fault('AUTH_INVALID_TOKEN', 'The credential is missing, not valid or not for this operation.');
const notAdmin = fault('AUTH_INSUFFICIENT_PERMISSIONS', 'Only the administrator may do this.');

/** The credential of an `Authorization: Bearer` header, or undefined. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +(\S+)\s*$/i.exec(header ?? '')?.[1];
}

/**
 * Whose credential it is, if it is of the tier wanted (section 3). Faults: AUTH_INVALID_TOKEN; for a valid credential of
 * another tier where the administrator is wanted, AUTH_INSUFFICIENT_PERMISSIONS.
 */
export function authenticate<T extends Identity['tier']>(
  identities: Identities,
  credential: string | undefined,
  tier: T,
): Result<Extract<Identity, { tier: T }>, Fault> {
  const identity = credential === undefined ? undefined : identities.identify(credential);
  if (!identity) return fail(invalid);
  if (isTier(identity, tier)) return ok(identity);
  return fail(tier === 'admin' ? notAdmin : invalid);
}

function isTier<T extends Identity['tier']>(identity: Identity, tier: T): identity is Extract<Identity, { tier: T }> {
  return identity.tier === tier;
}

/** A hook that lets only one tier through and leaves the identity on the request. Runs before the body is read. */
export function requireTier(identities: Identities, tier: Identity['tier']) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const identity = authenticate(identities, bearerOf(request.headers.authorization), tier);
    if (!identity.ok) return void refuse(reply, identity.error);
    request.identity = identity.value;
  };
}

/** The service that makes this request; a route without `requireTier(…, 'service')` is a bug. */
export function serviceOf({ identity }: FastifyRequest): Service {
  if (identity?.tier !== 'service') throw new Error('The route does not require a service.');
  return identity.service;
}

/** The user who makes this request; a route without `requireTier(…, 'user')` is a bug. */
export function userOf({ identity }: FastifyRequest): User {
  if (identity?.tier !== 'user') throw new Error('The route does not require a user.');
  return identity.user;
}
