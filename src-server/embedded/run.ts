import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalServerFile, ToEmbeddedServer } from '#shared/embedded/messages';
import { UserId } from '#shared/protocol/ids';
import { createSystemClock } from '../clock/system-clock.ts';
import { maskKey } from '../keys/service-key.ts';
import { readLimits } from '../limits/limits.ts';
import { openLogFile } from '../log/log-file.ts';
import { logTo } from '../log/logging.ts';
import { createAtpServer } from '../server.ts';
import { ensureLocalService } from '../services/local-service.ts';
import type { Service } from '../store/services.ts';
import { resolveBySystem } from '../webhooks/resolve.ts';
import { readOrMakeLocalKey, writeLocalKey } from './local-key.ts';
import { portsToTry } from './ports.ts';
import { writePrivateFile } from './private-file.ts';

/** `maskedKey` is empty while the key of "Local agents" is revoked. */
export type EmbeddedServer = { url: string; maskedKey: string; stop(): Promise<void> };

/**
 * Starts the server that comes with the app, in its data folder, on this machine only (design.md 6). `limitSetting` is
 * ATP_LIMITS, for services; the app's own tokens are not limited.
 */
export async function runEmbedded(
  start: Extract<ToEmbeddedServer, { type: 'start' }>,
  limitSetting: string | undefined,
): Promise<EmbeddedServer> {
  const { dataDir, userToken, adminToken } = start;
  const limits = readLimits(limitSetting);
  if (!limits.ok) throw new Error(`ATP_LIMITS: ${limits.error}`);
  const clock = createSystemClock();
  const log = openLogFile(join(dataDir, 'logs', 'server.log'));
  const keyFile = join(dataDir, 'local-key');
  const addressFile = join(dataDir, 'local-server.json');
  let apiKey: string | undefined;
  let local: Service | undefined;
  let url = '';

  /** What a script on this machine needs to ask, there while the server listens and the key is in force. */
  const writeAddressFile = (): void => {
    if (!local || apiKey === undefined) return;
    const { id: service_id, webhookSecret: webhook_secret } = local;
    const content: LocalServerFile = { url, service_id, api_key: apiKey, webhook_secret, pid: process.pid };
    writePrivateFile(addressFile, `${JSON.stringify(content, null, 2)}\n`);
  };
  const keepLocalKey = (changed: string | undefined): void => {
    if (changed === undefined) {
      apiKey = undefined;
      rmSync(keyFile, { force: true });
      rmSync(addressFile, { force: true });
      return;
    }
    writeLocalKey(keyFile, changed);
    apiKey = changed;
    writeAddressFile();
  };

  const server = await createAtpServer({
    folder: join(dataDir, 'server'),
    host: '127.0.0.1',
    allowedHosts: [],
    adminToken,
    adminUnlimited: true,
    users: [{ id: UserId.parse('local-user'), type: 'human', unlimited: true, token: userToken }],
    clock,
    random: Math.random,
    resolve: resolveBySystem,
    limits: limits.value,
    keepLocalKey,
    logging: logTo(log),
    ports: portsToTry,
    prepare: (store) => {
      local = ensureLocalService({ store, clock }, () => {
        apiKey = readOrMakeLocalKey(keyFile);
        return apiKey;
      });
    },
  });
  server.store.settings.set('port', String(server.port));
  url = server.url;
  writeAddressFile();
  return {
    url,
    maskedKey: apiKey === undefined ? '' : maskKey(apiKey),
    stop: async () => {
      rmSync(addressFile, { force: true });
      await server.stop();
      await log.close();
    },
  };
}
