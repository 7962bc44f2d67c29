import { expect, test } from 'vitest';
import { openExternal } from './open-external.ts';

async function opened(url: unknown) {
  const urls: string[] = [];
  const result = await openExternal(url, async (one) => void urls.push(one));
  return { urls, ok: result.ok };
}

test.each(['https://example.com/a?b=c', 'http://example.com/', 'mailto:ada@example.com'])(
  '%s is opened',
  async (url) => {
    expect(await opened(url)).toEqual({ urls: [url], ok: true });
  },
);

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'smb://host/share',
  'ms-msdt:/id',
  'triage-inbox://notification/x',
  'https//example.com',
  'https://google.com@evil.example/',
  '',
  undefined,
  { toString: () => 'https://example.com' },
])('%s is refused', async (url) => {
  expect(await opened(url)).toEqual({ urls: [], ok: false });
});

test('a system that cannot open it is said', async () => {
  const result = await openExternal('https://example.com', () => Promise.reject(new Error('no browser')));
  expect(result).toMatchObject({ ok: false, error: { code: 'link/refused', retryable: true } });
});
