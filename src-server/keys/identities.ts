import type { UserId } from '#shared/protocol/ids';
import type { Responder } from '#shared/protocol/response';
import type { Service, ServiceStore } from '../store/services.ts';
import type { UserStore } from '../store/users.ts';
import { digestOf, sameDigest } from './digest.ts';
import { isServiceKey, isUserToken } from './service-key.ts';

/** A person (or agent) who answers. `unlimited`: the limits are not for them, they are the app's own (design.md 6). */
export type User = { id: UserId; type: Responder['type']; unlimited: boolean };

/** Whose credential it is: the three tiers of section 3. */
export type Identity =
  | { tier: 'admin'; unlimited: boolean }
  | { tier: 'service'; service: Service }
  | { tier: 'user'; user: User };

export type Identities = {
  /** Returns whose credential this is, or undefined. Compares digests only, in constant time. */
  identify(credential: string): Identity | undefined;
};

/** The credentials that came with the server's start; more users and all services are in the store. */
export type KnownTokens = {
  adminToken: string;
  /** Whether the administrator is the app itself, to whom no limit applies. */
  adminUnlimited?: boolean;
  users: readonly (User & { token: string })[];
};

export function createIdentities(
  { adminToken, adminUnlimited = false, users }: KnownTokens,
  store: { services: ServiceStore; users: UserStore },
): Identities {
  const admin = digestOf(adminToken);
  const known = users.map(({ token, ...user }) => ({ digest: digestOf(token), user }));
  return {
    identify: (credential) => {
      const digest = digestOf(credential);
      if (sameDigest(digest, admin)) return { tier: 'admin', unlimited: adminUnlimited };
      const user = known.find((one) => sameDigest(digest, one.digest))?.user;
      if (user) return { tier: 'user', user };
      const made = isUserToken(credential) ? store.users.findByToken(digest) : undefined;
      if (made) return { tier: 'user', user: { id: made.id, type: made.type, unlimited: false } };
      const service = isServiceKey(credential) ? store.services.findByKey(digest) : undefined;
      return service && { tier: 'service', service };
    },
  };
}
