import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FullResult, TestCase, TestResult } from 'playwright/types/testReporter';
import { afterEach, expect, it, vi } from 'vitest';
import type { Taken } from './figure.ts';
import BenchReporter from './reporter.ts';

const folder = mkdtempSync(join(tmpdir(), 'triage-bench-report-'));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const taken: Taken = {
  figure: {
    name: 'P7',
    what: 'server send to row painted',
    against: 'a raw socket',
    unit: 'ms',
    good: { ratio: 3 },
    goal: { ratio: 2 },
  },
  ours: [11, 12, 13],
  floor: [5, 6, 7],
};
const measured = {
  status: 'passed',
  duration: 1_500,
  errors: [],
  attachments: [{ name: 'taken', contentType: 'application/json', body: Buffer.from(JSON.stringify([taken])) }],
} as unknown as TestResult;
const broken = {
  status: 'failed',
  duration: 20,
  errors: [{ message: 'Never painted' }],
  attachments: [],
} as unknown as TestResult;
const named = (title: string) => ({ title }) as TestCase;

it('prints machine and table on stdout, progress on stderr, and writes every sample', () => {
  const file = join(folder, 'bench.json');
  vi.stubEnv('BENCH_JSON', file);
  vi.stubEnv('BENCH_RUNTIME', 'Electron 33.2.1 (stand-in for development)');
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      said[name] += text;
      return true;
    });
  }

  const reporter = new BenchReporter();
  reporter.onTestBegin(named('P7: arrival'));
  reporter.onTestEnd(named('P7: arrival'), measured);
  reporter.onTestBegin(named('P8: search'));
  reporter.onTestEnd(named('P8: search'), broken);
  reporter.onEnd({} as FullResult);
  vi.restoreAllMocks();

  expect(said.stdout).toContain('Electron 33.2.1 (stand-in for development)');
  expect(said.stdout).toMatch(/P7 {2}server send to row painted {2}12 ms {2}6 ms {3}×2 \(1\.57–2\.60\) .* ✓ goal/);
  expect(said.stdout).toContain('✗ could not run: P8: search');
  expect(said.stderr).toContain('measured in 1.5 s');
  expect(said.stderr).toContain('Never painted');
  const written = JSON.parse(readFileSync(file, 'utf8'));
  expect(written.taken).toEqual([taken]);
  expect(written.judged).toMatchObject([{ p50: 12, floor: 6, verdict: 'goal' }]);
  expect(written.machine.cores).toBeGreaterThan(0);
});
