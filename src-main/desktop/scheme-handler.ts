import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '#main/files/json-file';
import { type Logger, reasonOf } from '#main/logging/logger';

/** The links that lead to a question. */
export const linkScheme = 'triage-inbox';

export type SchemeHandlerPorts = {
  platform: string;
  /** What the system says and takes; on Linux it takes nothing back. */
  system: { isDefault(): boolean; setDefault(): boolean; removeDefault(): boolean };
  /** Where Linux keeps what a person chose. */
  chosenFiles: readonly string[];
  log: Logger;
};

/** Whether this app opens its own links, as the system has it: asked when it may have changed, since asking is slow there. */
export class SchemeHandler {
  readonly #ports: SchemeHandlerPorts;
  #isDefault: boolean | undefined;

  constructor(ports: SchemeHandlerPorts) {
    this.#ports = ports;
  }

  /** Undefined before it was looked at. */
  get isDefault(): boolean | undefined {
    return this.#isDefault;
  }

  look(): void {
    this.#isDefault = this.#ports.system.isDefault();
  }

  /** Makes it so, where it is not so already. */
  arrange(isWanted: boolean): void {
    const { platform, system, chosenFiles, log } = this.#ports;
    this.look();
    if (this.#isDefault !== isWanted) {
      try {
        if (isWanted) system.setDefault();
        else if (platform === 'linux') for (const file of chosenFiles) forgetIn(file);
        else system.removeDefault();
      } catch (thrown) {
        log.warn('who opens the links was not arranged', { reason: reasonOf(thrown) });
      }
      this.look();
    }
  }
}

function forgetIn(file: string): void {
  if (!existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  const without = withoutScheme(text, linkScheme);
  if (without !== text) writeFileAtomically(file, without);
}

/** A `mimeapps.list` (freedesktop.org, MIME applications associations) without what was chosen for one scheme. */
export function withoutScheme(text: string, scheme: string): string {
  const isIt = (line: string) => line.split('=', 1)[0]?.trim() === `x-scheme-handler/${scheme}`;
  return text
    .split('\n')
    .filter((line) => !isIt(line))
    .join('\n');
}

/** The files in which tools of different ages keep it. */
export function chosenFiles(env: Record<string, string | undefined>, home: string): string[] {
  return [
    join(env.XDG_CONFIG_HOME || join(home, '.config'), 'mimeapps.list'),
    join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'applications', 'mimeapps.list'),
  ];
}
