import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { fieldsOf, isCounted, memoryOf, processorShareOf } from './process-tree.ts';

it('reads what stands after a name with blanks and brackets in it', () => {
  expect(fieldsOf('42 (a (b) c) S 7 42 42').slice(0, 2)).toEqual(['S', '7']);
});

describe.runIf(isCounted)('on Linux', () => {
  it('counts the memory of a process and of what it started', () => {
    const alone = memoryOf(process.pid);
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    expect(memoryOf(process.pid)).toBeGreaterThan(alone);
    child.kill('SIGKILL');
  });

  it('tells one that works from one that waits', async () => {
    const started = ['for (;;);', 'setTimeout(() => {}, 60_000)'].map((code) =>
      spawn(process.execPath, ['-e', `process.stdout.write('begun', () => { ${code} })`]),
    );
    await Promise.all(started.map((child) => new Promise((resolve) => child.stdout.once('data', resolve))));
    const [works = 0, waits = 0] = await Promise.all(started.map((child) => processorShareOf(child.pid ?? 0, 400)));
    for (const child of started) child.kill('SIGKILL');
    expect(works).toBeGreaterThan(waits);
  });
});
