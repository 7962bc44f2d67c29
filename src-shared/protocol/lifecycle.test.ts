import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen, type KnownState, mayFollow, mergeState, overrideState, Status } from './lifecycle.ts';

/** The table of section 2.2, with the steps that it lets be skipped. */
const open: Status[] = ['created', 'delivered', 'acknowledged'];
const allowed: Record<Status, Status[]> = {
  created: ['delivered', 'acknowledged', 'responded', 'expired', 'invalidated'],
  delivered: ['acknowledged', 'responded', 'expired', 'invalidated'],
  acknowledged: ['responded', 'expired', 'invalidated'],
  responded: ['completed'],
  completed: [],
  expired: [],
  invalidated: [],
};
/** A client that missed `responded` still learns of `completed`: the higher rank is kept (2.2, client merge rule). */
const skippedByClients: Record<string, Status[]> = {
  created: ['completed'],
  delivered: ['completed'],
  acknowledged: ['completed'],
};

describe('the lifecycle (section 2)', () => {
  it('has seven states, three of them open for answers', () => {
    expect(Status.options).toHaveLength(7);
    expect(Status.options.filter(isOpen)).toEqual(open);
  });

  for (const from of Status.options) {
    for (const to of Status.options) {
      const may = allowed[from].includes(to) || (skippedByClients[from] ?? []).includes(to);
      it(`${from} ${may ? 'may' : 'may not'} become ${to}`, () => expect(mayFollow(from, to)).toBe(may));
    }
  }
});

const histories = fc
  .tuple(
    fc.subarray(['delivered', 'acknowledged'] as Status[]),
    fc.constantFrom<Status[]>([], ['responded'], ['responded', 'completed'], ['expired'], ['invalidated']),
  )
  .map(([steps, end]) =>
    (['created', ...steps, ...end] as Status[]).map(
      (status, index): KnownState => ({
        status,
        at: 1_000 + index,
        ...(status === 'invalidated' ? { reason: 'Not needed any more' } : {}),
      }),
    ),
  );

describe('merging what the stream says', () => {
  it('ends the same for every order and every repetition of a legal history (R8)', () => {
    const schedule = histories.chain((history) =>
      fc.record({
        history: fc.constant(history),
        heard: fc
          .shuffledSubarray([...history, ...history, ...history], { minLength: history.length })
          .filter((heard) => history.every((one) => heard.includes(one))),
      }),
    );
    fc.assert(
      fc.property(schedule, ({ history, heard }) => {
        const first = history[0] as KnownState;
        expect(heard.reduce(mergeState, first)).toEqual(history.at(-1));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never goes back and never reopens, whatever is heard', () => {
    const state = fc.record({ status: fc.constantFrom(...Status.options), at: fc.nat() });
    fc.assert(
      fc.property(state, fc.array(state), (first, heard) => {
        let known: KnownState = first;
        for (const one of heard) {
          const next = mergeState(known, one);
          if (!isOpen(known.status)) expect(isOpen(next.status)).toBe(false);
          if (['expired', 'invalidated', 'completed'].includes(known.status)) expect(next.status).toBe(known.status);
          known = next;
        }
      }),
    );
  });

  it('learns a reason that comes later', () => {
    const known = { status: 'invalidated', at: 5 } as const;
    expect(mergeState(known, { status: 'invalidated', at: 9, reason: 'Solved' })).toEqual({
      status: 'invalidated',
      at: 5,
      reason: 'Solved',
    });
  });
});

describe('a fresh REST read', () => {
  const known: KnownState = { status: 'expired', at: 1 };
  const read: KnownState = { status: 'delivered', at: 2 };

  it('overrides what was known before it started, even backwards', () => {
    expect(overrideState(known, 10, read, 11)).toEqual(read);
  });

  it('does not undo what the stream said while it was under way', () => {
    expect(overrideState(known, 12, read, 11)).toEqual(known);
    expect(overrideState({ status: 'delivered', at: 1 }, 12, { status: 'responded', at: 3 }, 11).status).toBe(
      'responded',
    );
  });
});
