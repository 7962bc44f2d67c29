import { afterEach, describe, expect, test, vi } from 'vitest';
import { Warnings } from '#main/warnings';
import { createNetwork } from './create-network.ts';
import { Network } from './network.ts';
import { readNetworkEnvironment } from './network-environment.ts';
import { TestAuthority } from './testing/certificates.ts';
import { networkWith, readOver, streamOver } from './testing/test-network.ts';
import { type ProxyBehaviour, TestProxy } from './testing/test-proxy.ts';
import { TestServer } from './testing/test-server.ts';
import { Trust } from './trust.ts';

const authority = new TestAuthority();
const authorities = [authority.cert];
const running: { stop: () => Promise<void> }[] = [];

afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

function kept<T extends { stop: () => Promise<void> }>(one: T): T {
  running.push(one);
  return one;
}

/** Servers that only a proxy finds: no name service knows `.test`. */
async function farServers(changes: Partial<ProxyBehaviour> = {}) {
  const plain = kept(await TestServer.start());
  const secure = kept(await TestServer.start(authority.issue(['far.test'])));
  const hosts = { 'far.test:80': plain.port, 'far.test:443': secure.port };
  return { plain, secure, behaviour: { hosts, ...changes } };
}

const secureAsks = ['GET /api/v1/client/notifications/a', 'UPGRADE /api/v1/client/stream'];

describe('HTTP and WebSocket go through the same proxy', () => {
  test('that speaks HTTP: tunnels, and plain requests forwarded', async () => {
    const { plain, secure, behaviour } = await farServers();
    const proxy = kept(await TestProxy.http(behaviour));
    const network = networkWith({ pac: `PROXY ${proxy.address}`, authorities });
    expect(await readOver(network, 'https://far.test')).toBe('ok');
    expect(await streamOver(network, 'https://far.test')).toBe('hello');
    expect(await readOver(network, 'http://far.test')).toBe('ok');
    expect(await streamOver(network, 'http://far.test')).toBe('hello');
    expect(proxy.seen).toEqual([
      'CONNECT far.test:443',
      'CONNECT far.test:443',
      'GET http://far.test/api/v1/client/notifications/a',
      'CONNECT far.test:80',
    ]);
    expect(secure.seen).toEqual(secureAsks);
    expect(plain.seen).toEqual(secureAsks);
    expect(new Set([...secure.tokens, ...plain.tokens])).toEqual(new Set(['Bearer secret-token']));
  });

  test('that is itself reached by TLS, and has to be believed', async () => {
    const { secure, behaviour } = await farServers();
    const proxy = kept(await TestProxy.http(behaviour, authority.issue(['127.0.0.1'])));
    const network = networkWith({ pac: `HTTPS ${proxy.address}`, authorities });
    expect(await readOver(network, 'https://far.test')).toBe('ok');
    expect(await streamOver(network, 'https://far.test')).toBe('hello');
    expect(await readOver(network, 'http://far.test')).toBe('ok');
    expect(secure.seen).toEqual(secureAsks);

    const doubting = networkWith({ pac: `HTTPS ${proxy.address}` });
    const before = [...proxy.seen];
    expect(await readOver(doubting, 'https://far.test')).toBe(
      `The proxy ${proxy.address} of this network cannot be reached: its certificate is not trusted.`,
    );
    expect(proxy.seen).toEqual(before);
  });

  test.each(['SOCKS4', 'SOCKS5'])('that speaks %s, which also looks the name up', async (kind) => {
    const { plain, secure, behaviour } = await farServers();
    const proxy = kept(await TestProxy.socks(behaviour));
    const network = networkWith({ pac: `${kind} ${proxy.address}`, authorities });
    expect(await readOver(network, 'https://far.test')).toBe('ok');
    expect(await streamOver(network, 'https://far.test')).toBe('hello');
    expect(await readOver(network, 'http://far.test')).toBe('ok');
    expect(await streamOver(network, 'http://far.test')).toBe('hello');
    const [far, near] = [`${kind} far.test:443`, `${kind} far.test:80`];
    expect(proxy.seen).toEqual([far, far, near, near]);
    expect([...secure.seen, ...plain.seen]).toEqual([...secureAsks, ...secureAsks]);
  });
});

