import { describe, expect, it } from 'vitest';
import { namesItsHost, safeLink } from './safe-link.ts';

describe('a link', () => {
  it.each([
    ['https://ci.example/a?b#c', 'ci.example'],
    ['http://ci.example:8080/', 'ci.example:8080'],
    ['https://google.com@evil.example/', 'evil.example'],
    ['https://gооgle.com/', 'xn--ggle-55da.com'],
    ['https://evil.example\\@google.com/', 'evil.example'],
    ['mailto:ops@acme.example?subject=x', 'ops@acme.example'],
    ['https:evil.example', 'evil.example'],
    ['  https://ci.example ', 'ci.example'],
  ])('%j shows the host that it truly leads to: %j', (text, host) => {
    expect(safeLink(text)?.host).toBe(host);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    'triage-inbox://notification/1',
    'blob:https://a.example/1',
    'ftp://a.example/',
    'smb://a/b',
    '//evil.example/x',
    '/relative',
    '#anchor',
    'mailto:',
    'https://',
    '',
    `https://a.example/${'x'.repeat(9_000)}`,
    undefined,
  ])('%j is none', (text) => {
    expect(safeLink(text)).toBeUndefined();
  });

  it('is the address that was shown, not the text that was sent', () => {
    expect(safeLink('https:\\\\evil.example\\x')?.url).toBe('https://evil.example/x');
  });
});

describe("a link's own words", () => {
  const link = { url: 'https://evil.example/x', host: 'evil.example' };
  it.each([
    ['https://evil.example/x', true],
    ['evil.example/x', true],
    ['https://good.example/x', false],
    ['good.example', false],
    ['the log', false],
    ['', false],
    ['https://evil.example good.example', false],
  ])('%j name its host: %j', (words, wanted) => {
    expect(namesItsHost(words, link)).toBe(wanted);
  });
});
