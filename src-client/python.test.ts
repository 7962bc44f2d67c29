import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { adminToken, aServer, endServer } from '#server/testing/a-server';
import { aService } from '#server/testing/builders';

const python = resolve(import.meta.dirname, '..', 'clients', 'python');

test("the Python client's own tests pass against our server", async () => {
  const server = await aServer();
  const service = await aService(server);
  const folder = mkdtempSync(join(tmpdir(), 'atp-python-'));
  const child = spawn('/usr/bin/python3', ['-W', 'error', '-m', 'unittest', '-v', 'tests/test_atp.py'], {
    cwd: python,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      PYTHONDONTWRITEBYTECODE: '1',
      TZ: 'Asia/Kolkata',
      TRIAGE_DATA_DIR: folder,
      ATP_SERVER_URL: server.url,
      ATP_API_KEY: service.key,
      ATP_ADMIN_TOKEN: adminToken,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
  const code = await new Promise((done) => child.once('close', done));
  await endServer(server);
  rmSync(folder, { recursive: true, force: true });
  expect(code, said).toBe(0);
  expect(said).toMatch(/Ran 8 tests/);
});
