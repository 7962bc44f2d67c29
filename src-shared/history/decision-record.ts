import { z } from 'zod';
import { AccountId } from '../inbox/item-key.ts';
import { NotificationId } from '../protocol/ids.ts';
import { Status } from '../protocol/lifecycle.ts';
import { Responder } from '../protocol/response.ts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of a text as UTF-8, in lower-case hex: a port, for this folder knows no system. */
export type Sha256 = (text: string) => string;

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Where on this computer a person answered. */
export const AnswerPlace = z.enum(['window', 'notification', 'tray', 'composer']);
export type AnswerPlace = z.infer<typeof AnswerPlace>;

/**
 * How an item stands: what its record says and the stored item is held against. Titles and answers are digests, so that
 * removing an item removes what it said. Times are ms; `received_at` is this machine's, the others are the server's.
 */
export const Outcome = z.object({
  status: Status,
  status_at: z.number(),
  ended_at: z.number().nullable(),
  reason: z.string().nullable(),
  service: z.string(),
  title: Digest,
  /** The revision of what was asked: context, actions and deadline. */
  question: z.string(),
  asked_at: z.number(),
  received_at: z.number(),
  by_me: z.boolean(),
  /** The answer in words. */
  words: Digest.nullable(),
  /** The whole answer as the server holds it, in canonical JSON. */
  response: Digest.nullable(),
  action: z.string().nullable(),
  responder: Responder.nullable(),
});
export type Outcome = z.infer<typeof Outcome>;

/** A decision that was made on this computer. Times are ms of this machine's clock. `value`: of its canonical JSON. */
export const GivenHere = z.object({
  /** Null: answered before this was noted. */
  from: AnswerPlace.nullable(),
  action: z.string(),
  value: Digest,
  answered_at: z.number(),
  accepted_at: z.number(),
});
export type GivenHere = z.infer<typeof GivenHere>;

const Decision = z.object({
  kind: z.literal('decision'),
  account: AccountId,
  notification: NotificationId,
  seen_at: z.number().nullable(),
  outcome: Outcome,
  given: GivenHere.optional(),
  /** Written for an item that had ended before: when this log began, or after a damaged file. */
  late: z.literal(true).optional(),
});

/** Records whose content was taken out, as ranges of their numbers, and why. */
const Removed = z.object({
  kind: z.literal('removed'),
  why: z.enum(['retention', 'account']),
  seqs: z.array(z.tuple([z.int(), z.int()])),
});

/** The file before was damaged and kept under this name: a new chain begins. */
const BegunAnew = z.object({ kind: z.literal('begun-anew'), kept: z.string() });

export const RecordContent = z.discriminatedUnion('kind', [Decision, Removed, BegunAnew]);
export type RecordContent = z.infer<typeof RecordContent>;
export type Decision = z.infer<typeof Decision>;

const Place = z.object({ v: z.literal(1), seq: z.int().positive(), previous: Digest, recorded_at: z.number() });
const Written = Place.and(RecordContent);

/** A record in its place in the chain: `previous` is the hash of the record before, `recorded_at` ms of this machine. */
export type DecisionRecord = z.infer<typeof Written>;

/** Where a chain stands: the number and hash of its last record. */
export type ChainEnd = { seq: number; hash: string };

/** Where a chain that has no record stands. */
export const chainStart: ChainEnd = { seq: 0, hash: '0'.repeat(64) };

/** Puts a content at the end of a chain. The text is what is stored, and its SHA-256 the record's hash. */
export function sealRecord(
  content: RecordContent,
  end: ChainEnd,
  recordedAt: number,
  sha256: Sha256,
): ChainEnd & { text: string } {
  const seq = end.seq + 1;
  const text = canonicalJson({ ...content, v: 1, seq, previous: end.hash, recorded_at: recordedAt });
  return { seq, text, hash: sha256(text) };
}

/** A record as it was stored; undefined when it makes no sense. */
export function readRecord(text: string): DecisionRecord | undefined {
  try {
    return Written.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
