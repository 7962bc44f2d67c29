import { z } from 'zod';
import { UserId } from '#shared/protocol/ids';
import { UserType } from '#shared/protocol/user';
import { digestOf, sameDigest } from '../keys/digest.ts';
import type { Database } from './database.ts';

const UserRow = z
  .object({
    id: UserId,
    name: z.string(),
    type: UserType,
    token_digest: z.instanceof(Uint8Array).nullable(),
    last_four: z.string(),
    created_at: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    type: row.type,
    /** Null once the token was revoked. */
    tokenDigest: row.token_digest,
    lastFour: row.last_four,
    createdAt: row.created_at,
  }));

/** A user that the administrator made. Those that came with the server's start are not stored. */
export type StoredUser = z.infer<typeof UserRow>;

const columns = 'id, name, type, token_digest, last_four, created_at';

/** The repository of users and the digests of their tokens. */
export type UserStore = ReturnType<typeof createUserStore>;

export function createUserStore({ sqlite }: Database) {
  const byId = sqlite.prepare(`SELECT ${columns} FROM users WHERE id = ?`);
  const byToken = sqlite.prepare(`SELECT ${columns} FROM users WHERE token_digest = ?`);
  const all = sqlite.prepare(`SELECT ${columns} FROM users ORDER BY created_at, id`);
  const insert = sqlite.prepare(`INSERT INTO users (${columns}) VALUES (?, ?, ?, ?, ?, ?)`);
  const revoke = sqlite.prepare('UPDATE users SET token_digest = NULL WHERE id = ?');
  const read = (row: unknown): StoredUser | undefined => (row === undefined ? undefined : UserRow.parse(row));

  return {
    find: (id: string) => read(byId.get(id)),
    findByToken: (digest: Buffer): StoredUser | undefined => {
      const user = read(byToken.get(digest));
      return user?.tokenDigest && sameDigest(user.tokenDigest, digest) ? user : undefined;
    },
    list: (): StoredUser[] => all.all().map((row) => UserRow.parse(row)),
    /** Of the token only its digest and last four characters are kept. */
    add: ({ id, name, type }: Pick<StoredUser, 'id' | 'name' | 'type'>, token: string, now: number): void =>
      void insert.run(id, name, type, digestOf(token), token.slice(-4), now),
    revoke: (id: UserId): void => void revoke.run(id),
  };
}
