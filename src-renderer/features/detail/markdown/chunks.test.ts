import { describe, expect, it } from 'vitest';
import { countBeginning, cutBytes, splitMarkdown } from './chunks.ts';

const chunksOf = (text: string) => [...splitMarkdown(text)];

const prose = Array.from(
  { length: 200 },
  (_, i) => `## Part ${i}\n\nAll is **green** for ${i} minutes, says the log.\n\n`,
);
const whole = prose.join('');

describe('splitting Markdown', () => {
  it('leaves a short text whole', () => {
    expect(chunksOf('one\n\ntwo')).toEqual([{ kind: 'markdown', text: 'one\n\ntwo' }]);
  });

  it('takes a long one apart at empty lines and loses nothing', () => {
    const chunks = chunksOf(whole);
    expect(chunks.map((chunk) => chunk.text).join('')).toBe(whole);
    expect(chunks.length).toBeGreaterThan(3);
    for (const chunk of chunks) {
      expect(chunk.kind).toBe('markdown');
      expect(chunk.text.length).toBeLessThan(3_000);
      expect(chunk.text.endsWith('\n\n')).toBe(true);
    }
  });

  it('shows the beginning of a long one only', () => {
    const chunks = chunksOf(whole);
    expect(countBeginning(chunks)).toBeLessThan(3);
    expect(countBeginning(chunks.slice(0, 1))).toBe(1);
  });

  it('keeps fenced code together', () => {
    const code = `\`\`\`js\n${'a();\n\n'.repeat(50)}\`\`\`\n\n`;
    const chunks = chunksOf(`${whole}${code}${whole}`);
    expect(chunks.some((chunk) => chunk.text.includes(code))).toBe(true);
  });

  it('a long fenced block is code of its language, without its marks', () => {
    const lines = 'const a = 1;\n'.repeat(900);
    expect(chunksOf(`${whole}\`\`\`ts title\n${lines}\`\`\`\n`).at(-1)).toEqual({
      kind: 'code',
      text: lines,
      language: 'ts',
    });
    expect(chunksOf(`~~~\n${lines}`)).toEqual([{ kind: 'code', text: lines, language: undefined }]);
  });

  it('finds no more of a long text than is asked for', () => {
    const endless = splitMarkdown('a\n\n'.repeat(100_000));
    expect(endless.next().value).toMatchObject({ kind: 'markdown' });
    expect(endless.return(undefined).done).toBe(true);
  });

  it.each([
    ['a nest of quotes', '> '.repeat(60)],
    ['a nest of lists', '- '.repeat(60)],
    ['a very wide table', `|${'a|'.repeat(40)}\n|${'-|'.repeat(40)}`],
    ['a heap of marks', '*_'.repeat(800)],
    ['a heap of links', '[a](https://e.example/) '.repeat(210)],
    ['one endless line', 'word '.repeat(4_000)],
    ['thousands of lines', 'a\n'.repeat(3_000)],
  ])('shows %s as it is', (_, text) => {
    const chunks = chunksOf(text);
    expect(chunks.every((chunk) => chunk.kind === 'plain')).toBe(true);
    expect(chunks.map((chunk) => chunk.text).join('')).toBe(text);
  });
});

describe('cutting at a number of bytes', () => {
  it('leaves what fits alone', () => {
    expect(cutBytes('äöü', 6)).toBe('äöü');
  });

  it('never cuts inside a character', () => {
    expect(cutBytes('äöü', 5)).toBe('äö');
    expect(cutBytes('😀😀', 7)).toBe('😀');
  });
});
