import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeFileAtomically } from '#main/files/json-file';
import { type Logger, reasonOf } from '#main/logging/logger';
import type { Clock } from '#main/time/clock';
import type { Note } from '#shared/native/native-note';

/** A notification that we gave to the system, under the system's own id for it. */
const ShownNote = z.object({
  id: z.string(),
  tag: z.string(),
  /** The ids of its buttons in their order, for systems that only tell which one of them it was. */
  buttons: z.array(z.string()),
  reply: z.string().optional(),
  /** `gone`: closed by the person or by us. A late signal about it is still understood. */
  state: z.enum(['shown', 'gone']),
});
export type ShownNote = z.infer<typeof ShownNote>;

const File = z.object({
  version: z.literal(1),
  /** Ours alone: what comes back with it was sent by this installation. */
  nonce: z.string().min(16),
  /** Within which run of the notification service the ids mean something. */
  session: z.string(),
  shown: z.array(ShownNote),
});
type File = z.infer<typeof File>;

const mostKept = 100;
const saveAfterMs = 250;

export type ShownNotesPorts = { dataFolder: string; clock: Clock; log: Logger };

/**
 * Which notification of the system is which of ours, kept in `native-notifications.json` over a restart: those of the
 * last run can then still be replaced and withdrawn, and what a person does with them is understood.
 */
export class ShownNotes {
  readonly nonce: string;
  #session: string;
  #shown: ShownNote[];
  #cancelSave: (() => void) | undefined;
  readonly #ports: ShownNotesPorts;

  constructor(ports: ShownNotesPorts) {
    this.#ports = ports;
    const read = readJsonFile(pathIn(ports.dataFolder), File, ports.clock.now());
    if (read.found === 'set-aside') ports.log.warn('the list of shown notifications was damaged', { kept: read.kept });
    const kept = read.found === 'value' ? read.value : undefined;
    this.nonce = kept?.nonce ?? randomBytes(12).toString('base64url');
    this.#session = kept?.session ?? '';
    this.#shown = kept?.shown ?? [];
  }

  /** The ids of another run of the service mean nothing any more: their numbers are given out anew. */
  inSession(session: string): void {
    if (session === this.#session) return;
    this.#session = session;
    this.#shown = [];
    this.#saveSoon();
  }

  add(id: string, { tag, buttons, reply }: Pick<Note, 'tag' | 'buttons' | 'reply'>): void {
    const others = this.#shown.filter((one) => one.id !== id && one.tag !== tag);
    const note: ShownNote = { id, tag, buttons: buttons.map((one) => one.id), reply: reply?.id, state: 'shown' };
    this.#shown = [...others, note].slice(-mostKept);
    this.#saveSoon();
  }

  gone(id: string): void {
    if (this.byId(id)?.state !== 'shown') return;
    this.#shown = this.#shown.map((one) => (one.id === id ? { ...one, state: 'gone' } : one));
    this.#saveSoon();
  }

  byId(id: string): ShownNote | undefined {
    return this.#shown.find((one) => one.id === id);
  }

  /** What is on screen under this tag, as far as we know. */
  byTag(tag: string): ShownNote | undefined {
    return this.#shown.find((one) => one.tag === tag && one.state === 'shown');
  }

  /** Writes now what is still to be written. */
  flush(): void {
    if (!this.#cancelSave) return;
    this.#cancelSave();
    this.#save();
  }

  #saveSoon(): void {
    const { clock } = this.#ports;
    this.#cancelSave ??= clock.at(clock.now() + saveAfterMs, () => this.#save());
  }

  #save(): void {
    this.#cancelSave = undefined;
    const file: File = { version: 1, nonce: this.nonce, session: this.#session, shown: this.#shown };
    try {
      writeFileAtomically(pathIn(this.#ports.dataFolder), `${JSON.stringify(file)}\n`);
    } catch (thrown) {
      this.#ports.log.warn('the list of shown notifications was not saved', { reason: reasonOf(thrown) });
    }
  }
}

function pathIn(dataFolder: string): string {
  return join(dataFolder, 'native-notifications.json');
}
