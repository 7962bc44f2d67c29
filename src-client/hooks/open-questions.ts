import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolderOf, type Surroundings } from '../where/data-folder.ts';
import type { Call, Settled } from './step.ts';

/** A question that waits for its answer. Neither keys nor contents are in it. */
const OpenQuestion = z.object({
  id: z.uuid(),
  url: z.string(),
  session: z.string(),
  subagent: z.string().optional(),
  toolUse: z.string().optional(),
  content: z.string().optional(),
  asked_at: z.number(),
});
export type OpenQuestion = z.infer<typeof OpenQuestion>;

/** A hook that was killed leaves its note behind; longer than this no agent waits. */
const keptMs = 24 * 60 * 60_000;
const mostRead = 1_000;

/**
 * The questions that hooks wait for, so that a later event of the agent can withdraw them: a small file each, since
 * several hooks run at once.
 */
export class OpenQuestions {
  readonly #folder: string;

  constructor(around: Surroundings) {
    this.#folder = join(dataFolderOf(around), 'agent-questions');
  }

  async add(question: OpenQuestion): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const next = join(this.#folder, `${question.id}.${process.pid}`);
    await writeFile(next, JSON.stringify(question), { mode: 0o600, flag: 'wx' });
    await rename(next, this.#file(question.id));
  }

  async remove(id: string): Promise<void> {
    await rm(this.#file(id), { force: true });
  }

  /** Those that an event has settled. One asked after it (the same command again, say) is none of them. */
  async settledBy(settled: Settled, eventAt: number): Promise<OpenQuestion[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const files = names.filter((name) => name.endsWith('.json')).slice(0, mostRead);
    const all = await Promise.all(files.map((name) => this.#read(name)));
    const open = all.filter((one) => one !== undefined);
    for (const one of open) if (eventAt - one.asked_at > keptMs) await this.remove(one.id);
    return open.filter((one) => one.asked_at <= eventAt && isSettled(one, settled));
  }

  async #read(name: string): Promise<OpenQuestion | undefined> {
    try {
      return OpenQuestion.safeParse(JSON.parse(await readFile(join(this.#folder, name), 'utf8'))).data;
    } catch {
      return undefined; // cut by a crash, or answered meanwhile
    }
  }

  #file(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}

function isSettled(one: OpenQuestion, settled: Settled): boolean {
  switch (settled.what) {
    case 'call':
      return one.session === settled.call.session && isSameCall(one, settled.call);
    case 'turn':
      return one.session === settled.session && one.subagent === settled.subagent;
    case 'session':
      return one.session === settled.session;
  }
}

/** By the id of the call where both know it, else by its content. */
function isSameCall(one: OpenQuestion, call: Call): boolean {
  if (one.toolUse !== undefined && call.toolUse !== undefined) return one.toolUse === call.toolUse;
  return one.content !== undefined && one.content === call.content && one.subagent === call.subagent;
}
