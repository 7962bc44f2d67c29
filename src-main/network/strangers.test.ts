import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wordsOfStranger } from './strangers.ts';
import { networkWith, readOver, streamOver } from './testing/test-network.ts';
import { TestServer } from './testing/test-server.ts';

const signIn =
  'A login page of the network answered instead of the server. Open a web page, sign in, then retry. Nothing was lost.';

describe('a captive portal', () => {
  let portal: TestServer;
  let url: string;

  beforeEach(async () => {
    portal = await TestServer.start();
    url = `http://127.0.0.1:${portal.port}`;
  });

  afterEach(() => portal.stop());

  test.each([
    ['a page', 200, { 'content-type': 'text/html; charset=utf-8' }, '<!DOCTYPE html><h1>Welcome to our café</h1>'],
    ['a page without a type', 200, {}, '\n<html><body>Welcome</body></html>'],
    ['a redirect to its login page', 302, { location: 'http://login.portal.test/?from=here' }, ''],
    ['a redirect to nowhere', 307, {}, ''],
    ['its own status', 511, { 'content-type': 'text/html' }, '<p>Sign in</p>'],
  ])('that answers with %s is named, and not followed', async (_what, status, headers, body) => {
    portal.respond = (_request, response) => void response.writeHead(status, headers).end(body);
    portal.refuseUpgrade = (socket) => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      const type = status === 200 ? 'content-type: text/html\r\n' : '';
      socket.end(`HTTP/1.1 ${status} Portal\r\n${lines.join('')}${type}content-length: 0\r\n\r\n`);
    };
    const network = networkWith({});
    expect(await readOver(network, url)).toBe(signIn);
    expect(await streamOver(network, url)).toEqual({ verdict: 'retry', why: signIn, answered: true });
    expect(portal.seen).toHaveLength(2);
  });

  test('a redirect is never followed, not even one to the same server', async () => {
    portal.respond = (_request, response) => void response.writeHead(301, { location: '/elsewhere' }).end();
    expect(await readOver(networkWith({}), url)).toMatch(/^A web page answered/);
    expect(portal.seen).toEqual(['GET /api/v1/client/notifications/a']);
  });

  test('a server’s own refusals stay its own, pages or not', async () => {
    portal.respond = (_request, response) =>
      void response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>');
    expect(await readOver(networkWith({}), url)).toBe('HTTP 502');
  });
});

test('behind a believed certificate a page may also mean that the address is wrong', () => {
  const answer = { url: 'https://a.test/api', httpStatus: 200, contentType: 'text/html', location: null };
  expect(wordsOfStranger(answer)).toMatch(/^A web page answered.*check the address/);
  expect(wordsOfStranger({ ...answer, url: 'wss://a.test/api' })).toMatch(/^A web page answered/);
});

test('a server that moved to https is told apart from a portal', () => {
  const answer = { httpStatus: 301, contentType: null, location: 'https://a.test:8443/api' };
  const words = 'The server wants to be reached at https://a.test:8443. Change its address to that.';
  expect(wordsOfStranger({ ...answer, url: 'http://a.test/api' })).toBe(words);
  expect(wordsOfStranger({ ...answer, url: 'ws://a.test/api' })).toBe(words);
  expect(wordsOfStranger({ ...answer, url: 'http://b.test/api' })).toBe(signIn);
});

test('JSON and events may be the server’s', () => {
  const answer = { url: 'http://a.test', httpStatus: 200, location: null };
  expect(wordsOfStranger({ ...answer, contentType: 'application/json', text: '{"a":"<html>"}' })).toBeUndefined();
  expect(wordsOfStranger({ ...answer, contentType: 'text/event-stream' })).toBeUndefined();
});
