import { expect, test } from 'vitest';
import { highlightLines } from './highlight.ts';
import { languageOf } from './language.ts';
import { packLines, runsOf } from './tones.ts';

test.each([
  ['text/x-python', undefined, 'python'],
  ['text/plain', 'src/deploy.py', 'python'],
  ['text/plain; charset=utf-8', 'Makefile diff of main.go:12', 'go'],
  ['application/sql', undefined, 'sql'],
  ['image/svg+xml', undefined, 'xml'],
  ['text/x-rust', undefined, 'rust'],
  ['text/x-unheard', undefined, undefined],
  ['text/plain', 'What will change.', undefined],
  ['text/plain', 'a.constructor', undefined],
])('%s described as %s is %s', (type, description, language) => {
  expect(languageOf(type, description)).toBe(language);
});

test('colouring changes no character and keeps the lines', () => {
  const text = 'def go(n):\n    # twice\n    return n * 2  # "x"\n\nprint(go("a"))';
  const lines = highlightLines(text, 'python');
  expect(lines.map((runs) => runs.map((run) => run.text).join('')).join('\n')).toBe(text);
  const toned = lines.flat().filter(({ tone }) => tone !== 'plain');
  expect(toned.map(({ text: part, tone }) => `${part}:${tone}`)).toEqual(
    expect.arrayContaining(['def:word', '# twice:comment', '2:number', '"a":string']),
  );
});

test('an unknown language and hostile text stay as they are', () => {
  const hostile = '<script>alert(1)</script>\n<img src=x onerror=alert(1)>\u202e';
  for (const language of ['nonsense', 'xml', 'javascript']) {
    const lines = highlightLines(hostile, language);
    expect(lines.map((runs) => runs.map((run) => run.text).join('')).join('\n')).toBe(hostile);
  }
});

test('packed lines come back as they were; a line of too many runs, or another text, stays plain', () => {
  const text = 'def go(n):\n\n    return n * 2  # "x"';
  const lines = highlightLines(text, 'python');
  const packed = packLines(lines);
  const back = text.split('\n').map((line, at) => runsOf(packed, at, line));
  expect(back).toEqual(lines);
  expect(runsOf(packed, 0, 'another text')).toBeUndefined();
  const many = packLines(highlightLines('1+'.repeat(300), 'python'));
  expect(runsOf(many, 0, '1+'.repeat(300))).toBeUndefined();
});
