import { expect, it } from 'vitest';
import { layoutFor } from './layout.ts';

it('has three columns from 980, two from 720, and one below', () => {
  expect([1320, 980, 979, 720, 719, 380].map(layoutFor)).toEqual(['wide', 'wide', 'menu', 'menu', 'single', 'single']);
});