describe('the order of the ways', () => {
  test('a proxy that is down is passed over for the next one', async () => {
    const { behaviour } = await farServers();
    const down = await TestProxy.http(behaviour);
    await down.stop();
    const up = kept(await TestProxy.http(behaviour));
    const network = networkWith({ pac: `PROXY ${down.address}; PROXY ${up.address}`, authorities });
    expect(await readOver(network, 'https://far.test')).toBe('ok');
    expect(await streamOver(network, 'https://far.test')).toBe('hello');
    expect(up.seen).toHaveLength(2);
  });

  test('a proxy that takes the connection and stays silent is given up in time', async () => {
    const silent = kept(await TestProxy.http({ hosts: {}, isSilent: true }));
    const limits = { wholeMs: 200, proxyMs: 100 };
    const network = networkWith({ pac: `PROXY ${silent.address}`, authorities, limits });
    expect(await readOver(network, 'https://far.test')).toBe('The server did not answer in time.');
    expect(await streamOver(network, 'https://far.test')).toMatchObject({ why: 'The server did not answer in time.' });
  });

  test('who gives up while a proxy is silent is told at once', async () => {
    const silent = kept(await TestProxy.http({ hosts: {}, isSilent: true }));
    const { fetch } = networkWith({ pac: `PROXY ${silent.address}` });
    const abort = new AbortController();
    const call = fetch('https://far.test', { signal: abort.signal });
    await vi.waitFor(() => expect(silent.seen).toHaveLength(1));
    abort.abort(new Error('enough'));
    await expect(call).rejects.toThrow('enough');
  });

  test('a system that never says which proxy is meant sends nothing, and is not waited for without end', async () => {
    const server = kept(await TestServer.start());
    const network = new Network({
      routesTo: () => new Promise(() => {}),
      trust: new Trust({ systemAuthorities: () => [], files: () => [], warnings: new Warnings(() => {}) }),
      limits: { wholeMs: 50, proxyMs: 50 },
    });
    const why = expect.stringContaining('The system’s proxy settings cannot be read');
    expect(await readOver(network, `http://0.0.0.0:${server.port}`)).toEqual(why);
    expect(await streamOver(network, `http://0.0.0.0:${server.port}`)).toMatchObject({ why });
    expect(server.connections).toBe(0);
  });

  test('a proxy that says no is obeyed: the next one is not asked', async () => {
    const { behaviour } = await farServers();
    const strict = kept(await TestProxy.http({ ...behaviour, refusesWith: 403 }));
    const lax = kept(await TestProxy.http(behaviour));
    const network = networkWith({ pac: `PROXY ${strict.address}; PROXY ${lax.address}; DIRECT`, authorities });
    const why = `The proxy ${strict.address} does not let the app through to the server (HTTP 403).`;
    expect(await readOver(network, 'https://far.test')).toBe(why);
    expect(await streamOver(network, 'https://far.test')).toEqual({ verdict: 'retry', why });
    expect(lax.seen).toEqual([]);
  });

  // 0.0.0.0 leads to this machine as a socket's destination and is no loopback address: a server that a way around the
  // proxy would reach.
  test('when the proxy is down nothing goes direct, unless the system says DIRECT', async () => {
    const server = kept(await TestServer.start());
    const down = await TestProxy.http({ hosts: {} });
    await down.stop();
    const url = `http://0.0.0.0:${server.port}`;
    const guarded = networkWith({ pac: `PROXY ${down.address}` });
    const why = `The proxy ${down.address} of this network cannot be reached: nothing listens there.`;
    expect(await readOver(guarded, url)).toBe(why);
    expect(await streamOver(guarded, url)).toEqual({ verdict: 'retry', why });
    expect(server.connections).toBe(0);

    const open = networkWith({ pac: `PROXY ${down.address}; DIRECT` });
    expect(await readOver(open, url)).toBe('ok');
    expect(await streamOver(open, url)).toBe('hello');
  });

  test.each(['', 'NONSENSE a:1', 'PROXY', 'PROXY a:99999'])(
    'the answer "%s" of the system sends nothing',
    async (pac) => {
      const server = kept(await TestServer.start());
      const network = networkWith({ pac });
      const why = expect.stringContaining('The system’s proxy settings cannot be read');
      expect(await readOver(network, `http://0.0.0.0:${server.port}`)).toEqual(why);
      expect(await streamOver(network, `http://0.0.0.0:${server.port}`)).toMatchObject({ why });
      expect(server.connections).toBe(0);
    },
  );

  test('this machine itself is reached directly, whatever the system says', async () => {
    const server = kept(await TestServer.start());
    const proxy = kept(await TestProxy.http({ hosts: {} }));
    const network = networkWith({ pac: `PROXY ${proxy.address}` });
    for (const host of ['127.0.0.1', 'localhost']) {
      expect(await readOver(network, `http://${host}:${server.port}`)).toBe('ok');
      expect(await streamOver(network, `http://${host}:${server.port}`)).toBe('hello');
    }
    expect(proxy.seen).toEqual([]);
  });
});

