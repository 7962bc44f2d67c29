import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { reasonOf } from '#main/logging/logger';
import { fail, ok, type Result } from '#shared/result';

const block = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]+?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** The certificates of a PEM file, or why there are none, as the end of a sentence. */
export function readCertificateFile(path: string): Result<string[], string> {
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
  } catch (thrown) {
    return fail(reasonNotRead(thrown));
  }
  const blocks = text.match(block) ?? [];
  if (blocks.length === 0) return fail('it holds no certificate in PEM form (“-----BEGIN CERTIFICATE-----”)');
  return blocks.every(isCertificate) ? ok(blocks) : fail('a certificate in it is damaged');
}

function reasonNotRead(thrown: unknown): string {
  const { code } = thrown as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
    case 'EPERM':
      return 'the app may not read it';
    default:
      return reasonOf(thrown);
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
