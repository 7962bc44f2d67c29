import { basename } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { Warnings } from '#main/warnings';
import { words } from '#shared/words/words';
import { readCertificateFile, whyNotRead } from './certificate-file.ts';

export type TrustPorts = {
  /** The authorities that the system trusts, in PEM form; asked once, when the first certificate is judged. */
  systemAuthorities: () => string[];
  /** Files with further authorities, as they are set now. */
  files: () => string[];
  warnings: Warnings;
};

/** Whose certificates are believed: the system's authorities and those of the person's own files. Never all of them. */
export class Trust {
  readonly #ports: TrustPorts;
  #system: string[] | undefined;
  #private: string[] = [];
  #warned: string[] = [];
  #context: SecureContext | undefined;

  constructor(ports: TrustPorts) {
    this.#ports = ports;
    this.readFiles();
  }

  /** Reads the person's files, at the start and when others are set. One that cannot be read adds no trust. */
  readFiles(): void {
    const { files, warnings } = this.#ports;
    for (const id of this.#warned) warnings.clear(id);
    this.#warned = [];
    this.#context = undefined;
    this.#private = [...new Set(files())].flatMap((path) => {
      const read = readCertificateFile(path);
      if (read.ok) return read.value;
      const id = `certificate-file:${path}`;
      this.#warned.push(id);
      warnings.report({
        id,
        say: () => ({
          message: words.faults.certificateFileUnused(basename(path), whyNotRead(read.error)),
          hint: words.faults.certificateFileHint(path),
        }),
      });
      return [];
    });
  }

  get context(): SecureContext {
    this.#system ??= this.#ports.systemAuthorities();
    this.#context ??= createSecureContext({ ca: [...this.#system, ...this.#private] });
    return this.#context;
  }
}
