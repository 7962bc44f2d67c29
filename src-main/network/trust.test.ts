import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Warnings } from '#main/warnings';
import { createNetwork } from './create-network.ts';
import { readNetworkEnvironment } from './network-environment.ts';
import { systemAuthorities } from './system-authorities.ts';
import { type Certificate, selfSigned, TestAuthority } from './testing/certificates.ts';
import { aFile, networkWith, readOver, streamOver } from './testing/test-network.ts';
import { TestServer } from './testing/test-server.ts';

const authority = new TestAuthority();
const hour = 3_600_000;
let server: TestServer;

async function serve(certificate?: Certificate): Promise<string> {
  server = await TestServer.start(certificate);
  return `https://127.0.0.1:${server.port}`;
}

afterEach(async () => {
  vi.unstubAllEnvs();
  await server.stop();
});

describe('a certificate that is not believed', () => {
  const now = Date.now();
  test.each([
    ['signed by itself', selfSigned(['127.0.0.1']), /signed by itself.*nothing was sent/],
    ['of an unknown authority', new TestAuthority().issue(['127.0.0.1']), /authority that this computer does not know/],
    ['that expired', authority.issue(['127.0.0.1'], { until: now - hour }), /has expired.*date is wrong/],
    ['of tomorrow', authority.issue(['127.0.0.1'], { from: now + hour }), /not valid yet.*computer’s date/],
    ['for another address', authority.issue(['127.0.0.2', 'elsewhere.test']), /is for another name/],
  ])('one %s: it is named, and not one byte of the token leaves', async (_what, certificate, words) => {
    const url = await serve(certificate);
    const network = networkWith({ authorities: [authority.cert] });
    expect(await readOver(network, url)).toMatch(words);
    expect(await streamOver(network, url)).toEqual({ verdict: 'retry', why: expect.stringMatching(words) });
    expect(server.connections).toBe(2);
    expect(server.seen).toEqual([]);
  });

  test('not even when the environment says that all are to be believed', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const url = await serve(selfSigned(['127.0.0.1']));
    expect(await readOver(networkWith({}), url)).toMatch(/signed by itself/);
    expect(await streamOver(networkWith({}), url)).toMatchObject({ verdict: 'retry' });
    expect(server.seen).toEqual([]);
  });

  test('TLS to a plain port', async () => {
    const url = await serve();
    expect(await readOver(networkWith({}), url)).toMatch(/does not speak TLS.*http:\/\/ instead/);
    expect(await streamOver(networkWith({}), url)).toMatchObject({ why: expect.stringMatching(/does not speak TLS/) });
    expect(server.seen).toEqual([]);
  });
});

describe('whom to believe', () => {
  const isBelieved = async (env: Record<string, string>, warnings = new Warnings(() => {})) => {
    const environment = readNetworkEnvironment(env);
    return (await readOver(createNetwork({ environment, platform: 'linux', warnings }), url)) === 'ok';
  };
  let url: string;

  test('the authorities of TRIAGE_CA_FILE and NODE_EXTRA_CA_CERTS, and of no other file', async () => {
    url = await serve(authority.issue(['127.0.0.1']));
    const [ours, other] = [aFile(authority.cert), aFile(new TestAuthority().cert)];
    expect(await isBelieved({})).toBe(false);
    expect(await isBelieved({ TRIAGE_CA_FILE: other })).toBe(false);
    expect(await isBelieved({ TRIAGE_CA_FILE: ours })).toBe(true);
    expect(await isBelieved({ NODE_EXTRA_CA_CERTS: ours, TRIAGE_CA_FILE: other })).toBe(true);
    expect(
      await isBelieved({ TRIAGE_CA_FILE: aFile(`Our authorities:\r\n${authority.cert}and\n${authority.cert}`) }),
    ).toBe(true);
  });

  test('a self-signed certificate that the person names', async () => {
    const itself = selfSigned(['127.0.0.1']);
    url = await serve(itself);
    expect(await isBelieved({ TRIAGE_CA_FILE: aFile(itself.cert) })).toBe(true);
  });

  test.each([
    ['is not PEM', 'just words', 'it holds no certificate in PEM form (“-----BEGIN CERTIFICATE-----”)'],
    ['is damaged', `-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----`, 'a certificate in it is damaged'],
    ['is not there', undefined, 'there is no such file'],
    ['is a folder', null, 'it is a folder'],
  ])('a file that %s is said, and adds no trust', async (_what, content, why) => {
    url = await serve(authority.issue(['127.0.0.1']));
    const path = content === null ? tmpdir() : content === undefined ? '/nowhere/authority.pem' : aFile(content);
    const warnings = new Warnings(() => {});
    expect(await isBelieved({ TRIAGE_CA_FILE: path }, warnings)).toBe(false);
    const [warning, ...others] = warnings.list();
    expect(others).toEqual([]);
    expect(warning?.message).toBe(`The certificate file ${basename(path)} is not used: ${why}.`);
    expect(warning?.hint).toContain(path);
  });

  test('the file of the settings counts at once, and no longer when it is taken out', async () => {
    url = await serve(authority.issue(['127.0.0.1']));
    const settings = { current: { certificateFile: '' }, onChanged: (listener: () => void) => (changed = listener) };
    let changed = () => {};
    const onTrustChanged = vi.fn();
    const warnings = new Warnings(() => {});
    const environment = readNetworkEnvironment({});
    const network = createNetwork({ environment, platform: 'linux', warnings, settings, onTrustChanged });
    const set = (certificateFile: string) => {
      settings.current = { certificateFile };
      changed();
    };
    expect(await readOver(network, url)).toContain('does not know');
    set(aFile('nothing of the kind'));
    expect(warnings.list()).toHaveLength(1);
    set(aFile(authority.cert));
    expect(warnings.list()).toEqual([]);
    expect(await readOver(network, url)).toBe('ok');
    set('');
    expect(await readOver(network, url)).toContain('does not know'); // the kept connection is not used either
    expect(await streamOver(network, url)).toMatchObject({ verdict: 'retry' });
    changed(); // another setting
    expect(onTrustChanged).toHaveBeenCalledTimes(3);
  });

  test('every system has authorities', async () => {
    await serve();
    for (const platform of ['linux', 'darwin', 'win32']) {
      expect(systemAuthorities(platform).join('\n').split('BEGIN CERTIFICATE').length).toBeGreaterThan(50);
    }
  });
});
