import { deflateSync } from 'node:zlib';
import { pngOf } from './hostile/png.ts';

/** A picture of one colour, as PNG. */
export function png(width: number, height: number): Buffer {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x66)]);
  return pngOf(width, height, deflateSync(Buffer.concat(Array.from({ length: height }, () => row))), 'colours');
}
