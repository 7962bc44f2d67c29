import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

/** A certificate made for one test, with its key; nothing of it is ever written down. */
export type Certificate = { cert: string; key: string };

const dayMs = 86_400_000;

/** A private certificate authority, made for one test. */
export class TestAuthority {
  readonly cert: string;
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #name: string;

  constructor(name = `Test authority ${randomBytes(4).toString('hex')}`) {
    this.#name = name;
    const validity = { from: Date.now() - dayMs, until: Date.now() + dayMs };
    this.cert = certificate({ subject: name, issuer: name, isAuthority: true, validity }, this.#keys);
  }

  /** A server's certificate for these host names and addresses. */
  issue(hosts: string[], { from = Date.now() - dayMs, until = Date.now() + dayMs } = {}): Certificate {
    const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const facts = { subject: hosts[0] ?? 'nobody', issuer: this.#name, hosts, validity: { from, until } };
    return { cert: certificate(facts, { ...keys, privateKey: this.#keys.privateKey }), key: pemOf(keys.privateKey) };
  }
}

/** A certificate that only itself vouches for. */
export function selfSigned(hosts: string[]): Certificate {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = hosts[0] ?? 'nobody';
  const validity = { from: Date.now() - dayMs, until: Date.now() + dayMs };
  return { cert: certificate({ subject: name, issuer: name, hosts, validity }, keys), key: pemOf(keys.privateKey) };
}

type Facts = {
  subject: string;
  issuer: string;
  hosts?: string[];
  isAuthority?: boolean;
  validity: { from: number; until: number };
};

// DER, as far as X.509 version 3 needs it (RFC 5280).

function certificate(facts: Facts, keys: { publicKey: KeyObject; privateKey: KeyObject }): string {
  const spki = keys.publicKey.export({ type: 'spki', format: 'der' });
  const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    nameOf(facts.issuer),
    sequence(time(facts.validity.from), time(facts.validity.until)),
    nameOf(facts.subject),
    spki,
    tagged(0xa3, sequence(...extensions(facts, spki))),
  );
  const signature = sign('sha256', body, keys.privateKey);
  const der = sequence(body, ecdsaWithSha256, bits(signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function extensions({ isAuthority = false, hosts = [] }: Facts, spki: Buffer): Buffer[] {
  const constraints = extension('551d13', sequence(...(isAuthority ? [tagged(0x01, Buffer.from([0xff]))] : [])), true);
  const keyId = extension('551d0e', tagged(0x04, createHash('sha1').update(spki).digest()));
  const names = hosts.map((host) =>
    isIP(host) === 4 ? tagged(0x87, Buffer.from(host.split('.').map(Number))) : tagged(0x82, Buffer.from(host)),
  );
  return [constraints, keyId, ...(names.length > 0 ? [extension('551d11', sequence(...names))] : [])];
}

function extension(id: string, value: Buffer, isCritical = false): Buffer {
  return sequence(oid(id), ...(isCritical ? [tagged(0x01, Buffer.from([0xff]))] : []), tagged(0x04, value));
}

function nameOf(commonName: string): Buffer {
  return sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(commonName)))));
}

function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return tagged(0x17, Buffer.from(digits.slice(2)));
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]) => tagged(0x30, Buffer.concat(parts));
const integer = (value: Buffer) => tagged(0x02, value);
const oid = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'));
const bits = (content: Buffer) => tagged(0x03, Buffer.concat([Buffer.from([0]), content]));

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
