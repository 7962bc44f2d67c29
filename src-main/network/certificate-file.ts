import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { reasonOf } from '#main/logging/logger';
import { fail, ok, type Result } from '#shared/result';
import { type Words, words } from '#shared/words/words';

const block = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]+?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** Why a file gives no certificates; what only the system has a name for is in its words. */
export type CertificateFileFault = keyof Words['faults']['certificateFile'] | { system: string };

export function whyNotRead(fault: CertificateFileFault): string {
  return typeof fault === 'string' ? words.faults.certificateFile[fault] : fault.system;
}

/** The certificates of a PEM file, or why there are none. */
export function readCertificateFile(path: string): Result<string[], CertificateFileFault> {
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
  } catch (thrown) {
    return fail(reasonNotRead(thrown));
  }
  const blocks = text.match(block) ?? [];
  if (blocks.length === 0) return fail('none');
  return blocks.every(isCertificate) ? ok(blocks) : fail('damaged');
}

function reasonNotRead(thrown: unknown): CertificateFileFault {
  const { code } = thrown as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing';
    case 'EISDIR':
      return 'folder';
    case 'EACCES':
    case 'EPERM':
      return 'notPermitted';
    default:
      return { system: reasonOf(thrown) };
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
