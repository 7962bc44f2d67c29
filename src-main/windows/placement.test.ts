import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DisplayArea, isKnown, placeNear, withHeight } from './placement.ts';
import type { Rectangle } from './window-place.ts';

const whole = (area: Rectangle): DisplayArea => ({ bounds: area, workArea: area });
/** With a panel at its top. */
const main: DisplayArea = {
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 32, width: 1920, height: 1048 },
};
const left = whole({ x: -1280, y: 0, width: 1280, height: 1024 });
const size = { width: 400, height: 600 };

describe('a small window', () => {
  it('hangs below an icon at the top, centred on it', () => {
    expect(placeNear({ x: 1000, y: 8, width: 24, height: 24 }, size, [main])).toEqual({ x: 812, y: 40, ...size });
  });

  it('stands above an icon at the bottom, and off the edge', () => {
    const place = placeNear({ x: 1880, y: 1080, width: 24, height: 40 }, size, [main]);
    expect(place).toEqual({ x: 1920 - 8 - 400, y: 1080 - 8 - 600, ...size });
  });

  it('stands beside the pointer on the display that the pointer is on', () => {
    expect(placeNear({ x: -600, y: 100 }, size, [main, left])).toEqual({ x: -800, y: 108, ...size });
    // In the panel above the work area of the main display.
    expect(placeNear({ x: 10, y: 2 }, size, [left, main])).toEqual({ x: 8, y: 40, ...size });
  });

  it('is no larger than the display, and stands somewhere even without one', () => {
    const small = { x: 100, y: 100, width: 320, height: 400 };
    expect(placeNear({ x: 0, y: 0 }, size, [whole(small)])).toEqual(small);
    expect(placeNear({ x: 5, y: 5 }, size, [])).toEqual({ x: 0, y: 0, ...size });
  });

  it('lies whole within one of the displays, wherever the anchor is', () => {
    const number = fc.integer({ min: -5000, max: 5000 });
    const area = fc.record({
      x: number,
      y: number,
      width: fc.integer({ min: 200, max: 4000 }),
      height: fc.integer({ min: 200, max: 3000 }),
    });
    fc.assert(
      fc.property(fc.record({ x: number, y: number }), fc.array(area, { minLength: 1 }), (point, areas) => {
        const { x, y, width, height } = placeNear(point, size, areas.map(whole));
        const holds = (one: Rectangle) =>
          x >= one.x && y >= one.y && x + width <= one.x + one.width && y + height <= one.y + one.height;
        expect(areas.some(holds)).toBe(true);
      }),
    );
  });
});

describe('a window that grows', () => {
  it('keeps its place while it fits, and moves up when it does not', () => {
    const window = { x: 100, y: 700, width: 400, height: 200 };
    expect(withHeight(window, 300, [main])).toEqual({ ...window, height: 300 });
    expect(withHeight(window, 500, [main])).toEqual({ ...window, height: 500, y: 1080 - 8 - 500 });
    expect(withHeight(window, 5000, [main])).toEqual({ ...window, y: 32, height: 1048 });
  });
});

it('knows that bounds of nothing but zeros are none', () => {
  expect(isKnown({ x: 0, y: 0, width: 0, height: 0 })).toBe(false);
  expect(isKnown({ x: 0, y: 0, width: 22, height: 22 })).toBe(true);
});
