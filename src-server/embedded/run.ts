import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalServerFile, ToEmbeddedServer } from '#shared/embedded/messages';
import { UserId } from '#shared/protocol/ids';
import { createSystemClock } from '../clock/system-clock.ts';
import { maskKey } from '../keys/service-key.ts';
import { openLogFile } from '../log/log-file.ts';
import { logTo } from '../log/logging.ts';
import { createAtpServer } from '../server.ts';
import { ensureLocalService } from '../services/local-service.ts';
import type { Service } from '../store/services.ts';
import { resolveBySystem } from '../webhooks/resolve.ts';
import { readOrMakeLocalKey } from './local-key.ts';
import { portsToTry } from './ports.ts';
import { writePrivateFile } from './private-file.ts';

export type EmbeddedServer = { url: string; maskedKey: string; stop(): Promise<void> };

/** Starts the server that comes with the app, in its data folder, on this machine only (design.md 6). */
export async function runEmbedded(start: Extract<ToEmbeddedServer, { type: 'start' }>): Promise<EmbeddedServer> {
  const { dataDir, userToken, adminToken } = start;
  const clock = createSystemClock();
  const log = openLogFile(join(dataDir, 'logs', 'server.log'));
  const addressFile = join(dataDir, 'local-server.json');
  let apiKey = '';
  let local: Service | undefined;
  const server = await createAtpServer({
    folder: join(dataDir, 'server'),
    host: '127.0.0.1',
    allowedHosts: [],
    adminToken,
    users: [{ id: UserId.parse('local-user'), type: 'human', unlimited: true, token: userToken }],
    clock,
    random: Math.random,
    resolve: resolveBySystem,
    logging: logTo(log),
    ports: portsToTry,
    prepare: (store) => {
      apiKey = readOrMakeLocalKey(join(dataDir, 'local-key'));
      local = ensureLocalService({ store, clock, onLoopback: true }, apiKey);
    },
  });
  if (!local) throw new Error('The service of this machine is missing.');
  server.store.settings.set('port', String(server.port));
  const content: LocalServerFile = {
    url: server.url,
    service_id: local.id,
    api_key: apiKey,
    webhook_secret: local.webhookSecret,
    pid: process.pid,
  };
  writePrivateFile(addressFile, `${JSON.stringify(content, null, 2)}\n`);
  return {
    url: server.url,
    maskedKey: maskKey(apiKey),
    stop: async () => {
      rmSync(addressFile, { force: true });
      await server.stop();
      await log.close();
    },
  };
}
