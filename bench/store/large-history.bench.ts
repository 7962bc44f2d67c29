import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillInbox, firstScreen, median } from './large-history.ts';

const large = Number(process.env.BENCH_ROWS ?? 1_000_000);
const samples = 20;

test(`P2: the store's part of the start with ${large} rows against 1,000`, () => {
  const folders = [1_000, large].map((size) => {
    const folder = mkdtempSync(join(tmpdir(), 'triage-bench-'));
    const took = fillInbox(folder, size);
    const megabytes = statSync(join(folder, 'inbox.db')).size / 1024 / 1024;
    process.stdout.write(`${size} rows: ${megabytes.toFixed(0)} MB, written in ${(took / 1000).toFixed(1)} s\n`);
    return folder;
  });
  const [small = '', big = ''] = folders;
  const times = { small: [] as number[], big: [] as number[] };
  for (let n = 0; n < samples; n++) {
    for (const one of n % 2 === 0 ? (['small', 'big'] as const) : (['big', 'small'] as const)) {
      times[one].push(firstScreen(one === 'small' ? small : big));
    }
  }
  const ofSmall = median(times.small);
  const ofBig = median(times.big);
  process.stdout.write(
    `first screen: ${ofSmall.toFixed(2)} ms at 1,000, ${ofBig.toFixed(2)} ms at ${large}, ratio ${(ofBig / ofSmall).toFixed(2)}\n`,
  );
  for (const folder of folders) rmSync(folder, { recursive: true });
  expect(ofBig - ofSmall).toBeLessThan(15); // of a start that takes some hundred
});
