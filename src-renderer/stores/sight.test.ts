import { describe, expect, it } from 'vitest';
import { aKey } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import type { OpenItemState, OpenItemStore } from './open-item.ts';
import { createRouteStore } from './route.ts';
import { askedNow, createSight } from './sight.ts';

/** The page with an item open, by the person. */
function setUp() {
  const clock = createFakeClock();
  const route = createRouteStore();
  let state = { item: { key: aKey('a') }, revision: 'r1', changed: false } as OpenItemState;
  const openItem = { getState: () => state } as unknown as OpenItemStore;
  const sight = createSight({ clock, route, openItem });
  const become = (over: Partial<OpenItemState>) => {
    state = { ...state, ...over };
  };
  const paint = () => {
    const asked = askedNow(state);
    if (asked !== undefined) sight.painted(asked);
  };
  route.choose('inbox', aKey('a'), 'person');
  return { clock, route, sight, become, paint, asked: () => askedNow(state) };
}

describe('whether a key may answer', () => {
  it('is not a matter of what is known, but of what was painted', () => {
    const { sight, paint, clock } = setUp();
    clock.advance(10_000);
    expect(sight.mayAnswer()).toBe(false);
    paint();
    expect(sight.mayAnswer()).toBe(true);
  });

  it('ends the moment another question is known, before that is painted', () => {
    const { sight, paint, become } = setUp();
    paint();
    become({ item: { key: aKey('b') } as OpenItemState['item'] });
    expect(sight.mayAnswer()).toBe(false);
  });

  it('passes over a paint of what was asked before', () => {
    const { sight, asked, become } = setUp();
    const before = asked() ?? '';
    become({ revision: 'r2' });
    sight.painted(before);
    expect(sight.mayAnswer()).toBe(false);
  });

  it('ends when the question changed, and begins half a second after it was read again', () => {
    const { sight, paint, become, clock, asked } = setUp();
    paint();
    become({ changed: true });
    expect(asked()).toBeUndefined();
    expect(sight.mayAnswer()).toBe(false);
    sight.gone();
    become({ changed: false, revision: 'r2' });
    paint();
    expect(sight.mayAnswer()).toBe(false);
    clock.advance(500);
    expect(sight.mayAnswer()).toBe(true);
  });

  it('waits after a shift and after the window came up, however it was opened', () => {
    const { sight, paint, clock } = setUp();
    paint();
    sight.disturbed();
    clock.advance(499);
    expect(sight.mayAnswer()).toBe(false);
    clock.advance(1);
    expect(sight.mayAnswer()).toBe(true);
  });
});
