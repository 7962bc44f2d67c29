// @ts-check
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endChild, spawnBound } from './bound-child.mjs';
import { firstLine } from './first-line.mjs';
import { Problem } from './problem.mjs';

/**
 * Starts an X server of our own (Xvfb) on a free display number, closed to everyone without its key.
 * @returns {Promise<{ env: { DISPLAY: string, XAUTHORITY: string }, stop: () => Promise<void> }>}
 */
export async function startPrivateDisplay() {
  const folder = mkdtempSync(join(tmpdir(), 'triage-display-'));
  const keyFile = join(folder, 'xauthority');
  writeFileSync(keyFile, xauthorityEntry(randomBytes(16)), { mode: 0o600 });
  const server = spawnBound(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1320x900x24', '-nolisten', 'tcp', '-noreset', '-auth', keyFile],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await firstLine(server, server.stdio[3]);
  if (number === undefined) {
    rmSync(folder, { recursive: true, force: true });
    throw new Problem('Xvfb, the display for machines without one, did not start.', 'run "Xvfb :99" to see why.');
  }
  return {
    env: { DISPLAY: `:${number}`, XAUTHORITY: keyFile },
    stop: async () => {
      await endChild(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * One entry of an X authority file that fits any display number: the number is known only once the server runs.
 * @param {Buffer} key
 */
export function xauthorityEntry(key) {
  const anyHost = Buffer.from([0xff, 0xff]);
  const nothing = Buffer.alloc(0);
  return Buffer.concat([
    anyHost,
    counted(nothing),
    counted(nothing),
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(key),
  ]);
}

/** @param {Buffer} bytes */
function counted(bytes) {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