describe('a proxy that wants a name and a password', () => {
  const authorization = `Basic ${Buffer.from('ada:p@ss').toString('base64')}`;
  const createWith = (env: Record<string, string>, resolveProxy?: () => Promise<string>) =>
    createNetwork({
      environment: readNetworkEnvironment(env),
      platform: 'linux',
      warnings: new Warnings(() => {}),
      ...(resolveProxy ? { resolveProxy } : {}),
    });

  test('and gets none: said in words, for tunnels and forwarded requests', async () => {
    const { plain, secure, behaviour } = await farServers({ authorization });
    const proxy = kept(await TestProxy.http(behaviour));
    const network = networkWith({ pac: `PROXY ${proxy.address}`, authorities });
    const why = expect.stringContaining(`The proxy ${proxy.address} wants a name and a password.`);
    expect(await readOver(network, 'https://far.test')).toEqual(why);
    expect(await readOver(network, 'http://far.test')).toEqual(why);
    expect(await streamOver(network, 'https://far.test')).toEqual({ verdict: 'retry', why });
    expect([...plain.seen, ...secure.seen]).toEqual([]);
  });

  test('gets those of the environment, also when it is the system that names the proxy', async () => {
    const { behaviour } = await farServers({ authorization });
    const proxy = kept(await TestProxy.http(behaviour));
    const env = { HTTP_PROXY: `http://ada:p%40ss@${proxy.address}` };
    expect(await readOver(createWith(env), 'http://far.test')).toBe('ok');
    expect(await streamOver(createWith(env), 'http://far.test')).toBe('hello');
    const asked = createWith(env, async () => `PROXY ${proxy.address}`);
    expect(await readOver(asked, 'http://far.test')).toBe('ok');
    expect(await streamOver(asked, 'http://far.test')).toBe('hello');
  });

  test('over SOCKS', async () => {
    const { behaviour } = await farServers({ authorization: 'ada:p@ss' });
    const proxy = kept(await TestProxy.socks(behaviour));
    expect(await readOver(createWith({ ALL_PROXY: `socks5://ada:p%40ss@${proxy.address}` }), 'http://far.test')).toBe(
      'ok',
    );
    const wrong = createWith({ ALL_PROXY: `socks5://ada:no@${proxy.address}` });
    expect(await readOver(wrong, 'http://far.test')).toBe(
      `The proxy ${proxy.address} did not connect the app to the server.`,
    );
  });

  test('a variable that cannot be read is no leave to go around the proxy', async () => {
    const server = kept(await TestServer.start());
    const url = `http://0.0.0.0:${server.port}`;
    expect(await readOver(createWith({ HTTP_PROXY: 'gopher://proxy' }), url)).toContain('cannot be read');
    expect(server.connections).toBe(0);
    expect(await readOver(createWith({ HTTP_PROXY: 'gopher://proxy', NO_PROXY: '0.0.0.0' }), url)).toBe('ok');
  });
});
