// @ts-check

/** @typedef {{ size: number, png: Buffer }} Picture a square PNG */

/**
 * A Windows .ico that holds the pictures as PNGs (Windows Vista and later read them).
 * @param {readonly Picture[]} pictures up to 256 pixels each
 */
export function encodeIco(pictures) {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2); // an icon, not a cursor
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length + 16 * pictures.length;
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt8(size % 256, 0); // 0 stands for 256
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4); // colour planes
    entry.writeUInt16LE(32, 6); // bits per pixel
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)]);
}

// The types of macOS that hold a PNG; the @2x ones come second.
const icnsTypes = [
  { size: 16, type: 'icp4' },
  { size: 32, type: 'icp5' },
  { size: 64, type: 'icp6' },
  { size: 128, type: 'ic07' },
  { size: 256, type: 'ic08' },
  { size: 512, type: 'ic09' },
  { size: 32, type: 'ic11' },
  { size: 64, type: 'ic12' },
  { size: 256, type: 'ic13' },
  { size: 512, type: 'ic14' },
  { size: 1024, type: 'ic10' },
];

/**
 * A macOS .icns with every size and its double for dense screens.
 * @param {readonly Picture[]} pictures
 */
export function encodeIcns(pictures) {
  const chunks = icnsTypes.flatMap(({ size, type }) => {
    const picture = pictures.find((candidate) => candidate.size === size);
    return picture ? [icnsChunk(type, picture.png)] : [];
  });
  return icnsChunk('icns', Buffer.concat(chunks));
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function icnsChunk(type, content) {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(content.length + header.length, 4);
  return Buffer.concat([header, content]);
}
