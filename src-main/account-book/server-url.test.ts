import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readServerUrl } from './server-url.ts';

test.each([
  ['https://atp.example.com', 'https://atp.example.com'],
  ['  https://ATP.example.com/  ', 'https://atp.example.com'],
  ['https://atp.example.com:443', 'https://atp.example.com'],
  ['https://atp.example.com/team//', 'https://atp.example.com/team'],
  ['https://atp.example.com/api/v1', 'https://atp.example.com'],
  ['https://atp.example.com/team/api/v1/', 'https://atp.example.com/team'],
  ['wss://atp.example.com/api/v1/client/stream?token=secret&version=1.0', 'https://atp.example.com'],
  ['ws://localhost:4680', 'http://localhost:4680'],
  ['atp.example.com', 'https://atp.example.com'],
  ['atp.example.com:8443/team', 'https://atp.example.com:8443/team'],
  ['localhost:4680', 'http://localhost:4680'],
  ['127.0.0.1:4680/api/v1', 'http://127.0.0.1:4680'],
  ['[::1]:4680', 'http://[::1]:4680'],
  ['https://atp.example.com/?next=1#top', 'https://atp.example.com'],
])('%s is read as %s', (typed, url) => {
  expect(readServerUrl(typed)).toMatchObject({ ok: true, value: { url } });
});

test.each([
  ['', 'An address is needed.'],
  ['two words', 'This is not an address of a server.'],
  ['https://', 'This is not an address of a server.'],
  ['ftp://atp.example.com', 'A server’s address begins with https:// or http://'],
  ['file:///etc/passwd', 'A server’s address begins with https:// or http://'],
  ['https://me:secret@atp.example.com', 'Leave user name and password out of the address.'],
  ['https://token@atp.example.com', 'Leave user name and password out of the address.'],
])('%s is refused with words', (typed, message) => {
  expect(readServerUrl(typed)).toMatchObject({ ok: false, error: { code: 'account/invalid', field: 'url', message } });
});

test.each([
  ['http://127.0.0.1:4680', true],
  ['http://localhost', true],
  ['http://[::1]', true],
  ['http://127.0.0.1.evil.example', false],
  ['http://localhost.evil.example', false],
  ['http://10.0.0.5', false],
])('%s is this machine: %s', (typed, isLoopback) => {
  expect(readServerUrl(typed)).toMatchObject({ ok: true, value: { isLoopback, isEncrypted: false } });
});

test('what was read is read as itself, and carries no query and no credentials', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (typed) => {
      const read = readServerUrl(typed);
      if (!read.ok) return;
      expect(readServerUrl(read.value.url)).toEqual(read);
      const { username, password, search, hash } = new URL(read.value.url);
      expect([username, password, search, hash]).toEqual(['', '', '', '']);
    }),
  );
});
