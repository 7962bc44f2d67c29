import { expect, test } from 'vitest';
import { whyUnreachable } from './fault-words.ts';
import { NetworkFault } from './network-fault.ts';

const coded = (code: string) => Object.assign(new Error('x'), { code });

test.each([
  [coded('ENOTFOUND'), 'The server’s name cannot be found.'],
  [coded('EHOSTUNREACH'), 'There is no way to the server from this network.'],
  [coded('ETIMEDOUT'), 'The server did not answer in time.'],
  [new DOMException('x', 'TimeoutError'), 'The server did not answer in time.'],
  [coded('HPE_INVALID_CONSTANT'), /does not speak HTTP.*https:\/\/ instead/],
  [coded('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'), 'No secure connection to the server could be made.'],
  [coded('CERT_REVOKED'), /was revoked, so nothing was sent/],
  [new Error('of another kind'), 'The server cannot be reached.'],
  ['not even an error', 'The server cannot be reached.'],
])('the fault %s', (thrown, words) => {
  expect(whyUnreachable(thrown)).toEqual(typeof words === 'string' ? words : expect.stringMatching(words));
});

test.each([
  ['ENOTFOUND', 'its name cannot be found'],
  ['ETIMEDOUT', 'it did not answer in time'],
  ['CERT_HAS_EXPIRED', 'its certificate has expired'],
  ['SOMETHING_NEW', 'it did not take the connection'],
])('a proxy’s %s is not told as the server’s', (code, end) => {
  const fault = new NetworkFault({ kind: 'unconnected', proxy: 'proxy:3128' }, coded(code));
  expect(whyUnreachable(fault)).toBe(`The proxy proxy:3128 of this network cannot be reached: ${end}.`);
});

test.each([
  [403, 'The proxy proxy:3128 does not let the app through to the server (HTTP 403).'],
  [502, 'The proxy proxy:3128 cannot reach the server (HTTP 502).'],
  [undefined, 'The proxy proxy:3128 did not connect the app to the server.'],
])('a proxy that refuses with %s', (httpStatus, words) => {
  expect(whyUnreachable(new NetworkFault({ kind: 'proxy-refused', proxy: 'proxy:3128', httpStatus }))).toBe(words);
});
