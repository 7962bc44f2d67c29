import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { matchOf } from '#main/store/search/match';
import { parseSearch } from '#shared/inbox/search/query';
import { account, openInbox } from './large-history.ts';
import { fillForSearch, typed } from './search.ts';

const size = Number(process.env.ROWS ?? 100_000);
const rounds = 5;
const handedOver = 500;
const now = Date.parse('2026-01-15T09:00:00Z');

const at = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const said = (values: readonly number[]) =>
  `p50 ${at(values, 0.5).toFixed(1)}, p95 ${at(values, 0.95).toFixed(1)}, most ${Math.max(...values).toFixed(1)} ms`;

function timed(run: () => unknown): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}

test(`as one types: from the text to the keys, over ${size} items (P: p95 under 50 ms at 100,000)`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'triage-search-'));
  const { wroteMs, indexedMs } = fillForSearch(folder, size);
  const megabytes = statSync(join(folder, 'inbox.db')).size / 1024 / 1024;
  process.stdout.write(
    `${size} items, ${megabytes.toFixed(0)} MB: written in ${(wroteMs / 1000).toFixed(1)} s, indexed in ${(indexedMs / 1000).toFixed(1)} s\n`,
  );
  const { queries, database, close } = openInbox(folder);
  const raw = database.prepare(
    'SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rowid DESC LIMIT 500',
  );
  const times = { inbox: [] as number[], history: [] as number[], raw: [] as number[] };
  const slow = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const search of typed) {
      const filter = { search, service: undefined, limit: handedOver };
      times.inbox.push(timed(() => queries.openOrder({ ...filter, accounts: [account] }, now)));
      const took = timed(() => queries.endedOrder(filter, now));
      times.history.push(took);
      slow.set(search, Math.max(slow.get(search) ?? 0, took));
      const { match } = matchOf(parseSearch(search));
      if (match !== undefined) times.raw.push(timed(() => raw.all(match)));
    }
  }
  for (const [what, values] of Object.entries(times)) process.stdout.write(`${what}: ${said(values)}\n`);
  const slowest = [...slow].toSorted(([, a], [, b]) => b - a).slice(0, 8);
  process.stdout.write(`slowest: ${slowest.map(([search, ms]) => `${search} ${ms.toFixed(0)} ms`).join(' | ')}\n`);
  close();
  rmSync(folder, { recursive: true });
  if (size <= 100_000) expect(Math.max(at(times.inbox, 0.95), at(times.history, 0.95))).toBeLessThan(50);
});
