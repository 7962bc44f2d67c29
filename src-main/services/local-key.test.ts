import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isLocalKeyRevoked, localKeyFile, localKeyOf } from './local-key.ts';

const listening = (maskedKey: string) => ({
  dataFolder: mkdtempSync(join(tmpdir(), 'local-key-')),
  localServer: { state: 'listening' as const, url: 'http://127.0.0.1:4680', keyFile: '', maskedKey },
});

test('the key is that of its file', () => {
  const known = listening('sk_local_…9f3c');
  writeFileSync(localKeyFile(known.dataFolder), 'sk_local_abcd9f3c\n');
  expect(localKeyOf(known)).toEqual({ ok: true, value: 'sk_local_abcd9f3c' });
});

test('a revoked key is said to be revoked, not to be late', () => {
  const known = listening('');
  expect(isLocalKeyRevoked(known)).toBe(true);
  const { error } = localKeyOf(known) as { error: { code: string; message: string } };
  expect(error.code).toBe('server/refused');
  expect(error.message).toContain('revoked');
});

test('before the server runs nothing is said to be revoked', () => {
  const known = { dataFolder: listening('').dataFolder, localServer: { state: 'starting' as const } };
  expect(isLocalKeyRevoked(known)).toBe(false);
  expect(localKeyOf(known)).toMatchObject({ ok: false, error: { code: 'server/unreachable', retryable: true } });
});
