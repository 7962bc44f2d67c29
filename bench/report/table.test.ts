import { describe, expect, it } from 'vitest';
import type { Figure } from './figure.ts';
import { barWords, table } from './table.ts';
import { judge } from './verdict.ts';

const search: Figure = {
  name: 'P8',
  what: 'search key to results painted',
  against: 'raw statement and a frame',
  unit: 'ms',
  good: { ratio: 2, p95: 50 },
  goal: { ratio: 1.5, p95: 30 },
};
const messages: Figure = {
  name: 'P14',
  what: 'messages to the page in a second',
  against: undefined,
  unit: '/s',
  good: { most: 60 },
  goal: { most: 30 },
};
const cpu: Figure = {
  name: 'P5',
  what: 'idle',
  against: 'bare',
  unit: '%',
  good: { difference: 0.1 },
  goal: { difference: 0.03 },
};
const times = (value: number, count = 20) => new Array<number>(count).fill(value);

describe('judge', () => {
  it('reaches the goal only where every part of it is reached', () => {
    expect(judge({ figure: search, ours: times(28), floor: times(20) }).verdict).toBe('goal');
    expect(judge({ figure: search, ours: times(38), floor: times(20) }).verdict).toBe('good');
    expect(judge({ figure: search, ours: times(41), floor: times(20) }).verdict).toBe('missed');
  });

  it('looks at the slow ones too', () => {
    const ours = [...times(24, 18), 80, 80];
    expect(judge({ figure: search, ours, floor: times(20) }).verdict).toBe('missed');
  });

  it('of a flood takes the worst moment', () => {
    expect(judge({ figure: messages, ours: [...times(20), 30], floor: [] }).verdict).toBe('goal');
    expect(judge({ figure: messages, ours: [...times(20), 61], floor: [] }).verdict).toBe('missed');
  });

  it('holds a difference against the floor', () => {
    expect(judge({ figure: cpu, ours: times(0.25), floor: times(0.2) }).verdict).toBe('good');
  });

  it('never passes what was not compared, or not measured at all', () => {
    expect(judge({ figure: search, ours: times(1), floor: [] }).verdict).toBe('missed');
    expect(() => judge({ figure: search, ours: [], floor: times(1) })).toThrow('P8');
  });
});

describe('table', () => {
  it('says what was measured, against what, what was wanted, and how it ended', () => {
    const text = table([
      judge({ figure: search, ours: times(38), floor: times(20) }),
      judge({ figure: messages, ours: [12, 61.25], floor: [] }),
      judge({ figure: cpu, ours: times(0.25), floor: times(0.2) }),
    ]);
    expect(text.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' | '))).toEqual([
      ' | measured | ours | floor | against the floor | p95 | p99 | n | good | goal',
      'P8 | search key to results painted | 38 ms | 20 ms | ×1.90 (1.90–1.90) | 38 | 38 | 20 | ×2, p95 50 ms | ×1.5, p95 30 ms | ✓ good',
      'P14 | messages to the page in a second | 36.6 /s | – | – | 58.8 | 60.8 | 2 | most 60 /s | most 30 /s | ✗ missed',
      'P5 | idle | 0.25 % | 0.20 % | +0.05 (0.05–0.05) % | 0.25 | 0.25 | 20 | +0.1 % | +0.03 % | ✓ good',
    ]);
  });

  it('keeps its columns under one another', () => {
    const lines = table([
      judge({ figure: search, ours: times(38), floor: times(20) }),
      judge({ figure: messages, ours: [12], floor: [] }),
    ]).split('\n');
    const [head = '', ...rows] = lines;
    const column = head.indexOf('against');
    for (const row of rows) expect(row.slice(column - 2, column + 1)).toMatch(/^ {2}\S$/);
  });

  it('writes a bar as short as it can', () => {
    expect(barWords({ ratio: 3, p99: 100 }, 'ms')).toBe('×3, p99 100 ms');
    expect(barWords({ p95: 0 }, '')).toBe('p95 0');
  });
});
