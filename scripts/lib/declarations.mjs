// @ts-check
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Problem } from './problem.mjs';
import { inProject } from './project.mjs';
import { run } from './run-command.mjs';

/** Writes the types of the client library beside it, for programs that import the package. */
export async function writeDeclarations() {
  const tsc = inProject('node_modules', 'typescript', 'bin', 'tsc');
  const { code, output } = await run(process.execPath, [tsc, '-p', inProject('src-client', 'tsconfig.types.json')], {
    capture: true,
  });
  if (code !== 0) throw new Problem('The types of the client library could not be written.', output.trim());
  const folder = inProject('dist', 'agents', 'types');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.d.ts')) makeSelfContained(folder, file);
  }
}

/**
 * Another package cannot follow our `#shared/…`.
 * @param {string} folder
 * @param {string} file
 */
function makeSelfContained(folder, file) {
  const up = relative(dirname(file), 'src-shared').replaceAll('\\', '/');
  const prefix = up.startsWith('.') ? up : `./${up}`;
  const text = readFileSync(join(folder, file), 'utf8');
  const inner = text
    .replaceAll(/(["'])#shared\/([^"']+)\1/g, `$1${prefix}/$2.js$1`)
    .replaceAll(/(from |import\()(["'])(\.[^"']+)\.ts\2/g, '$1$2$3.js$2');
  writeFileSync(join(folder, file), inner);
}
