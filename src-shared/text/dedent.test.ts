import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dedent } from './dedent.ts';

describe('dedenting a description (section 10)', () => {
  it('takes off what all lines share and keeps the rest', () => {
    expect(dedent('\n    Ship it?\n\n      - one\n      - two\n    ')).toBe('Ship it?\n\n  - one\n  - two');
  });

  it('keeps single line breaks and text that starts at the margin', () => {
    expect(dedent('a\n  b\nc')).toBe('a\n  b\nc');
    expect(dedent('a\r\nb')).toBe('a\nb');
    expect(dedent('')).toBe('');
    expect(dedent('  \n \n')).toBe('');
  });

  it('is the same for a text and for that text indented by four spaces', () => {
    const line = fc.stringMatching(/^[ a-z]{0,8}$/);
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const indented = lines.map((one) => `    ${one}`).join('\n');
        expect(dedent(indented)).toBe(dedent(lines.join('\n')));
      }),
    );
  });

  it('a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ \na-z]{0,40}$/), (text) => {
        expect(dedent(dedent(text))).toBe(dedent(text));
      }),
    );
  });

  it('takes a body of the largest size in its stride', () => {
    expect(dedent('a\n'.repeat(460_000)).length).toBe(2 * 460_000 - 1);
    const inner = `a${' '.repeat(900_000)}b`;
    expect(dedent(inner)).toBe(inner);
  });
});
