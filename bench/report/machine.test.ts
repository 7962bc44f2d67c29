import { expect, it } from 'vitest';
import { machineWords, readMachine } from './machine.ts';

const machine = {
  processor: 'Some CPU',
  cores: 2,
  memoryGb: 8,
  system: 'linux 6.1 x64',
  electron: 'Electron 33.2.1 (stand-in)',
  load: 0.1,
  measuredAt: '2026-11-22T07:30:00.000Z',
};

it('says what the figures were measured on', () => {
  expect(machineWords(machine)).toBe(
    '2026-11-22 07:30 UTC · 2 × Some CPU, 8 GB, linux 6.1 x64 · Electron 33.2.1 (stand-in)',
  );
});

it('says that a busy machine was busy', () => {
  expect(machineWords({ ...machine, load: 3.2 })).toContain('busy with other work (load 3.2)');
});

it('reads the machine it runs on', () => {
  const read = readMachine('Electron 1', new Date(0));
  expect(read.cores).toBeGreaterThan(0);
  expect(read.memoryGb).toBeGreaterThan(0);
  expect(read.measuredAt).toBe('1970-01-01T00:00:00.000Z');
});
