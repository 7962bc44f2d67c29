import { setTimeout } from 'node:timers/promises';

/** A moment of any length, so that samples begin anywhere between two frames; whatever went before has settled then. */
export function pause(leastMs = 60): Promise<void> {
  return setTimeout(leastMs + Math.random() * 50);
}
