// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { drawIcons } from './icons.mjs';
import { asProgram } from './lib/as-program.mjs';
import { writeDeclarations } from './lib/declarations.mjs';
import { fingerprint } from './lib/fingerprint.mjs';
import { writeLicences } from './lib/licences.mjs';
import { Problem } from './lib/problem.mjs';
import { step } from './lib/progress.mjs';
import { inProject, projectFolder } from './lib/project.mjs';
import { run } from './lib/run-command.mjs';
import { setupPackages } from './setup.mjs';

const stampFile = inProject('dist', '.fingerprint');

/** Builds every program of the project into dist/. */
export async function build() {
  const sources = sourceFingerprint();
  rmSync(stampFile, { force: true }); // a build that fails half way is stale
  await step('Building', async () => {
    const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
    const { code, output, errors } = await run(process.execPath, [vite, 'build', '--app', '--logLevel=warn'], {
      capture: true,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const messages = (output + errors).trim();
    if (messages) process.stderr.write(`${messages}\n`);
    if (code !== 0) throw new Problem(`The build failed (exit ${code}).`, 'see the lines above.');
    await drawIcons();
    await writeDeclarations();
    writeLicences();
  });
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(stampFile, sources);
}

/** Builds only when something it depends on changed since the last complete build. */
export async function buildIfStale() {
  if (!isStale()) return;
  await build();
}

function isStale() {
  return !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== sourceFingerprint();
}

function sourceFingerprint() {
  return fingerprint(projectFolder, (name) => /^(src-|build$|tsconfig|vite\.config|package(-lock)?\.json$)/.test(name));
}

asProgram(import.meta.url, async () => {
  await setupPackages();
  await build();
});
