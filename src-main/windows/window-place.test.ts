import { expect, test } from 'vitest';
import { fitPlace } from './window-place.ts';

const main = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1280, height: 1000 };
const place = { x: 2000, y: 100, width: 1000, height: 700, maximised: false };

test('a first start has the usual size, wherever the system puts it', () => {
  expect(fitPlace(undefined, [main])).toEqual({ width: 1180, height: 780, maximised: false });
});

test('a window returns to where it stood, maximised if it was', () => {
  expect(fitPlace({ ...place, maximised: true }, [main, second])).toEqual({ ...place, maximised: true });
});

test('a window of a display that is gone comes to the main one', () => {
  expect(fitPlace(place, [main])).toEqual({ width: 1000, height: 700, maximised: false });
});

test('a window larger than the display is cut to it', () => {
  const small = { x: 0, y: 0, width: 800, height: 600 };
  expect(fitPlace({ ...place, x: 0, y: 0 }, [small])).toMatchObject({ width: 800, height: 600 });
});

test.each([
  { x: 1900, y: 100 },
  { x: -950, y: 100 },
  { x: 100, y: 1030 },
  { x: 100, y: -300 },
])('a title bar at %o could not be grasped', (corner) => {
  expect(fitPlace({ ...place, ...corner }, [main])).not.toHaveProperty('x');
});
