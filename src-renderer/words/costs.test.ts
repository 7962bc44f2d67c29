import { expect, it } from 'vitest';
import { costEntries } from './costs.ts';

it('the costs are found in the metadata', () => {
  expect(costEntries({ version: '2', estimated_cost: '12 EUR', Budget: 100, cost_detail: { a: 1 } })).toEqual([
    ['estimated_cost', '12 EUR'],
    ['Budget', '100'],
  ]);
});
