import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../cli/program.ts';

/** A terminal of its own: `atp` runs in it as it would in a shell, on a home folder that holds nothing. */
export class Terminal {
  readonly home = mkdtempSync(join(tmpdir(), 'atp-home-'));
  readonly env: Record<string, string | undefined>;
  stdin = '';
  cwd = this.home;
  parentId = 1;
  out = '';
  err = '';
  readonly #interrupt = new AbortController();
  readonly #watchers = new Set<() => void>();

  constructor(env: Record<string, string | undefined> = {}) {
    this.env = env;
  }

  atp(...args: string[]): Promise<number> {
    const into = (take: (text: string) => void) =>
      new Writable({
        write: (chunk, _encoding, done) => {
          take(String(chunk));
          for (const look of this.#watchers) look();
          done();
        },
      });
    return run(args, {
      env: this.env,
      platform: 'linux',
      home: this.home,
      stdin: Readable.from([Buffer.from(this.stdin)]),
      stdout: into((text) => {
        this.out += text;
      }),
      stderr: into((text) => {
        this.err += text;
      }),
      interrupted: this.#interrupt.signal,
      cwd: this.cwd,
      command: ['/usr/bin/node', '/opt/triage inbox/scripts/atp.mjs'],
      parentId: () => this.parentId,
    });
  }

  /** Resolves with the match once something on stderr fits. */
  said(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve) => {
      const look = () => {
        const match = pattern.exec(this.err);
        if (!match) return;
        this.#watchers.delete(look);
        resolve(match);
      };
      this.#watchers.add(look);
      look();
    });
  }

  pressCtrlC(): void {
    this.#interrupt.abort();
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
