import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from './project.ts';

/** The protocol's tutorial, where the project's shared folder lies beside it; undefined in a checkout without one. */
export function findTutorial(): string | undefined {
  const seeds = resolve(projectRoot, '..', 'shared', 'seeds');
  if (!existsSync(seeds)) return undefined;
  const files = readdirSync(seeds).map((name) => join(seeds, name));
  return files.find((file) => readFileSync(file, 'utf8').includes('def handle_webhook():'));
}

export type Line = Record<string, unknown>;

/** The webhook of the tutorial, running its own code under Python. */
export class TutorialReceiver {
  readonly lines: Line[] = [];
  url = '';

  private constructor(private readonly child: ChildProcess) {}

  static async start(tutorial: string, secret: string): Promise<TutorialReceiver> {
    const script = join(projectRoot, 'e2e', 'rig', 'tutorial_runner.py');
    const child = spawn('/usr/bin/python3', [script, tutorial, secret], { stdio: ['ignore', 'pipe', 'inherit'] });
    const receiver = new TutorialReceiver(child);
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`The tutorial's receiver ended with ${code}.`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const said = JSON.parse(line) as Line;
        receiver.lines.push(said);
        if (typeof said.url !== 'string') return;
        receiver.url = said.url;
        resolve();
      });
    });
    return receiver;
  }

  stop(): void {
    this.child.kill();
  }
}
