import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventParser } from './event-parser.ts';

const parse = (text: string) => new EventParser(10_000).push(text);

test('name, data and id; comments and unknown fields mean nothing', () => {
  expect(parse(': hello\n\nid: 7\nevent: notification\nretry: 1\ndata: {"a":1}\n\n')).toEqual([
    { name: 'notification', data: '{"a":1}', id: '7' },
  ]);
});

test('data over several lines, without a space, without a name', () => {
  expect(parse('data:a\ndata: b\ndata\n\n')).toEqual([{ name: 'message', data: 'a\nb\n', id: undefined }]);
});

test('an event without data is none, and does not name the next one', () => {
  expect(parse('event: ping\n\ndata: x\n\n')).toEqual([{ name: 'message', data: 'x', id: undefined }]);
});

test('an event whose end did not come is not there', () => {
  expect(parse('data: x\n')).toEqual([]);
});

test('it is the same however the bytes are cut, and whichever ends its lines have', () => {
  const field = fc.constantFrom(
    'data: x',
    'data:{"a":"ü😀"}',
    'event: ping',
    'id: 1',
    ': note',
    'data',
    '',
    '',
    'junk: y',
  );
  const pieces = fc.array(fc.tuple(field, fc.constantFrom('\n', '\r', '\r\n')), { maxLength: 30 });
  fc.assert(
    fc.property(pieces, fc.array(fc.nat(200), { maxLength: 10 }), fc.boolean(), (lines, cuts, hasBom) => {
      // A lone CR before a line that starts with LF would be one end instead of two: written apart here.
      const ends = lines.map(([line, end], i) => line + (end === '\r' && lines[i + 1]?.[0] === '' ? '\r\n' : end));
      const text = (hasBom ? '\uFEFF' : '') + ends.join('');
      const whole = new EventParser(10_000).push(text);
      const parser = new EventParser(10_000);
      const at = [0, ...cuts.map((cut) => Math.min(cut, text.length)).toSorted((a, b) => a - b), text.length];
      const cut = at.slice(1).flatMap((to, i) => {
        const events = parser.push(text.slice(at[i], to));
        return events === 'too-large' ? [] : events;
      });
      expect(cut).toEqual(whole);
    }),
  );
});

test('an event beyond the limit is refused, as one line, as many, and without an end', () => {
  const parser = () => new EventParser(1_000);
  expect(parser().push(`data: ${'x'.repeat(1_001)}`)).toBe('too-large');
  expect(parser().push('data: 0123456789\n'.repeat(80))).toBe('too-large');
  const slow = parser();
  let last: unknown;
  for (let i = 0; i < 200 && last !== 'too-large'; i++) last = slow.push('data: x');
  expect(last).toBe('too-large');
  expect(parser().push(`data: ${'x'.repeat(900)}\n\n`.repeat(50))).toHaveLength(50);
});
