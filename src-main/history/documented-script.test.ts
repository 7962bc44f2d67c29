import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aNotification } from '#main/testing/scripted-server';
import { settled, TestEngine } from '#main/testing/test-engine';
import { exportHistory } from './export-history.ts';

const documented = readFileSync(new URL('../../docs/history.md', import.meta.url), 'utf8');
const script = /```python\n([\s\S]*?)```/.exec(documented)?.[1] ?? '';

test.each(['csv', 'json'] as const)('the script of docs/history.md verifies an exported %s file', async (format) => {
  const rig = new TestEngine();
  rig.takeBackMs = 0;
  for (const id of ['a', 'b', 'c']) rig.server.ask(aNotification(id, { context: { title: `=“${id}”, "ä"\nor?` } }));
  await rig.connect();
  for (const id of ['a', 'b', 'c']) {
    rig.submit(id, 'ship');
    await settled();
  }
  const folder = mkdtempSync(join(tmpdir(), 'triage-verify-'));
  const path = join(folder, `history.${format}`);
  const { rows: count } = await exportHistory(rig.engine.store.database, () => undefined, {
    path,
    format,
    only: undefined,
  });
  writeFileSync(join(folder, 'verify.py'), script);
  const run = () => spawnSync('python3', [join(folder, 'verify.py'), path], { encoding: 'utf8' });
  expect(run()).toMatchObject({ status: 0, stdout: `${count} records, 0 altered\n` });
  const text = readFileSync(path, 'utf8');
  const quote = format === 'csv' ? '""' : '\\"';
  writeFileSync(path, text.replace(`${quote}by_me${quote}:true`, `${quote}by_me${quote}:false`));
  expect(run()).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^altered: 1 .*\n\d+ records, 1 altered\n$/),
  });
});
