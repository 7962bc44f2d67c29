import type { UserId } from '#shared/protocol/ids';
import type { Responder } from '#shared/protocol/response';
import type { Service, ServiceStore } from '../store/services.ts';
import { digestOf, sameDigest } from './digest.ts';
import { isServiceKey } from './service-key.ts';

/** A person (or agent) who answers. `unlimited`: no limit on connections, for the app's own token (design.md 6). */
export type User = { id: UserId; type: Responder['type']; unlimited: boolean };

/** Whose credential it is: the three tiers of section 3. */
export type Identity = { tier: 'admin' } | { tier: 'service'; service: Service } | { tier: 'user'; user: User };

export type Identities = {
  /** Returns whose credential this is, or undefined. Compares digests only, in constant time. */
  identify(credential: string): Identity | undefined;
};

export type KnownTokens = { adminToken: string; users: readonly (User & { token: string })[] };

export function createIdentities({ adminToken, users }: KnownTokens, services: ServiceStore): Identities {
  const admin = digestOf(adminToken);
  const known = users.map(({ token, ...user }) => ({ digest: digestOf(token), user }));
  return {
    identify: (credential) => {
      const digest = digestOf(credential);
      if (sameDigest(digest, admin)) return { tier: 'admin' };
      const user = known.find((one) => sameDigest(digest, one.digest))?.user;
      if (user) return { tier: 'user', user };
      const service = isServiceKey(credential) ? services.findByKey(digest) : undefined;
      return service && { tier: 'service', service };
    },
  };
}
