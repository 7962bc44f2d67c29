import { type ChildProcess, execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { endChild, spawnBound } from '../../scripts/lib/bound-child.mjs';
import type { AppFolder } from './folder.ts';

const run = promisify(execFile);

/** The notification daemon dunst as Debian ships it, on a test's desktop; only its menu is a script instead of a person. */
export class Dunst {
  private constructor(
    private readonly child: ChildProcess,
    private readonly env: NodeJS.ProcessEnv,
    private readonly choiceFile: string,
  ) {}

  static start(folder: AppFolder, desktop: Record<string, string>): Dunst {
    const settings = join(folder.home, '.config', 'dunst');
    mkdirSync(settings, { recursive: true });
    const choiceFile = join(folder.root, 'menu-choice');
    const menu = join(folder.root, 'menu');
    writeFileSync(menu, `#!/bin/sh\ngrep -F -f '${choiceFile}'\n`);
    chmodSync(menu, 0o755);
    const ofDebian = readFileSync('/etc/xdg/dunst/dunstrc', 'utf8');
    writeFileSync(join(settings, 'dunstrc'), ofDebian.replace(/^(\s*dmenu =).*$/m, `$1 ${menu}`));
    const env = { PATH: process.env.PATH, HOME: folder.home, ...desktop };
    return new Dunst(spawnBound('dunst', [], { env, stdio: 'ignore' }), env, choiceFile);
  }

  /** One of dunst's own commands, such as `action`, `close`, `count displayed`. */
  async ctl(...args: string[]): Promise<string> {
    const { stdout } = await run('dunstctl', args, { env: this.env });
    return stdout.trim();
  }

  /** How many are on screen; undefined while it does not answer. */
  displayed(): Promise<number | undefined> {
    return this.ctl('count', 'displayed').then(Number, () => undefined);
  }

  /** Opens the menu of the notification on screen and takes the entry with this label. */
  async choose(label: string): Promise<void> {
    writeFileSync(this.choiceFile, `#${label} `);
    await this.ctl('context');
  }

  /** A picture of the whole screen. */
  async picture(path: string): Promise<void> {
    await run('import', ['-window', 'root', path], { env: this.env });
  }

  stop(): Promise<void> {
    return endChild(this.child);
  }
}
