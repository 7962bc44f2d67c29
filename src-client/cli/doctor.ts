import { join } from 'node:path';
import { z } from 'zod';
import { call } from '../call.ts';
import { ATPError } from '../error.ts';
import { dataFolderOf } from '../where/data-folder.ts';
import { type Endpoint, findEndpoint, readLocalServer } from '../where/endpoint.ts';
import { exitCode } from './exit-codes.ts';
import { type Io, print, UsageError } from './io.ts';

const goodMark = '✓';
const badMark = '✗';
const clockToleranceMs = 60_000;

type Finding = { isGood: boolean; line: string; help?: string };

/** `atp doctor`: looks at each step on the way to an answer and says how to mend the first that fails. */
export async function doctor(args: readonly string[], io: Io): Promise<number> {
  if (args.length > 0) throw new UsageError('atp doctor takes no arguments.');
  for await (const { isGood, line, help } of findings(io)) {
    print(io, `${isGood ? goodMark : badMark} ${line}`);
    if (help) print(io, `  ${help}`);
    if (!isGood) return exitCode.notReachable;
  }
  print(io, 'All is well: atp ask "Does this work?"');
  return exitCode.answered;
}

async function* findings(io: Io): AsyncGenerator<Finding> {
  const file = join(dataFolderOf(io), 'local-server.json');
  const local = readLocalServer(file);
  let endpoint: Endpoint;
  try {
    endpoint = findEndpoint({}, io);
  } catch (thrown) {
    const line = thrown instanceof Error ? thrown.message : String(thrown);
    yield { isGood: false, line, help: 'Start Triage Inbox (npm start in its folder), or name another server.' };
    return;
  }
  yield { isGood: true, line: `Server: ${endpoint.url} (from ${endpoint.from})` };
  if (endpoint.from === file && local && !isAlive(local.pid)) {
    yield {
      isGood: false,
      line: 'The app that wrote this address has ended.',
      help: 'Start Triage Inbox again; it writes the file anew.',
    };
    return;
  }
  const health = await reached(endpoint);
  yield health;
  if (health.isGood) yield await keyWorks(endpoint);
}

async function reached({ url }: Endpoint): Promise<Finding> {
  try {
    const response = await fetch(`${url}/api/v1/health`, { redirect: 'manual', signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    const date = Date.parse(response.headers.get('date') ?? '');
    const off = Number.isNaN(date) ? 0 : Date.now() - date;
    if (Math.abs(off) > clockToleranceMs) {
      const line = `This machine's clock is ${Math.round(Math.abs(off) / 1000)} s ${off > 0 ? 'ahead of' : 'behind'} the server's.`;
      return { isGood: false, line, help: 'Set the clock, or deadlines will be wrong.' };
    }
    return { isGood: true, line: 'It answers, and the clocks agree.' };
  } catch {
    return {
      isGood: false,
      line: 'Nothing answers there.',
      help: 'Is the app running? Is the address right? Is a firewall in the way?',
    };
  }
}

/** Reads the status of a notification that cannot exist: only a wrong key is told apart from "not found". */
async function keyWorks({ url, apiKey: token }: Endpoint): Promise<Finding> {
  try {
    const path = '/notifications/00000000-0000-4000-8000-000000000000';
    await call(fetch, z.unknown(), { url, token, method: 'GET', path, timeoutMs: 5_000 });
  } catch (thrown) {
    if (!(thrown instanceof ATPError)) throw thrown;
    if (thrown.code === 'NOTIFICATION_NOT_FOUND') return { isGood: true, line: 'The key is accepted.' };
    if (thrown.httpStatus === 401) {
      const help = 'Copy the key again from Settings, Services; a rotated or revoked key no longer works.';
      return { isGood: false, line: 'The server does not know this key.', help };
    }
    return { isGood: false, line: thrown.message, help: `The server answered with ${thrown.code}.` };
  }
  return { isGood: true, line: 'The key is accepted.' };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
