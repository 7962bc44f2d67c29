// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inProject } from '../lib/project.mjs';
import { visibleLiterals } from './visible-literals.mjs';

/** @param {string} source */
const wordsIn = (source) => visibleLiterals(source, { isComponent: true }).map(({ text }) => text);

it.each([
  ['<p>Hello</p>', ['Hello']],
  ['<p>{isOpen ? "Open" : `Closed $' + '{n}`}</p>', ['Open', 'Closed …']],
  ['<p>{count > 0 && <b>none</b>}</p>', ['none']],
  ['<Button aria-label="Back" className="quiet" />', ['Back']],
  ['const said = "It was sent.";', ['It was sent.']],
  ['fail({ message: "Refused" })', ['Refused']],
])('finds the words in %s', (source, words) => {
  expect(wordsIn(source)).toEqual(words);
});

it.each([
  "if (event.key === 'Enter') throw new Error('This cannot be.');",
  `<p className={styles.note} data-kind="added" dir="auto" {...rest}>{kind === 'added' && '+'}</p>`,
  '<Icon name="chevron-left" />',
  "const state: 'not sent yet' | 'sent' = read();",
])('takes no offence at %s', (source) => {
  expect(wordsIn(source)).toEqual([]);
});

/** What is drawn rather than said, asked of the page, or a name that is the same in every language. */
const allowed = [/^ui\/Icon\.tsx /, /^ui\/Brand\.tsx M2/, /^keyboard\/place\.ts \S+, .*\[role=/, /: Bearer …$/];

it('no part of the page says anything in words of its own: they are in src-shared/words', () => {
  const page = inProject('src-renderer');
  const files = readdirSync(page, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\.d\.ts$|^testing\//.test(file));
  expect(files.length).toBeGreaterThan(150);
  const found = files.flatMap((file) => {
    const literals = visibleLiterals(readFileSync(join(page, file), 'utf8'), { isComponent: file.endsWith('x') });
    return literals
      .filter(({ text }) => !allowed.some((one) => one.test(`${file} ${text}`)))
      .map(({ line, text }) => `${file}:${line} ${text}`);
  });
  expect(found).toEqual([]);
});
