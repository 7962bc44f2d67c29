import type { Rectangle } from './window-place.ts';

export type Point = { x: number; y: number };
export type Size = { width: number; height: number };

/** A display, and what of it the panels of the desktop leave free. */
export type DisplayArea = { bounds: Rectangle; workArea: Rectangle };

/** The room that a small window leaves to what it belongs to and to the edges of the display, in px. */
const margin = 8;

/** Whether the system told where its tray icon is. On Linux it never does: all is zero there. */
export function isKnown({ width, height }: Rectangle): boolean {
  return width > 0 && height > 0;
}

/**
 * Where a small window stands beside the pointer or a tray icon: centred on it, below it in the upper half of the
 * display and above it in the lower, and whole on that display. `displays`: all of them, the main one first.
 */
export function placeNear(anchor: Point | Rectangle, size: Size, displays: readonly DisplayArea[]): Rectangle {
  const { x, y, width, height } = { width: 0, height: 0, ...anchor };
  const centre = { x: x + width / 2, y: y + height / 2 };
  const area = nearestArea(centre, displays);
  if (!area) return { x: 0, y: 0, ...size };
  const isUpper = centre.y < area.y + area.height / 2;
  const top = isUpper ? y + height + margin : y - size.height - margin;
  return keepInside({ x: Math.round(centre.x - size.width / 2), y: Math.round(top), ...size }, area);
}

/** The same window with another height: it keeps its place as long as it fits there. */
export function withHeight(window: Rectangle, height: number, displays: readonly DisplayArea[]): Rectangle {
  const area = nearestArea({ x: window.x + window.width / 2, y: window.y + window.height / 2 }, displays);
  return area ? keepInside({ ...window, height }, area) : { ...window, height };
}

/** The free part of the display that a point is on, in a panel too; of the nearest one when it is on none. */
function nearestArea(point: Point, displays: readonly DisplayArea[]): Rectangle | undefined {
  const distances = displays.map(({ bounds }) => distanceTo(point, bounds));
  return displays[distances.indexOf(Math.min(...distances))]?.workArea;
}

function distanceTo({ x, y }: Point, area: Rectangle): number {
  const across = Math.max(area.x - x, 0, x - (area.x + area.width));
  const down = Math.max(area.y - y, 0, y - (area.y + area.height));
  return Math.hypot(across, down);
}

function keepInside(window: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(window.width, area.width);
  const height = Math.min(window.height, area.height);
  const [x, y] = [
    within(window.x, width, area.x, area.x + area.width),
    within(window.y, height, area.y, area.y + area.height),
  ];
  return { x, y, width, height };
}

/** A start so that `length` lies between the edges, off them by the margin where there is room for it. */
function within(start: number, length: number, from: number, to: number): number {
  const gap = Math.min(margin, Math.floor((to - from - length) / 2));
  return Math.max(from + gap, Math.min(start, to - gap - length));
}
