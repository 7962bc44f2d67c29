import { describe, expect, it } from 'vitest';
import { clickMeans } from './click-means.ts';

describe('a click on the tray icon', () => {
  const never = Number.NEGATIVE_INFINITY;

  it('shows the popover, and hides the one that is open', () => {
    expect(clickMeans({ isVisible: false, hiddenAt: never, now: 0 })).toBe('show');
    expect(clickMeans({ isVisible: true, hiddenAt: never, now: 0 })).toBe('hide');
  });

  it('does not bring back what its own press has just hidden', () => {
    expect(clickMeans({ isVisible: false, hiddenAt: 1_000, now: 1_200 })).toBe('hide');
    expect(clickMeans({ isVisible: false, hiddenAt: 1_000, now: 1_300 })).toBe('show');
  });
});
