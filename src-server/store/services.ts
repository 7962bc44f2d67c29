import { z } from 'zod';
import { ServiceId } from '#shared/protocol/ids';
import { SignatureScheme } from '#shared/protocol/service';
import { sameDigest } from '../keys/digest.ts';
import type { Database } from './database.ts';

const flag = z.number().transform((value) => value === 1);

const ServiceRow = z
  .object({
    id: ServiceId,
    name: z.string(),
    description: z.string(),
    callback_url: z.string().nullable(),
    webhook_secret: z.string(),
    icon_url: z.string().nullable(),
    signature_scheme: SignatureScheme,
    local: flag,
    created_at: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    description: row.description,
    callbackUrl: row.callback_url,
    webhookSecret: row.webhook_secret,
    iconUrl: row.icon_url,
    signatureScheme: row.signature_scheme,
    local: row.local,
    createdAt: row.created_at,
  }));

/** A registered service (section 5.2). `local` marks the ready-made one of this machine. */
export type Service = z.infer<typeof ServiceRow>;

const columns =
  'id, name, description, callback_url, webhook_secret, icon_url, signature_scheme, local, services.created_at';

/** The repository of services and the digests of their keys. */
export type ServiceStore = ReturnType<typeof createServiceStore>;

export function createServiceStore({ sqlite }: Database) {
  const byId = sqlite.prepare(`SELECT ${columns} FROM services WHERE id = ?`);
  const byName = sqlite.prepare(`SELECT ${columns} FROM services WHERE name_key = ?`);
  const byKey = sqlite.prepare(
    `SELECT ${columns}, digest FROM services JOIN service_keys ON service_id = services.id WHERE digest = ?`,
  );
  const all = sqlite.prepare(`SELECT ${columns} FROM services ORDER BY services.created_at, id`);
  const insert = sqlite.prepare(
    `INSERT INTO services (id, name, name_key, description, callback_url, webhook_secret, icon_url, signature_scheme,
       local, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const setCallback = sqlite.prepare('UPDATE services SET callback_url = ? WHERE id = ?');
  const addKey = sqlite.prepare('INSERT INTO service_keys (digest, service_id, created_at) VALUES (?, ?, ?)');
  const dropKeys = sqlite.prepare('DELETE FROM service_keys WHERE service_id = ?');
  const read = (row: unknown): Service | undefined => (row === undefined ? undefined : ServiceRow.parse(row));

  return {
    find: (id: string) => read(byId.get(id)),
    /** Names are unique per server; upper and lower case do not tell two services apart. */
    findByName: (name: string) => read(byName.get(nameKey(name))),
    findByKey: (digest: Buffer): Service | undefined => {
      const row = byKey.get(digest);
      return row?.digest instanceof Uint8Array && sameDigest(row.digest, digest) ? read(row) : undefined;
    },
    list: (): Service[] => all.all().map((row) => ServiceRow.parse(row)),
    add: (service: Service): void => {
      const { id, name, description, callbackUrl, webhookSecret, iconUrl, signatureScheme, local, createdAt } = service;
      const head = [id, name, nameKey(name), description, callbackUrl, webhookSecret, iconUrl] as const;
      insert.run(...head, signatureScheme, local ? 1 : 0, createdAt);
    },
    setCallback: (id: ServiceId, url: string | null): void => void setCallback.run(url, id),
    /** Makes this the service's only key. */
    setKey: (id: ServiceId, digest: Buffer, now: number): void => {
      dropKeys.run(id);
      addKey.run(digest, id, now);
    },
  };
}

function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
