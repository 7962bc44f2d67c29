import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserId } from '#shared/protocol/ids';
import { noLimits } from '../limits/limits.ts';
import { createAtpServer, type RunningServer, type ServerOptions } from '../server.ts';
import { resolveBySystem } from '../webhooks/resolve.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';

export const adminToken = 'admin-token-for-tests-0123456789';
export const userToken = 'user-token-for-tests-0123456789';

/** A reply as tests look at it. */
export type Reply = { status: number; headers: Headers; body: Record<string, unknown> };

export type Call = (
  method: string,
  path: string,
  options?: { token?: string; body?: unknown; raw?: string | Buffer; headers?: Record<string, string> },
) => Promise<Reply>;

export type TestServer = RunningServer & {
  clock: FakeClock;
  folder: string;
  logged: string[];
  call: Call;
  /** Ends it and starts another one on the same data. */
  restart(): Promise<TestServer>;
};

/** The real server on a free port and a temporary folder, with a clock that the test moves. */
export async function aServer(options: Partial<ServerOptions> = {}, clock = createFakeClock()): Promise<TestServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'atp-test-'));
  const logged: string[] = [];
  const server = await createAtpServer({
    folder,
    host: '127.0.0.1',
    allowedHosts: [],
    adminToken,
    users: [{ id: UserId.parse('user_42'), type: 'human', unlimited: false, token: userToken }],
    clock,
    random: () => 0.5,
    resolve: resolveBySystem,
    // Time stands still here: only what is open at once is limited, unless a test is about the rest.
    limits: { ...noLimits, websockets_at_once: 5, event_streams_at_once: 10 },
    logging: { level: 'info', stream: { write: (line: string) => void logged.push(line) } },
    ports: () => [0],
    ...options,
  });
  const restart = async () => {
    await server.stop();
    return aServer({ ...options, folder }, clock);
  };
  return { ...server, clock, folder, logged, call: callsTo(server.url), restart };
}

/** Ends a server and removes its data. */
export async function endServer(server: TestServer): Promise<void> {
  await server.stop();
  rmSync(server.folder, { recursive: true, force: true });
}

/** Requests to the server at `base`, with real `fetch`. */
export function callsTo(base: string): Call {
  return async (method, path, { token, body, raw, headers = {} } = {}) => {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const reply = await fetch(base + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    return { status: reply.status, headers: reply.headers, body: (await reply.json()) as Record<string, unknown> };
  };
}
