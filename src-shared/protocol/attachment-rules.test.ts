import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAttachments, decodedBytes, isBase64 } from './attachment-rules.ts';

const verdict = (attachments: Record<string, unknown>[] | undefined) => {
  const fault = checkAttachments(attachments);
  return fault === undefined ? 'accepted' : `${fault.code} ${String(fault.details?.path)}`;
};
const link = { type: 'text/plain', uri: 'https://a.example/x' };
const base64Of = (bytes: number) => Buffer.alloc(bytes, 7).toString('base64');

describe('Base64 in the standard alphabet with padding (section 10)', () => {
  it('is what an encoder writes, and the size is told without decoding', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(isBase64(text)).toBe(true);
        expect(decodedBytes(text)).toBe(bytes.length);
      }),
    );
  });

  it.each(['a', 'aGk', 'aGk==', 'a===', '=', '====', 'aG k', 'aGk=\n', 'a-_b', 'aGk=aGk=', 'data:,x'])(
    '"%s" is not',
    (text) => {
      expect(isBase64(text)).toBe(false);
    },
  );

  it('judges a text of any length without running out of stack', () => {
    const long = 'A'.repeat(40_000_000);
    expect(isBase64(long)).toBe(true);
    expect(isBase64(`${long.slice(1)}!`)).toBe(false);
  });
});

describe('attachments (section 18)', () => {
  it('none, a link, inline data and both kinds together are fine', () => {
    expect(verdict(undefined)).toBe('accepted');
    expect(verdict([])).toBe('accepted');
    expect(verdict([link, { type: 'image/png', data: 'aGk=', uri: null }])).toBe('accepted');
  });

  it('at most 10', () => {
    expect(verdict(new Array(10).fill(link))).toBe('accepted');
    expect(verdict(new Array(11).fill(link))).toBe('PAYLOAD_TOO_LARGE context.attachments');
  });

  it('at most 512 KiB of inline data, all together', () => {
    const half = { type: 'a/b', data: base64Of(256 * 1024) };
    expect(verdict([half, half])).toBe('accepted');
    expect(verdict([half, half, { type: 'a/b', data: base64Of(1) }])).toBe('PAYLOAD_TOO_LARGE context.attachments');
    expect(base64Of(512 * 1024)).toHaveLength(699_052);
  });

  it('exactly one of uri and data', () => {
    const either = fc.record({
      uri: fc.constantFrom(undefined, null, 'https://a.example'),
      data: fc.constantFrom(undefined, null, '', 'aGk='),
    });
    fc.assert(
      fc.property(either, ({ uri, data }) => {
        const given = [uri, data].filter((one) => typeof one === 'string').length;
        expect(verdict([{ type: 'a/b', uri, data }])).toBe(
          given === 1 ? 'accepted' : 'CONSTRAINT_VIOLATION context.attachments.0',
        );
      }),
    );
  });
});
