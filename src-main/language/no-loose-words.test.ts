import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { looseWords } from '#main/testing/loose-words';

const root = resolve(import.meta.dirname, '../..');

/** What stands outside the catalogue on purpose: it is stored, or read by programs, or the app's own name. */
const allowed: Record<string, string[]> = {
  'src-main/account-book/account-book.ts': ['This computer'],
  'src-main/inbox/gone-reason.ts': ['The server no longer has this question.'],
  'src-main/network/route.ts': ['not the URL of a proxy'],
  'src-main/services/local-services.ts': ['description'],
  'src-main/welcome/sample-questions.ts': ['schema.sql'],
  'src-main/windows/app-protocol.ts': ['Not found'],
};

/** The catalogue itself, what stands on the wire, and what only tests use. */
const left = [
  'src-shared/words',
  'src-shared/protocol',
  'src-shared/testing',
  'src-main/testing',
  'src-main/network/testing',
];

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!left.includes(path)) yield* sources(path);
    } else if (/\.ts$/.test(path) && !path.endsWith('.test.ts')) yield path;
  }
}

test.each(['src-main', 'src-shared'])('no file of %s says anything that is not in the catalogue', (folder) => {
  const loose = [...sources(folder)].flatMap((file) =>
    looseWords(file, readFileSync(join(root, file), 'utf8'))
      .filter((text) => text !== 'Triage Inbox' && !allowed[file]?.includes(text))
      .map((text) => `${relative(root, join(root, file))}: ${text}`),
  );
  expect(loose).toEqual([]);
});

test.each([
  ["const a = { label: 'Quit' };", 'Quit'],
  ["const a = { message: isGone ? 'Gone' : words.x.y };", 'Gone'],
  ['const a = { hint: `Kept as $' + '{path}` };', 'Kept as  '],
  ["say(item, 'Nothing was sent.');", 'Nothing was sent.'],
  ["const message = 'too late';", 'too late'],
])('%s is found', (source, text) => {
  expect(looseWords('a.ts', source)).toEqual([text]);
});

test.each([
  "log.warn('Something odd', { reason });",
  "throw new Error('A bug of ours');",
  "const a = { label: words.tray.quit, role: 'quit', code: 'item/closed' };",
  "db.prepare('SELECT entry FROM entries');",
])('%s is not', (source) => {
  expect(looseWords('a.ts', source)).toEqual([]);
});
