import { expect, it } from 'vitest';
import type { Measure } from './measures/measure.ts';
import { readOptions } from './options.ts';

const aMeasure = (names: string[], isLong = false): Measure => ({ names, title: '', isLong, run: async () => [] });
const measures = [aMeasure(['P7']), aMeasure(['P9'], true), aMeasure(['P12', 'P14']), aMeasure(['P13'])];

const namesOf = (env: Record<string, string>) => measures.filter(readOptions(env).wants).flatMap(({ names }) => names);

it('takes twenty samples of everything but what takes many minutes', () => {
  expect(readOptions({})).toMatchObject({ samples: 20, isQuick: false });
  expect(namesOf({})).toEqual(['P7', 'P12', 'P14', 'P13']);
  expect(namesOf({ BENCH_ALL: '1' })).toEqual(['P7', 'P9', 'P12', 'P14', 'P13']);
});

it('measures only what is named, long or not', () => {
  expect(namesOf({ BENCH_ONLY: 'p9,P14' })).toEqual(['P9', 'P12', 'P14']);
});

it('is quick with few samples, unless told how many', () => {
  expect(readOptions({ BENCH_QUICK: '1' })).toMatchObject({ samples: 5, isQuick: true });
  expect(readOptions({ BENCH_QUICK: '1', BENCH_SAMPLES: '40' }).samples).toBe(40);
});
