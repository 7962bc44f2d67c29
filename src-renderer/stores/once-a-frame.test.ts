import { describe, expect, it } from 'vitest';
import { createFakeFrames } from '../testing/fake-frames.ts';
import { onceAFrame } from './once-a-frame.ts';

function setUp() {
  const frames = createFakeFrames();
  let runs = 0;
  const ask = onceAFrame(frames.nextFrame, () => {
    runs += 1;
  });
  return { frames, ask, runs: () => runs };
}

describe('onceAFrame', () => {
  it('runs at once after a quiet time, but not within the task that asks', async () => {
    const { ask, runs } = setUp();
    ask();
    ask();
    expect(runs()).toBe(0);
    await Promise.resolve();
    expect(runs()).toBe(1);
  });

  it('runs once more in the next frame for what was asked since, however often', async () => {
    const { frames, ask, runs } = setUp();
    ask();
    await Promise.resolve();
    for (let i = 0; i < 50; i++) ask();
    await Promise.resolve();
    expect(runs()).toBe(1);
    await frames.paint();
    expect(runs()).toBe(2);
  });

  it('never runs twice in a frame while it goes on', async () => {
    const { frames, ask, runs } = setUp();
    for (let frame = 1; frame <= 10; frame++) {
      for (let i = 0; i < 5; i++) {
        ask();
        await Promise.resolve();
      }
      expect(runs()).toBe(frame);
      await frames.paint();
    }
  });

  it('is quiet again after a frame in which nobody asked', async () => {
    const { frames, ask, runs } = setUp();
    ask();
    await frames.paint();
    await frames.paint();
    expect(runs()).toBe(1);
    ask();
    await Promise.resolve();
    expect(runs()).toBe(2);
  });

  it('asks for no frame before what it reads is there', async () => {
    const frames = createFakeFrames();
    const reads: (() => void)[] = [];
    const ask = onceAFrame(frames.nextFrame, () => new Promise<void>((resolve) => reads.push(resolve)));
    ask();
    await frames.paint();
    expect(frames.waiting).toBe(0);
    ask();
    await frames.paint();
    expect(reads).toHaveLength(1);
    reads[0]?.();
    await frames.paint();
    await frames.paint();
    expect(reads).toHaveLength(2);
  });
});
