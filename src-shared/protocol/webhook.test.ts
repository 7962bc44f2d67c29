import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictOfDelivery, webhookRetryDelaysMs, webhookTimeoutMs } from './webhook.ts';

describe('what a service answers to a webhook (section 9.4)', () => {
  it.each([
    [200, 'accepted'],
    [204, 'accepted'],
    [299, 'accepted'],
    [400, 'refused'],
    [401, 'signature-refused'],
    [403, 'signature-refused'],
    [404, 'refused'],
    [410, 'refused'],
    [422, 'refused'],
    [408, 'retry'],
    [425, 'retry'],
    [429, 'retry'],
    [500, 'retry'],
    [503, 'retry'],
    [301, 'refused'],
    [307, 'refused'],
  ])('%i is %s', (status, verdict) => expect(verdictOfDelivery(status)).toBe(verdict));

  it('repeats only 408, 425, 429 and 5xx', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), (status) => {
        const repeated = [408, 425, 429].includes(status) || status >= 500;
        expect(verdictOfDelivery(status) === 'retry').toBe(repeated);
      }),
    );
  });

  it('waits 5 s for an answer and tries again on the schedule of the protocol', () => {
    const [s, min, h] = [1_000, 60_000, 3_600_000];
    expect(webhookTimeoutMs).toBe(5 * s);
    expect(webhookRetryDelaysMs).toEqual([10 * s, 30 * s, 2 * min, 10 * min, 30 * min, 2 * h, 6 * h]);
  });
});
