import { randomBytes } from 'node:crypto';
import { UserId } from '#shared/protocol/ids';
import { createSystemClock } from './clock/system-clock.ts';
import { logTo } from './log/logging.ts';
import { createAtpServer } from './server.ts';
import { defaultDataDir, readEnvironment } from './standalone/environment.ts';
import { resolveBySystem } from './webhooks/resolve.ts';

/** A token from the environment, or one made for this run and said once, on stderr. */
function tokenOr(given: string | undefined, name: string): string {
  if (given !== undefined) return given;
  const made = `${name === 'ATP_ADMIN_TOKEN' ? 'admin' : 'user'}_${randomBytes(24).toString('hex')}`;
  console.error(`${name} is not set; for this run it is ${made}`);
  return made;
}

async function main(): Promise<void> {
  const env = readEnvironment(process.env);
  if (!env.ok) throw new Error(env.error);
  const { host, port, dataDir, allowedHosts, limits } = env.value;
  const userToken = tokenOr(env.value.userToken, 'ATP_USER_TOKEN');
  const server = await createAtpServer({
    folder: dataDir ?? defaultDataDir(process.platform, process.env),
    host,
    allowedHosts,
    adminToken: tokenOr(env.value.adminToken, 'ATP_ADMIN_TOKEN'),
    users: [{ id: UserId.parse('user'), type: 'human', unlimited: false, token: userToken }],
    clock: createSystemClock(),
    random: Math.random,
    resolve: resolveBySystem,
    limits,
    logging: logTo(process.stderr),
    ports: () => [port],
  });
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  console.log(JSON.stringify({ event: 'listening', url: server.url }));
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

main().catch(fail);
