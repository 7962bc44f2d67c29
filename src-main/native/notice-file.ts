import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeFileAtomically } from '#main/files/json-file';
import { type Logger, reasonOf } from '#main/logging/logger';
import type { Clock } from '#main/time/clock';
import { ItemKey } from '#shared/inbox/item-key';
import { mostRecords, NoticeRecord, withRecord } from '#shared/native/notice-record';

/** In a burst the file is written this often at most, in ms; what came in between is lost in a crash. */
const writeEveryMs = 2_000;
const mostKeys = 2_000;

/** How often an item's buttons have answered, and when they last did. */
const Round = z.object({ key: ItemKey, round: z.int().nonnegative(), at: z.number() });
const Followed = z.object({ key: ItemKey, savedAt: z.number(), isSaid: z.boolean() });
export type Followed = z.infer<typeof Followed>;

const Notices = z.object({
  records: z.array(NoticeRecord).max(mostRecords).default([]),
  rounds: z.array(Round).max(mostKeys).default([]),
  reminded: z.array(ItemKey).max(mostKeys).default([]),
  shown: z.array(ItemKey).max(mostKeys).default([]),
  followed: z.array(Followed).max(mostKeys).default([]),
});

/**
 * `notices.json`: what native notifications have to remember over a restart. It is bounded, and losing it costs at most
 * a second reminder: what was announced is in the inbox's own database.
 */
export class NoticeFile {
  readonly rounds = new Map<ItemKey, { round: number; at: number }>();
  readonly reminded = new Set<ItemKey>();
  /** Items whose note was shown and not taken away. */
  readonly shown = new Set<ItemKey>();
  /** Answers given by a notification or in the tray's menu, until what became of them is known. */
  readonly followed = new Map<ItemKey, Followed>();
  #records: readonly NoticeRecord[];
  readonly #path: string;
  readonly #clock: Clock;
  readonly #log: Logger;
  #cancelWrite: (() => void) | undefined;
  #writtenAt = Number.NEGATIVE_INFINITY;

  constructor(dataFolder: string, clock: Clock, log: Logger) {
    this.#path = join(dataFolder, 'notices.json');
    this.#clock = clock;
    this.#log = log;
    const read = readJsonFile(this.#path, Notices, clock.now());
    if (read.found === 'set-aside') log.warn('the notices could not be read', { kept: read.kept });
    const { records, rounds, reminded, shown, followed } = read.found === 'value' ? read.value : Notices.parse({});
    this.#records = records;
    for (const { key, round, at } of rounds) this.rounds.set(key, { round, at });
    for (const key of reminded) this.reminded.add(key);
    for (const key of shown) this.shown.add(key);
    for (const one of followed) this.followed.set(one.key, one);
  }

  /** The newest first. */
  get records(): readonly NoticeRecord[] {
    return this.#records;
  }

  record(one: NoticeRecord): void {
    this.#records = withRecord(this.#records, one);
    this.changed();
  }

  /** The system did not show what it was given: the latest record of that item says so. */
  recordFailure(key: ItemKey, why: string): void {
    const latest = this.#records.find((one) => one.key === key);
    if (latest?.outcome !== 'shown') return;
    const failed: NoticeRecord = { ...latest, outcome: 'failed', why: why.slice(0, 500) };
    this.#records = this.#records.map((one) => (one === latest ? failed : one));
    this.changed();
  }

  /** Drops what is remembered of items that are over. */
  keepOnly(isOpen: (key: ItemKey) => boolean): void {
    for (const kept of [this.rounds, this.reminded]) for (const key of kept.keys()) if (!isOpen(key)) kept.delete(key);
  }

  changed(): void {
    const at = Math.max(this.#clock.now(), this.#writtenAt + writeEveryMs);
    this.#cancelWrite ??= this.#clock.at(at, () => this.flush());
  }

  flush(): void {
    if (!this.#cancelWrite) return;
    this.#cancelWrite();
    this.#cancelWrite = undefined;
    this.#writtenAt = this.#clock.now();
    try {
      writeFileAtomically(this.#path, JSON.stringify(this.#content()));
    } catch (thrown) {
      this.#log.warn('the notices could not be written', { reason: reasonOf(thrown) });
    }
  }

  #content(): z.infer<typeof Notices> {
    return {
      records: [...this.#records],
      rounds: [...this.rounds].map(([key, one]) => ({ key, ...one })).slice(-mostKeys),
      reminded: [...this.reminded].slice(-mostKeys),
      shown: [...this.shown].slice(-mostKeys),
      followed: [...this.followed.values()].slice(-mostKeys),
    };
  }
}
