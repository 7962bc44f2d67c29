import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { AccountId } from '../inbox/item-key.ts';
import { NotificationId } from '../protocol/ids.ts';
import { canonicalJson } from './canonical-json.ts';
import { type ChainFault, type ChainRow, ChainWalk } from './chain-walk.ts';
import { type ChainEnd, chainStart, type RecordContent, readRecord, sealRecord } from './decision-record.ts';

/** Any hash of this length does for a chain (FNV-1a, over and over). */
function sha256(text: string): string {
  let hash = 0xcbf29ce484222325n;
  const parts = Array.from({ length: 4 }, () => {
    for (const char of text) hash = ((hash ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
    return hash.toString(16).padStart(16, '0');
  });
  return parts.join('');
}

const digest = sha256('Ship?');

function aDecision(id: string): RecordContent {
  return {
    kind: 'decision',
    account: AccountId.parse('local'),
    notification: NotificationId.parse(id),
    seen_at: 5,
    outcome: {
      status: 'responded',
      status_at: 9,
      ended_at: 9,
      reason: null,
      service: 'bot',
      title: digest,
      question: 'r',
      asked_at: 1,
      received_at: 2,
      by_me: true,
      words: digest,
      response: null,
      action: null,
      responder: null,
    },
  };
}

/** A chain of so many decisions, the n-th recorded at n seconds. */
function aChain(length: number, more: RecordContent[] = []): { rows: ChainRow[]; head: ChainEnd } {
  let head = chainStart;
  const contents = [...Array.from({ length }, (_, n) => aDecision(`q${n + 1}`)), ...more];
  const rows = contents.map((content): ChainRow => {
    const { seq, hash, text } = sealRecord(content, head, (head.seq + 1) * 1000, sha256);
    head = { seq, hash };
    return { seq, hash, record: text };
  });
  return { rows, head };
}

function faultsOf(rows: readonly ChainRow[], head: ChainEnd, start = chainStart): ChainFault[] {
  const walk = new ChainWalk(start, sha256);
  return [...rows.flatMap((row) => walk.step(row).faults), ...walk.finish(head)];
}

const row = (rows: readonly ChainRow[], seq: number) => rows[seq - 1] as ChainRow;

describe('a chain', () => {
  it('that nobody touched has no fault', () => {
    const { rows, head } = aChain(20);
    expect(faultsOf(rows, head)).toEqual([]);
    expect(faultsOf([], chainStart)).toEqual([]);
  });

  it('names the record that was altered, and when it was recorded', () => {
    const { rows, head } = aChain(6);
    const text = row(rows, 3).record?.replace('"responded"', '"expired"') ?? '';
    const altered = rows.with(2, { ...row(rows, 3), record: text });
    expect(faultsOf(altered, head)).toEqual([{ what: 'altered', from: 3, to: 3, at: 3000 }]);
  });

  it('names a record that was altered together with its hash, also the last', () => {
    const { rows, head } = aChain(6);
    for (const seq of [1, 3, 6]) {
      const text = row(rows, seq).record?.replace('"by_me":true', '"by_me":false') ?? '';
      const altered = rows.with(seq - 1, { seq, record: text, hash: sha256(text) });
      expect(faultsOf(altered, head)).toEqual([{ what: 'altered', from: seq, to: seq, at: seq * 1000 }]);
    }
  });

  it('says which records are gone: from the front, the middle and the end', () => {
    const { rows, head } = aChain(9);
    const left = rows.filter(({ seq }) => ![1, 4, 5, 9].includes(seq));
    expect(faultsOf(left, head)).toEqual([
      { what: 'missing', from: 1, to: 1, at: undefined },
      { what: 'missing', from: 4, to: 5, at: 3000 },
      { what: 'missing', from: 9, to: 9, at: 8000 },
    ]);
  });

  it('names both of two that were swapped, and nothing else', () => {
    const { rows, head } = aChain(6);
    const swapped = rows.with(2, { ...row(rows, 4), seq: 3 }).with(3, { ...row(rows, 3), seq: 4 });
    expect(faultsOf(swapped, head).map(({ what, from, to }) => [what, from, to])).toEqual([
      ['altered', 3, 3],
      ['altered', 4, 4],
    ]);
  });

  it('names what somebody put behind its end', () => {
    const { rows, head } = aChain(3);
    const longer = aChain(4).rows;
    expect(faultsOf([...rows, row(longer, 4)], head)).toEqual([{ what: 'added', from: 4, to: 4, at: 4000 }]);
  });

  it('goes on from where its front was removed', () => {
    const { rows, head } = aChain(9);
    const front = { seq: 4, hash: row(rows, 4).hash };
    expect(faultsOf(rows.slice(4), head, front)).toEqual([]);
    expect(faultsOf(rows.slice(5), head, front)).toEqual([{ what: 'missing', from: 5, to: 5, at: undefined }]);
  });

  it('may be emptied where a later record says so, and nowhere else', () => {
    const { rows, head } = aChain(6, [{ kind: 'removed', why: 'retention', seqs: [[2, 3]] }]);
    const emptied = (seqs: number[]) => rows.map((one) => (seqs.includes(one.seq) ? { ...one, record: null } : one));
    expect(faultsOf(emptied([2, 3]), head)).toEqual([]);
    expect(faultsOf(emptied([2, 3, 5, 6]), head)).toEqual([{ what: 'emptied', from: 5, to: 6, at: undefined }]);
  });

  it('whose front is removed during the walk is walked on from there', () => {
    const { rows, head } = aChain(9);
    const walk = new ChainWalk(chainStart, sha256);
    walk.step(row(rows, 1));
    walk.skipTo({ seq: 5, hash: row(rows, 5).hash });
    expect([...rows.slice(5).flatMap((one) => walk.step(one).faults), ...walk.finish(head)]).toEqual([]);
  });
});

test('whatever one byte of one record becomes, that record is named', () => {
  const { rows, head } = aChain(8);
  fc.assert(
    fc.property(fc.nat(7), fc.nat(10_000), fc.string({ minLength: 1, maxLength: 1 }), (at, place, char) => {
      const before = rows[at]?.record ?? '';
      const index = place % before.length;
      const text = before.slice(0, index) + char + before.slice(index + 1);
      fc.pre(text !== before);
      const altered = rows.with(at, { ...(rows[at] as ChainRow), record: text });
      expect(faultsOf(altered, head).map(({ what, from, to }) => [what, from, to])).toEqual([
        ['altered', at + 1, at + 1],
      ]);
    }),
  );
});

test('a record is read back as it was sealed', () => {
  const { text, seq } = sealRecord(aDecision('q'), chainStart, 7, sha256);
  expect(readRecord(text)).toEqual({ ...aDecision('q'), v: 1, seq, previous: chainStart.hash, recorded_at: 7 });
  expect(readRecord('{"v":1}')).toBeUndefined();
  expect(readRecord('no JSON')).toBeUndefined();
});

test('canonical JSON: one spelling for one value, whatever the order of its fields', () => {
  expect(canonicalJson({ b: [1, { z: null, a: 'ü"' }], a: 1.5, c: undefined })).toBe(
    '{"a":1.5,"b":[1,{"a":"ü\\"","z":null}]}',
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const other = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonicalJson(other)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
