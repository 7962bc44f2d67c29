import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RestClient } from '#main/accounts/rest-client';
import { type StreamEnd, webSocketOpener } from '#main/accounts/stream-socket';
import { FakeClock } from '#main/testing/fake-clock';
import { Warnings } from '#main/warnings';
import { NotificationId } from '#shared/protocol/ids';
import type { DialLimits } from '../dial.ts';
import { Network } from '../network.ts';
import { routesOfPac } from '../route.ts';
import { Trust } from '../trust.ts';

/** A network where the system's answer about proxies is `pac`, and the only authorities are those given. */
export function networkWith({
  pac = 'DIRECT',
  authorities = [] as string[],
  limits = undefined as DialLimits | undefined,
}) {
  return new Network({
    routesTo: async () => routesOfPac(pac),
    trust: new Trust({ systemAuthorities: () => authorities, files: () => [], warnings: new Warnings(() => {}) }),
    ...(limits ? { limits } : {}),
  });
}

/** Reads one notification as the app does. */
export async function readOver(network: Network, url: string): Promise<string> {
  const client = new RestClient(url, 'secret-token', { fetch: network.fetch, clock: new FakeClock() });
  const read = await client.notification(NotificationId.parse('a'));
  if (read.ok) return 'ok';
  return read.error.kind === 'unreachable' ? read.error.why : `HTTP ${read.error.httpStatus}`;
}

/** Opens a stream as the app does, until its first frame or its end. */
export function streamOver(network: Network, url: string): Promise<StreamEnd | string> {
  return new Promise((resolve) => {
    const socket = webSocketOpener(network)(`${url.replace('http', 'ws')}/api/v1/client/stream`, 'secret-token', {
      opened: () => {},
      alive: () => {},
      frame: (text) => {
        socket.end();
        resolve(text ?? 'binary');
      },
      closed: resolve,
    });
  });
}

/** A file of its own with this content. */
export function aFile(content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'triage-network-')), 'authority.pem');
  writeFileSync(path, content);
  return path;
}
