// @ts-check
import { expect, test } from 'vitest';
import { encodeIcns, encodeIco } from './icon-containers.mjs';

const small = { size: 16, png: Buffer.from('small picture') };
const large = { size: 256, png: Buffer.from('the large picture') };

test('an .ico lists each picture with its size and where it is', () => {
  const ico = encodeIco([small, large]);
  expect(ico.readUInt16LE(0)).toBe(0);
  expect(ico.readUInt16LE(2)).toBe(1);
  expect(ico.readUInt16LE(4)).toBe(2);
  const pictures = [0, 1].map((index) => {
    const entry = ico.subarray(6 + 16 * index);
    const offset = entry.readUInt32LE(12);
    return { width: entry.readUInt8(0), content: ico.subarray(offset, offset + entry.readUInt32LE(8)).toString() };
  });
  expect(pictures).toEqual([
    { width: 16, content: 'small picture' },
    { width: 0, content: 'the large picture' },
  ]);
});

test('an .icns is a chain of chunks that fills the file', () => {
  const icns = encodeIcns([small, large]);
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const chunks = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    chunks.push([icns.toString('latin1', at, at + 4), icns.toString('utf8', at + 8, at + icns.readUInt32BE(at + 4))]);
  }
  expect(chunks).toEqual([
    ['icp4', 'small picture'],
    ['ic08', 'the large picture'],
    ['ic13', 'the large picture'],
  ]);
});
