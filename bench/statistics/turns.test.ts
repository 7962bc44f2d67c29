import { describe, expect, it } from 'vitest';
import { inTurns, turns } from './turns.ts';

describe('turns', () => {
  it('go A B B A', () => {
    expect(turns(4)).toEqual(['ours', 'floor', 'floor', 'ours', 'ours', 'floor', 'floor', 'ours']);
  });

  it('are as many for either side, also when they are odd', () => {
    expect(turns(5).filter((side) => side === 'ours')).toHaveLength(5);
    expect(turns(5)).toHaveLength(10);
  });
});

describe('inTurns', () => {
  it('takes one sample after the other, each side counted by itself', async () => {
    let running = 0;
    const order: string[] = [];
    const take = (side: string, factor: number) => async (sample: number) => {
      expect(running).toBe(0);
      running += 1;
      order.push(`${side}${sample}`);
      await Promise.resolve();
      running -= 1;
      return sample * factor;
    };
    const taken = await inTurns(3, { ours: take('a', 10), floor: take('b', 1) });
    expect(taken).toEqual({ ours: [0, 10, 20], floor: [0, 1, 2] });
    expect(order).toEqual(['a0', 'b0', 'b1', 'a1', 'a2', 'b2']);
  });
});
