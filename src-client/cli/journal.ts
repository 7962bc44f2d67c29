import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { dataFolderOf, type Surroundings } from '../where/data-folder.ts';

/** A question that was asked from this machine. Neither keys nor contents are in it. */
const Asked = z.object({ id: z.string().min(1), url: z.string(), title: z.string(), actions: z.int(), at: z.string() });
export type Asked = z.infer<typeof Asked>;

const mostKept = 500;

/**
 * What was asked from this machine, newest last, in a file of the data folder: servers have no list for services, and
 * `atp list` and `atp watch` are to work with any of them.
 */
export class Journal {
  readonly #file: string;

  constructor(around: Surroundings) {
    this.#file = join(dataFolderOf(around), 'asked.jsonl');
  }

  /** Notes a question. A folder that cannot be written only costs the list. */
  async add(asked: Asked): Promise<void> {
    try {
      await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 });
      await appendFile(this.#file, `${JSON.stringify(asked)}\n`, { mode: 0o600 });
    } catch {
      return;
    }
  }

  /** The questions asked at one server, oldest first. */
  async all(url: string): Promise<Asked[]> {
    const text = await readFile(this.#file, 'utf8').catch(() => '');
    const lines = text.split('\n').filter((line) => line !== '');
    if (lines.length > 2 * mostKept) await this.#shorten(lines.slice(-mostKept));
    return lines.slice(-mostKept).flatMap((line) => {
      const asked = parseLine(line);
      return asked?.url === url ? [asked] : [];
    });
  }

  async #shorten(lines: string[]): Promise<void> {
    const next = `${this.#file}.${process.pid}`;
    await writeFile(next, `${lines.join('\n')}\n`, { mode: 0o600 });
    await rename(next, this.#file);
  }
}

function parseLine(line: string): Asked | undefined {
  try {
    return Asked.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined; // a line that was cut by a crash
  }
}
