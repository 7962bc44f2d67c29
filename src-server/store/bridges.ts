import { z } from 'zod';
import { ServiceId } from '#shared/protocol/ids';
import { BridgeId, BridgeSettings } from '../bridges/settings.ts';
import { digestOf, sameDigest } from '../keys/digest.ts';
import type { Database } from './database.ts';
import { json } from './json.ts';

const BridgeRow = z
  .object({ id: BridgeId, service_id: ServiceId, settings: json(BridgeSettings), created_at: z.number() })
  .transform((row) => ({
    id: row.id,
    /** The service whose name its items carry. It has no key: nobody but the bridge can send for it. */
    serviceId: row.service_id,
    settings: row.settings,
    createdAt: row.created_at,
  }));

/** A bridge from another protocol (appendices A and B). */
export type Bridge = z.infer<typeof BridgeRow>;

const columns = 'id, service_id, settings, created_at';

/** The repository of bridges and the digests of their tokens. */
export type BridgeStore = ReturnType<typeof createBridgeStore>;

export function createBridgeStore({ sqlite }: Database) {
  const byId = sqlite.prepare(`SELECT ${columns} FROM bridges WHERE id = ?`);
  const byService = sqlite.prepare(`SELECT ${columns} FROM bridges WHERE service_id = ?`);
  const all = sqlite.prepare(`SELECT ${columns} FROM bridges ORDER BY created_at, id`);
  const insert = sqlite.prepare(`INSERT INTO bridges (${columns}) VALUES (?, ?, ?, ?)`);
  const remove = sqlite.prepare('DELETE FROM bridges WHERE id = ?');
  const tokens = sqlite.prepare('SELECT digest FROM bridge_tokens WHERE bridge_id = ?');
  const addToken = sqlite.prepare('INSERT INTO bridge_tokens (digest, bridge_id, created_at) VALUES (?, ?, ?)');
  const dropToken = sqlite.prepare('DELETE FROM bridge_tokens WHERE bridge_id = ? AND digest = ?');
  const dropTokens = sqlite.prepare('DELETE FROM bridge_tokens WHERE bridge_id = ?');
  const read = (row: unknown): Bridge | undefined => (row === undefined ? undefined : BridgeRow.parse(row));

  return {
    find: (id: string) => read(byId.get(id)),
    ofService: (id: ServiceId) => read(byService.get(id)),
    list: (): Bridge[] => all.all().map((row) => BridgeRow.parse(row)),
    add: ({ id, serviceId, settings, createdAt }: Bridge): void =>
      void insert.run(id, serviceId, JSON.stringify(settings), createdAt),
    /** Takes its tokens and watched tasks with it. */
    remove: (id: BridgeId): void => void remove.run(id),
    /** Of a token only its digest is kept. */
    addToken: (id: BridgeId, token: string, now: number): void => void addToken.run(digestOf(token), id, now),
    dropToken: (id: BridgeId, token: string): void => void dropToken.run(id, digestOf(token)),
    dropTokens: (id: BridgeId): void => void dropTokens.run(id),
    /** Whether a token is one of this bridge's. Compares digests only, in constant time. */
    hasToken: (id: BridgeId, token: string): boolean => {
      const digest = digestOf(token);
      return tokens.all(id).some((row) => row.digest instanceof Uint8Array && sameDigest(row.digest, digest));
    },
  };
}
