import { describe, expect, test } from 'vitest';
import { kindOfAddress } from './address-policy.ts';
import { parseCallbackUrl } from './callback-url.ts';
import { allowedAddresses } from './resolve.ts';

/** Spellings of addresses that are not public; the first group leads to this machine. */
const loopbackSpellings = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0x7f.0x0.0x0.0x1',
  '017700000001',
  '0177.0.0.1',
  '0177.1',
  '127.0.0.1.',
  '127.0.0.01',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '%31%32%37.0.0.1',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[0000:0000::0001]',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
  'ⓛocalhost',
];
const privateSpellings = [
  '0.0.0.0',
  '0',
  '0x0',
  '10.0.0.1',
  '10.1',
  '0xa.1',
  '012.1',
  '167772161',
  '10.255.255.255',
  '100.64.0.1',
  '100.127.255.255',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '169.254.43518',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '192.168.257',
  '0xc0a80001',
  '3232235521',
  '192.0.0.8',
  '192.0.2.1',
  '192.88.99.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.7',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '１７２．１６．０．１',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:10.0.0.1]',
  '[::ffff:a00:1]',
  '[::127.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b:1::a00:1]',
  '[100::1]',
  '[2001::1]',
  '[2001:0:7f00:1::]',
  '[2001:20::1]',
  '[2001:db8::1]',
  '[2002:7f00:1::]',
  '[2002:a00:1::1]',
  '[3fff::1]',
  '[5f00::1]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[FE80::0001]',
  '[::ffff:192.168.0.1]',
];
const publicSpellings = [
  '8.8.8.8',
  '1.1.1.1',
  '134744072',
  '[2606:4700:4700::1111]',
  '[2a00:1450::1]',
  'ci.example',
  'ci.example.',
  '172.32.0.1',
  '100.128.0.1',
  '192.169.0.1',
  '11.0.0.1',
  '126.255.255.255',
];

describe('more than sixty spellings', () => {
  test('there are that many', () => {
    expect(new Set([...loopbackSpellings, ...privateSpellings]).size).toBeGreaterThanOrEqual(60);
  });

  test.each(privateSpellings)('%s is never allowed', (host) => {
    for (const scheme of ['http', 'https']) {
      for (const onLoopback of [true, false]) {
        expect(parseCallbackUrl(`${scheme}://${host}/hook`, onLoopback).ok).toBe(false);
      }
    }
  });

  test.each(loopbackSpellings)('%s is allowed only while the server listens on loopback', (host) => {
    for (const scheme of ['http', 'https']) {
      expect(parseCallbackUrl(`${scheme}://${host}:5000/hook`, true).ok).toBe(true);
      expect(parseCallbackUrl(`${scheme}://${host}:5000/hook`, false).ok).toBe(false);
    }
  });

  test.each(publicSpellings)('%s is allowed with https only', (host) => {
    for (const onLoopback of [true, false]) {
      expect(parseCallbackUrl(`https://${host}/hook`, onLoopback).ok).toBe(true);
      expect(parseCallbackUrl(`http://${host}/hook`, onLoopback).ok).toBe(false);
    }
  });
});

test.each([
  '',
  'hook',
  'ftp://ci.example/',
  'file:///etc/passwd',
  'data:,x',
  'javascript:1',
  'https://',
  'https://a:b@ci.example/',
  'https://a@ci.example/',
])('"%s" is no callback URL', (text) => {
  expect(parseCallbackUrl(text, true).ok).toBe(false);
});

test.each(['fe80::1%eth0', '::ffff:8.8.8.8', 'not an address', ''])('the address "%s" counts as private', (address) => {
  expect(kindOfAddress(address)).toBe('private');
});

describe('what a name resolves to', () => {
  const addressesOf = (url: string, found: string[], onLoopback: boolean) =>
    allowedAddresses(new URL(url), onLoopback, () =>
      Promise.resolve(found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))),
    );

  test('public addresses are used, all of them', async () => {
    expect(await addressesOf('https://ci.example/', ['8.8.8.8', '2606:4700::1'], false)).toMatchObject({
      ok: true,
      value: [{ address: '8.8.8.8' }, { address: '2606:4700::1' }],
    });
  });

  test.each([
    [['10.0.0.1']],
    [['8.8.8.8', '10.0.0.1']],
    [['127.0.0.1']],
    [['::1']],
    [['169.254.169.254']],
    [['::ffff:8.8.8.8']],
  ])('a public name that leads to %o is refused, on loopback too', async (found) => {
    for (const onLoopback of [true, false]) {
      const reached = await addressesOf('https://ci.example/', found, onLoopback);
      expect(reached).toMatchObject({ ok: false, error: { because: 'not-allowed' } });
    }
  });

  test('a name of this machine must lead to this machine', async () => {
    expect((await addressesOf('http://localhost/', ['127.0.0.1', '::1'], true)).ok).toBe(true);
    expect((await addressesOf('http://a.localhost/', ['8.8.8.8'], true)).ok).toBe(false);
    expect((await addressesOf('http://localhost/', ['127.0.0.1'], false)).ok).toBe(false);
  });

  test('a name that leads nowhere may lead somewhere later', async () => {
    const nowhere = allowedAddresses(new URL('https://ci.example/'), false, () =>
      Promise.reject(new Error('ENOTFOUND')),
    );
    expect(await nowhere).toMatchObject({ ok: false, error: { because: 'unresolved' } });
  });
});
