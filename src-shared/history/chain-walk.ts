import { type ChainEnd, type DecisionRecord, readRecord, type Sha256 } from './decision-record.ts';
import { without } from './seq-ranges.ts';

/** A row of the log as it stands; without a record its content was taken out. */
export type ChainRow = { seq: number; hash: string; record: string | null };

/**
 * What is wrong with a stretch of records. `altered`: its content, number or hash is not what was written; `missing`: it
 * is gone; `emptied`: its content is gone and no record says that it was to go; `added`: it was not put there by the app.
 */
export type ChainFault = {
  what: 'altered' | 'missing' | 'emptied' | 'added';
  from: number;
  to: number;
  /** When it was recorded, or, for one that cannot say so, the record before it. Ms of this machine's clock. */
  at: number | undefined;
};

/**
 * Walks a chain of records from its first to its last and says which of them are not as they were written. `start` is the
 * last record that was removed from the front.
 */
export class ChainWalk {
  readonly #sha256: Sha256;
  #last: ChainEnd;
  #lastAt: number | undefined;
  #lastIsFaulty = false;
  #emptied: [number, number][] = [];

  constructor(start: ChainEnd, sha256: Sha256) {
    this.#last = start;
    this.#sha256 = sha256;
  }

  get seq(): number {
    return this.#last.seq;
  }

  /** The front was removed while walking, beyond where we are: goes on from there. */
  skipTo(start: ChainEnd): void {
    if (start.seq <= this.#last.seq) return;
    this.#last = start;
    this.#lastIsFaulty = false;
    this.#emptied = without(this.#emptied, [[0, start.seq]]);
  }

  /** The next row, in the order of `seq`. Gives its record when it is sound, and what is wrong with it and before it. */
  step({ seq, hash, record: text }: ChainRow): { record: DecisionRecord | undefined; faults: ChainFault[] } {
    const faults: ChainFault[] = [];
    const isNext = seq === this.#last.seq + 1;
    if (!isNext) faults.push({ what: 'missing', from: this.#last.seq + 1, to: seq - 1, at: this.#lastAt });
    if (text === null) {
      this.#goTo({ seq, hash }, undefined, false);
      this.#addEmptied(seq);
      return { record: undefined, faults };
    }
    const record = readRecord(text);
    const isSound = record !== undefined && record.seq === seq && this.#sha256(text) === hash;
    // A record that was rewritten together with its hash is given away by the one after it.
    if (isSound && isNext && record.previous !== this.#last.hash && !this.#lastIsFaulty) {
      faults.push({ what: 'altered', from: this.#last.seq, to: this.#last.seq, at: this.#lastAt });
    }
    const at = record?.recorded_at ?? this.#lastAt;
    if (!isSound) faults.push({ what: 'altered', from: seq, to: seq, at });
    this.#goTo({ seq, hash }, at, !isSound);
    if (isSound && record.kind === 'removed') this.#emptied = without(this.#emptied, record.seqs);
    return { record: isSound ? record : undefined, faults };
  }

  /** After the last row: `end` is where the app says that the chain ends. */
  finish(end: ChainEnd): ChainFault[] {
    const { seq, hash } = this.#last;
    const at = this.#lastAt;
    const faults = this.#emptied.map(([from, to]): ChainFault => ({ what: 'emptied', from, to, at: undefined }));
    if (seq < end.seq) faults.push({ what: 'missing', from: seq + 1, to: end.seq, at });
    if (seq > end.seq) faults.push({ what: 'added', from: end.seq + 1, to: seq, at });
    if (seq === end.seq && hash !== end.hash && !this.#lastIsFaulty) {
      faults.push({ what: 'altered', from: seq, to: seq, at });
    }
    return faults;
  }

  #goTo(end: ChainEnd, at: number | undefined, isFaulty: boolean): void {
    this.#last = end;
    this.#lastAt = at ?? this.#lastAt;
    this.#lastIsFaulty = isFaulty;
  }

  #addEmptied(seq: number): void {
    const last = this.#emptied.at(-1);
    if (last && last[1] === seq - 1) last[1] = seq;
    else this.#emptied.push([seq, seq]);
  }
}
