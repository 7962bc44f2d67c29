// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { asProgram } from './lib/as-program.mjs';
import { encodeIcns, encodeIco } from './lib/icon-containers.mjs';
import { inProject } from './lib/project.mjs';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const icoSizes = [16, 24, 32, 48, 64, 128, 256];

/** Draws build/icon.svg in every size and container into dist/icons/; no picture is ever committed. */
export async function drawIcons() {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(readFileSync(wasm));
  const svg = readFileSync(inProject('build', 'icon.svg'), 'utf8');
  const pictures = sizes.map((size) => {
    const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: size } });
    return { size, png: Buffer.from(drawing.render().asPng()) };
  });
  const folder = inProject('dist', 'icons');
  mkdirSync(join(folder, 'linux'), { recursive: true });
  for (const { size, png } of pictures) {
    writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png);
    if (size === 512) writeFileSync(join(folder, 'icon.png'), png);
  }
  writeFileSync(join(folder, 'icon.ico'), encodeIco(pictures.filter(({ size }) => icoSizes.includes(size))));
  writeFileSync(join(folder, 'icon.icns'), encodeIcns(pictures));
}

asProgram(import.meta.url, drawIcons);
