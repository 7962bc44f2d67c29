import { z } from 'zod';
import { ServiceId } from '#shared/protocol/ids';
import { SignatureScheme } from '#shared/protocol/service';
import { digestOf, sameDigest } from '../keys/digest.ts';
import { ResumeSetting } from '../webhooks/resume-template.ts';
import type { Database } from './database.ts';
import { json } from './json.ts';

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
    suspended: flag,
    bridged: flag,
    resume: json(ResumeSetting).nullable(),
    created_at: z.number(),
    key_last_four: z.string().nullable(),
    key_created_at: z.number().nullable(),
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
    suspended: row.suspended,
    /** Whether a bridge sends for it, now or before. */
    bridged: row.bridged,
    /** Where its answers resume workflows, unless a notification says otherwise. */
    resume: row.resume,
    createdAt: row.created_at,
    /** What may be shown of its key; null when it has none, so that nobody can use it. */
    key: row.key_created_at === null ? null : { lastFour: row.key_last_four, createdAt: row.key_created_at },
  }));

/** A registered service (section 5.2). `local` marks the ready-made one of this machine. */
export type Service = z.infer<typeof ServiceRow>;

/** What a new service is made of; its key is set on its own. */
export type NewService = Omit<Service, 'suspended' | 'key' | 'bridged' | 'resume'> &
  Partial<Pick<Service, 'bridged' | 'resume'>>;

const columns = `id, name, description, callback_url, webhook_secret, icon_url, signature_scheme, local, suspended, bridged, resume,
  services.created_at, service_keys.last_four AS key_last_four, service_keys.created_at AS key_created_at`;
const source = 'services LEFT JOIN service_keys ON service_id = services.id';

/** The repository of services and the digests of their keys. */
export type ServiceStore = ReturnType<typeof createServiceStore>;

export function createServiceStore({ sqlite }: Database) {
  const byId = sqlite.prepare(`SELECT ${columns} FROM ${source} WHERE id = ?`);
  const byName = sqlite.prepare(`SELECT ${columns} FROM ${source} WHERE name_key = ?`);
  const byKey = sqlite.prepare(`SELECT ${columns}, digest FROM ${source} WHERE digest = ?`);
  const all = sqlite.prepare(`SELECT ${columns} FROM ${source} WHERE bridged = 0 ORDER BY services.created_at, id`);
  const insert = sqlite.prepare(
    `INSERT INTO services (id, name, name_key, description, callback_url, webhook_secret, icon_url, signature_scheme,
       local, bridged, resume, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const setResume = sqlite.prepare('UPDATE services SET resume = ? WHERE id = ?');
  const freeName = sqlite.prepare('UPDATE services SET name_key = id WHERE id = ?');
  const setCallback = sqlite.prepare('UPDATE services SET callback_url = ? WHERE id = ?');
  const addKey = sqlite.prepare(
    'INSERT INTO service_keys (digest, service_id, created_at, last_four) VALUES (?, ?, ?, ?)',
  );
  const setSuspended = sqlite.prepare('UPDATE services SET suspended = ? WHERE id = ?');
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
    /** Without those of bridges. */
    list: (): Service[] => all.all().map((row) => ServiceRow.parse(row)),
    add: (service: NewService): void => {
      const { id, name, description, callbackUrl, webhookSecret, iconUrl, signatureScheme, local, createdAt } = service;
      const { bridged = false, resume = null } = service;
      const head = [id, name, nameKey(name), description, callbackUrl, webhookSecret, iconUrl] as const;
      const marks = [local ? 1 : 0, bridged ? 1 : 0, resume && JSON.stringify(resume)] as const;
      insert.run(...head, signatureScheme, ...marks, createdAt);
    },
    setCallback: (id: ServiceId, url: string | null): void => void setCallback.run(url, id),
    setResume: (id: ServiceId, resume: ResumeSetting | null): void =>
      void setResume.run(resume && JSON.stringify(resume), id),
    /** Lets another service have its name, which its history keeps. */
    freeName: (id: ServiceId): void => void freeName.run(id),
    setSuspended: (id: ServiceId, suspended: boolean): void => void setSuspended.run(suspended ? 1 : 0, id),
    /** Makes this the service's only key; of the key itself only its digest and last four characters are kept. */
    setKey: (id: ServiceId, apiKey: string, now: number): void => {
      dropKeys.run(id);
      addKey.run(digestOf(apiKey), id, now, apiKey.slice(-4));
    },
    /** Leaves the service without a key. */
    dropKeys: (id: ServiceId): void => void dropKeys.run(id),
  };
}

function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
