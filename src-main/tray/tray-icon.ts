import type { TrayIcon } from './tray-model.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** The colours of build/icon.svg, flat: at this size a gradient is only noise. */
const indigo: Colour = [99, 97, 218];
const grey: Colour = [139, 141, 152];
const amber: Colour = [255, 183, 38];
const ink: Colour = [28, 32, 36];
const white: Colour = [255, 255, 255];
const black: Colour = [0, 0, 0];

/** Three by five dots for each digit and the plus sign, row by row. */
const digits: Record<string, string> = {
  '0': '111101101101111',
  '1': '010110010010111',
  '2': '111001111100111',
  '3': '111001111001111',
  '4': '101101111001001',
  '5': '111100111001111',
  '6': '111100111101111',
  '7': '111001001001001',
  '8': '111101111101111',
  '9': '111101111001111',
  '+': '000010111010000',
};

/** From here on there is no room for the number. */
const manyWaiting = 10;

/** A name for what an icon looks like: icons with one name are drawn alike. */
export function lookOf(icon: TrayIcon): string {
  return icon.state === 'waiting' ? `waiting ${Math.min(icon.count, manyWaiting)}` : icon.state;
}

/**
 * Draws the tray's icon: a rounded square with a check mark; hollow when offline; with the number in its corner when
 * something waits. Returns `size` × `size` pixels as RGBA. `template`: black and transparent only, for macOS.
 */
export function drawTrayIcon(icon: TrayIcon, size: number, template: boolean): Uint8Array {
  const canvas = new Canvas(size);
  const base = icon.state === 'offline' ? grey : indigo;
  canvas.fill(template ? black : base, squareShape(icon.state === 'offline'));
  const mark = checkShape;
  if (icon.state === 'offline') canvas.fill(template ? black : grey, mark);
  else if (template) canvas.erase(mark);
  else canvas.fill(white, mark);
  if (icon.state === 'waiting' && !template) drawCount(canvas, icon.count);
  return canvas.pixels;
}

/** Whether a point of the unit square belongs to a shape. Asked some 100,000 times for an icon: nothing is allocated. */
type Shape = (x: number, y: number) => boolean;

function squareShape(hollow: boolean): Shape {
  const inside = (x: number, y: number, margin: number, radius: number) => {
    const dx = Math.max(Math.abs(x - 0.5) - (0.5 - margin - radius), 0);
    const dy = Math.max(Math.abs(y - 0.5) - (0.5 - margin - radius), 0);
    return Math.hypot(dx, dy) <= radius;
  };
  return (x, y) => inside(x, y, 0.06, 0.28) && !(hollow && inside(x, y, 0.15, 0.19));
}

const checkShape: Shape = (x, y) =>
  distance(x, y, 0.29, 0.52, 0.44, 0.67) < 0.065 || distance(x, y, 0.44, 0.67, 0.72, 0.36) < 0.065;

/** Of a point from the line between two others. */
function distance(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const along = ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay));
}

/** The lower right corner from a point on, its free corner rounded. */
function cornerShape(left: number, top: number): Shape {
  const radius = 0.14;
  return (x, y) => {
    if (x < left || y < top) return false;
    const dx = Math.max(left + radius - x, 0);
    const dy = Math.max(top + radius - y, 0);
    return Math.hypot(dx, dy) <= radius;
  };
}

function drawCount(canvas: Canvas, count: number): void {
  const text = count < manyWaiting ? String(count) : '9+';
  const dot = 0.09;
  const width = text.length * 4 * dot + dot;
  const height = 7 * dot;
  const left = 1 - width;
  const top = 1 - height;
  canvas.erase(cornerShape(left - dot, top - dot));
  canvas.fill(amber, cornerShape(left, top));
  for (const [place, digit] of [...text].entries()) {
    const pattern = digits[digit] ?? '';
    canvas.fill(ink, (x, y) => {
      const column = Math.floor((x - left) / dot) - 1 - place * 4;
      const row = Math.floor((y - top) / dot) - 1;
      return column >= 0 && column < 3 && row >= 0 && row < 5 && pattern[row * 3 + column] === '1';
    });
  }
}

/** Each pixel is the mean of this many samples in each direction. */
const samples = 4;

class Canvas {
  readonly pixels: Uint8Array;
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
    this.pixels = new Uint8Array(size * size * 4);
  }

  fill([red, green, blue]: Colour, shape: Shape): void {
    this.#each(shape, (at, cover) => {
      const alpha = (this.pixels[at + 3] ?? 0) / 255;
      const next = cover + alpha * (1 - cover);
      for (const [index, value] of [red, green, blue].entries()) {
        const below = (this.pixels[at + index] ?? 0) * alpha * (1 - cover);
        this.pixels[at + index] = Math.round((value * cover + below) / next);
      }
      this.pixels[at + 3] = Math.round(next * 255);
    });
  }

  erase(shape: Shape): void {
    this.#each(shape, (at, cover) => {
      this.pixels[at + 3] = Math.round((this.pixels[at + 3] ?? 0) * (1 - cover));
    });
  }

  #each(shape: Shape, paint: (at: number, cover: number) => void): void {
    for (let y = 0; y < this.#size; y++) {
      for (let x = 0; x < this.#size; x++) {
        const cover = this.#cover(x, y, shape);
        if (cover > 0) paint((y * this.#size + x) * 4, cover);
      }
    }
  }

  #cover(x: number, y: number, shape: Shape): number {
    let hits = 0;
    for (let i = 0; i < samples * samples; i++) {
      const dx = ((i % samples) + 0.5) / samples;
      const dy = (Math.floor(i / samples) + 0.5) / samples;
      if (shape((x + dx) / this.#size, (y + dy) / this.#size)) hits++;
    }
    return hits / (samples * samples);
  }
}
