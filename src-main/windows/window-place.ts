import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeFileAtomically } from '#main/files/json-file';

export const minimumSize = { width: 380, height: 480 };
const usual = { width: 1180, height: 780 };

export type Rectangle = { x: number; y: number; width: number; height: number };

/** Where the window stood when it was last closed. Without a place the system chooses one. */
const WindowPlace = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(minimumSize.width),
  height: z.int().min(minimumSize.height),
  maximised: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

/** Enough of the title bar has to be on a display to be dragged back, in pixels. */
const grip = { width: 120, height: 40 };

/** Fits a remembered place to the displays there are now. `displays`: their work areas, the main one first. */
export function fitPlace(place: WindowPlace | undefined, displays: readonly Rectangle[]): WindowPlace {
  const main = displays[0] ?? { x: 0, y: 0, ...usual };
  const wanted: WindowPlace = place ?? { ...usual, maximised: false };
  const { x, y, maximised } = wanted;
  const home = displays.find((area) => x !== undefined && y !== undefined && isReachable({ ...wanted, x, y }, area));
  const area = home ?? main;
  const width = Math.max(minimumSize.width, Math.min(wanted.width, area.width));
  const height = Math.max(minimumSize.height, Math.min(wanted.height, area.height));
  return home ? { x, y, width, height, maximised } : { width, height, maximised };
}

function isReachable(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return across >= grip.width && window.y >= area.y - 8 && window.y <= area.y + area.height - grip.height;
}

const fileName = 'window.json';

export function readPlace(dataFolder: string, now: number): WindowPlace | undefined {
  const read = readJsonFile(join(dataFolder, fileName), WindowPlace, now);
  return read.found === 'value' ? read.value : undefined;
}

export function writePlace(dataFolder: string, place: WindowPlace): void {
  writeFileAtomically(join(dataFolder, fileName), JSON.stringify(place));
}
