import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

/** Where Linux distributions keep the certificates of the authorities that the system trusts, in one file. */
const linuxBundles = [
  '/etc/ssl/certs/ca-certificates.crt', // Debian, Ubuntu, Arch, Alpine
  '/etc/pki/tls/certs/ca-bundle.crt', // Fedora, RHEL
  '/etc/ssl/ca-bundle.pem', // openSUSE
  '/etc/ssl/cert.pem',
];

/** Newer than Node 20, which Electron 33 has. */
type AskSystem = (store: 'system') => string[];

/**
 * The authorities that the system trusts, in PEM form. Where a Linux system has its list that list is all: it is
 * complete, and what the person took out of it stays out. The stores of Windows and macOS, as far as Node reads them,
 * do not list every root that the system would trust, so there Node's own list is added, as `--use-system-ca` does.
 */
export function systemAuthorities(platform: string): string[] {
  const found = askRuntime();
  if (platform !== 'linux') return [...found, ...tls.rootCertificates];
  if (found.length > 0) return found;
  const bundle = linuxBundles.map(textOf).find((text) => text?.includes('-----BEGIN CERTIFICATE-----'));
  return bundle ? [bundle] : [...tls.rootCertificates];
}

function askRuntime(): string[] {
  const ask = (tls as { getCACertificates?: AskSystem }).getCACertificates;
  return ask?.('system') ?? [];
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
