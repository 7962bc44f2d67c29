import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OpenQuestions } from './open-questions.ts';

let folder: string;
let open: OpenQuestions;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atp-open-'));
  open = new OpenQuestions({ env: { TRIAGE_DATA_DIR: folder }, platform: 'linux', home: folder });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const question = (id: number, fields: object = {}) => ({
  ...{ id: `00000000-0000-4000-8000-00000000000${id}`, url: 'http://127.0.0.1:4680', session: 's', asked_at: 1_000 },
  ...fields,
});
const settled = async (call: object, eventAt = 2_000) =>
  (await open.settledBy({ what: 'call', call: { session: 's', ...call } }, eventAt)).map(({ id }) => Number(id.at(-1)));

test('a call is known by its id where both sides have one, else by its content', async () => {
  await open.add(question(1, { toolUse: 'one', content: 'same' }));
  await open.add(question(2, { toolUse: 'two', content: 'same' }));
  await open.add(question(3, { content: 'same' }));
  await open.add(question(4));
  expect((await settled({ toolUse: 'one', content: 'same' })).sort()).toEqual([1, 3]);
  expect((await settled({ content: 'same' })).sort()).toEqual([1, 2, 3]);
  expect(await settled({})).toEqual([]);
});

test('the same command asked again after the event is another question', async () => {
  await open.add(question(1, { content: 'same' }));
  expect(await settled({ content: 'same' }, 999)).toEqual([]);
  expect(await settled({ content: 'same' }, 1_000)).toEqual([1]);
});

test('what cannot be read is passed over, and notes that nobody waits for any more are cleared away', async () => {
  await open.add(question(1, { content: 'same' }));
  const notes = join(folder, 'agent-questions');
  writeFileSync(join(notes, 'cut.json'), '{"id":');
  writeFileSync(join(notes, 'other.json'), '{"id":"../../etc/passwd","session":"s","content":"same"}');
  expect(await settled({ content: 'same' })).toEqual([1]);
  await settled({ content: 'other' }, 1_000 + 25 * 60 * 60_000);
  expect(readdirSync(notes).sort()).toEqual(['cut.json', 'other.json']);
});
