import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assetOf, serveAsset } from './app-protocol.ts';
import { isOfPage, mayLoad, pageOf } from './page.ts';

const root = '/app/renderer';

test.each([
  ['triage-app://inbox/', '/app/renderer/index.html'],
  ['triage-app://inbox/index.html?x=1#y', '/app/renderer/index.html'],
  ['triage-app://inbox/assets/index-CNbZ_r-9.js', '/app/renderer/assets/index-CNbZ_r-9.js'],
])('%s is served', (url, path) => {
  expect(assetOf(url, root)?.path).toBe(path);
});

test.each([
  'triage-app://elsewhere/index.html',
  'https://inbox/index.html',
  'triage-app://inbox/..%2f..%2fsecret.json',
  'triage-app://inbox/assets/..%5csecret.json',
  'triage-app://inbox//etc/x.html',
  'triage-app://inbox/.env.json',
  'triage-app://inbox/a/.hidden/x.js',
  'triage-app://inbox/local-key',
  'triage-app://inbox/inbox.db',
  'triage-app://inbox/x.html%00.js',
  'not a url',
])('%s is not served', (url) => {
  expect(assetOf(url, root)).toBeUndefined();
});

test.each(['triage-app://inbox/../../etc/passwd.html', 'triage-app://inbox/%2e%2e/%2E%2e/etc/passwd.html'])(
  '%s leads nowhere but into the folder',
  (url) => {
    expect(assetOf(url, root)?.path).toBe('/app/renderer/etc/passwd.html');
  },
);

test('every answer carries the policy, whether there is a file or not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'triage-page-'));
  writeFileSync(join(folder, 'index.html'), '<p>hi');
  const found = await serveAsset({ method: 'GET', url: 'triage-app://inbox/index.html' }, folder);
  const missing = await serveAsset({ method: 'GET', url: 'triage-app://inbox/none.js' }, folder);
  const posted = await serveAsset({ method: 'POST', url: 'triage-app://inbox/index.html' }, folder);
  expect([found.status, missing.status, posted.status]).toEqual([200, 404, 404]);
  expect(await found.text()).toBe('<p>hi');
  expect(found.headers.get('content-type')).toBe('text/html; charset=utf-8');
  for (const response of [found, missing, posted]) {
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('the page is known by its parsed URL', () => {
  const built = pageOf(undefined);
  expect(isOfPage('triage-app://inbox/index.html', built)).toBe(true);
  for (const url of ['triage-app://inbox.evil/', 'https://evil/triage-app://inbox/', 'about:blank', '']) {
    expect(isOfPage(url, built)).toBe(false);
  }
});

test('the built page loads from itself only; a developed one also from Vite', () => {
  const built = pageOf(undefined);
  expect(mayLoad('triage-app://inbox/assets/x.js', built)).toBe(true);
  for (const url of [
    'https://example.com/x.png',
    'ws://127.0.0.1:4680/',
    'file:///etc/passwd',
    'http://127.0.0.1:4680/',
  ]) {
    expect(mayLoad(url, built)).toBe(false);
  }
  const developed = pageOf('http://localhost:5173');
  expect(mayLoad('ws://localhost:5173/', developed)).toBe(true);
  expect(mayLoad('http://localhost:5174/', developed)).toBe(false);
});
