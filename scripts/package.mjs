// @ts-check
import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { asProgram } from './lib/as-program.mjs';
import { announceRuntime, electronRuntime } from './lib/electron-runtime.mjs';
import { Problem } from './lib/problem.mjs';
import { folderSize, megabytes, say, step } from './lib/progress.mjs';
import { inProject } from './lib/project.mjs';
import { run } from './lib/run-command.mjs';
import { setupPackages } from './setup.mjs';

/**
 * Packages the built app into release/.
 * @param {import('./lib/electron-runtime.mjs').ElectronRuntime} runtime
 * @param {{ targets?: 'dir' | 'all' }} [options] `all`: installers and archives too
 */
export async function packageApp(runtime, { targets = 'dir' } = {}) {
  await buildIfStale();
  const folder = unpackedFolder();
  rmSync(folder, { recursive: true, force: true });
  await step(`Packaging with Electron ${runtime.version}`, async () => {
    const { code, output, errors } = await run(process.execPath, [builder, ...builderArguments(runtime, targets)], {
      capture: true,
      // Hard links would let the fuses be set in the runtime itself.
      env: { ...process.env, USE_HARD_LINKS: 'false', ELECTRON_BUILDER_DISABLE_UPDATE_CHECK: 'true' },
    });
    if (code === 0 && existsSync(folder)) return;
    say((output + errors).trim());
    throw new Problem(`electron-builder failed (exit ${code}).`, 'see the lines above.');
  });
  say(`Packaged: ${folder} (${megabytes(await folderSize(folder))})`);
  if (runtime.kind === 'stand-in') say('For development only: it holds the stand-in runtime. Never hand it to a user.');
  return folder;
}

/** Where electron-builder leaves the unpacked app of this machine's platform and processor. */
export function unpackedFolder(platform = process.platform, arch = process.arch) {
  const processor = arch === 'x64' ? '' : `-${arch}`;
  if (platform === 'darwin') return inProject('release', `mac${processor}`);
  return inProject('release', `${platform === 'win32' ? 'win' : 'linux'}${processor}-unpacked`);
}

const builder = inProject('node_modules', 'electron-builder', 'cli.js');

/**
 * @param {import('./lib/electron-runtime.mjs').ElectronRuntime} runtime
 * @param {'dir' | 'all'} targets
 */
function builderArguments(runtime, targets) {
  const platform = process.platform === 'darwin' ? '--mac' : process.platform === 'win32' ? '--win' : '--linux';
  return [
    platform,
    ...(targets === 'dir' ? ['dir'] : []),
    '--publish=never',
    `--config.electronVersion=${runtime.version}`,
    `--config.electronDist=${runtime.distribution}`,
  ];
}

// npm run package [-- --targets dir|all]
asProgram(import.meta.url, async (args) => {
  const { targets } = parseArgs({ args, options: { targets: { type: 'string', default: 'dir' } } }).values;
  if (targets !== 'dir' && targets !== 'all') {
    throw new Problem(`--targets ${targets} is unknown.`, 'use --targets dir or --targets all.');
  }
  await setupPackages();
  const runtime = await electronRuntime();
  announceRuntime(runtime);
  if (targets === 'all' && runtime.kind === 'stand-in') {
    throw new Problem(
      'Installers are for users, and the Electron in use is only the stand-in for development.',
      'run this where the official Electron can be downloaded, then "npm run setup" and the command again.',
    );
  }
  await packageApp(runtime, { targets });
});
