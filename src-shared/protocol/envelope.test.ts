import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Envelope,
  heartbeatIntervalMs,
  maxMessageBytes,
  silenceLimitMs,
  verdictOfClose,
  writeEnvelope,
} from './envelope.ts';

describe('the envelope of the stream (section 6.2)', () => {
  it('has the limits of section 6.1', () => {
    expect({ maxMessageBytes, heartbeatIntervalMs, silenceLimitMs }).toEqual({
      maxMessageBytes: 1_048_576,
      heartbeatIntervalMs: 30_000,
      silenceLimitMs: 60_000,
    });
  });

  it.each([undefined, null])('tolerates data that is %s', (data) => {
    expect(Envelope.parse({ type: 'heartbeat_ack', data })).toEqual({ type: 'heartbeat_ack', data: {} });
  });

  it('lets unknown types through, for the receiver to ignore', () => {
    expect(Envelope.parse({ type: 'party', data: { n: 1 }, extra: true })).toEqual({ type: 'party', data: { n: 1 } });
  });

  it('always writes data (20.10), and reads back what it wrote', () => {
    expect(JSON.parse(writeEnvelope('heartbeat_ack'))).toEqual({ type: 'heartbeat_ack', data: {} });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        fc.pre(!Object.hasOwn(data, '__proto__'));
        const json: unknown = JSON.parse(JSON.stringify(data));
        expect(Envelope.parse(JSON.parse(writeEnvelope('notification', data)))).toEqual({
          type: 'notification',
          data: json,
        });
      }),
    );
  });

  it('never throws on anything that JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() => Envelope.safeParse(value)).not.toThrow();
      }),
    );
  });
});

describe('close codes (section 6.4)', () => {
  it.each([
    [1008, 'policy'],
    [4401, 'unauthorized'],
    [4403, 'forbidden'],
    [4408, 'retry-at-once'],
    [4426, 'version'],
    [4429, 'wait-a-minute'],
  ])('%i is %s', (code, verdict) => expect(verdictOfClose(code)).toBe(verdict));

  it('any other close leads to a reconnect (20.28)', () => {
    const special = new Set([1008, 4401, 4403, 4408, 4426, 4429]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4999 }), (code) => {
        fc.pre(!special.has(code));
        expect(verdictOfClose(code)).toBe('retry');
      }),
    );
  });
});
