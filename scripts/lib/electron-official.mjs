// @ts-check
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderSize, megabytes, step } from './progress.mjs';
import { cacheFolder, inProject } from './project.mjs';
import { run } from './run-command.mjs';

const giveUpAfterSilenceMs = 45_000;

/** The version package.json pins, as installed. */
export function pinnedElectronVersion() {
  /** @type {{ version: string }} */
  const manifest = JSON.parse(readFileSync(electronPackage('package.json'), 'utf8'));
  return manifest.version;
}

/** The folder of the official runtime, when it is complete and of the pinned version. */
export function officialElectron() {
  const folder = electronPackage('dist');
  const version = pinnedElectronVersion();
  const isComplete =
    readText(join(folder, 'version'))?.replace(/^v/, '').trim() === version &&
    existsSync(join(folder, executableIn())) &&
    existsSync(electronPackage('path.txt'));
  return isComplete ? { folder, executable: join(folder, executableIn()), version } : undefined;
}

/**
 * Fetches the official runtime with the electron package's own installer, which checks its SHA-256. A failure is
 * remembered for this version, so that only `retry` (an explicit `npm run setup`) tries again.
 * @param {{ retry: boolean }} options
 * @returns {Promise<{ reason: string } | undefined>} why it could not be had
 */
export async function fetchOfficialElectron({ retry }) {
  const version = pinnedElectronVersion();
  const remembered = readFailure();
  if (!retry && remembered?.version === version) return { reason: remembered.reason };
  mkdirSync(cacheFolder, { recursive: true });
  // The installer downloads to the temporary folder it is given: watching that one tells progress from a dead line.
  const downloads = mkdtempSync(join(cacheFolder, 'electron-download-'));
  try {
    const reason = await step(`Getting Electron ${version}`, () => installInto(downloads), {
      amount: async () => `${megabytes(await folderSize(downloads))} of about 115 MB`,
      outcome: (failed) => (failed ? `not to be had (${failed})` : 'done'),
    });
    if (!reason) {
      rmSync(failureFile, { force: true });
      return undefined;
    }
    writeFileSync(failureFile, JSON.stringify({ version, reason }));
    return { reason };
  } finally {
    rmSync(downloads, { recursive: true, force: true });
  }
}

/**
 * @param {string} downloads
 * @returns {Promise<string | undefined>} why it failed
 */
async function installInto(downloads) {
  const stalled = new AbortController();
  let bytes = -1;
  let lastGrowth = performance.now();
  const watchdog = setInterval(async () => {
    const now = await folderSize(downloads);
    if (now !== bytes) {
      bytes = now;
      lastGrowth = performance.now();
    } else if (performance.now() - lastGrowth > giveUpAfterSilenceMs) stalled.abort();
  }, 2000);
  try {
    const { code, errors } = await run(process.execPath, [electronPackage('install.js')], {
      capture: true,
      signal: stalled.signal,
      env: { ...process.env, TMPDIR: downloads, TEMP: downloads, TMP: downloads },
    });
    if (stalled.signal.aborted) return `nothing arrived for ${giveUpAfterSilenceMs / 1000} s`;
    if (officialElectron()) return undefined;
    const firstLine = errors.split('\n').find((line) => line.trim() !== '');
    return firstLine?.trim() ?? `its installer ended with code ${code}`;
  } finally {
    clearInterval(watchdog);
  }
}

/** Where the executable is inside an Electron folder of this platform. */
export function executableIn(platform = process.platform) {
  if (platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

const failureFile = join(cacheFolder, 'electron-official-failed.json');

/** @returns {{ version: string, reason: string } | undefined} */
function readFailure() {
  const text = readText(failureFile);
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} path */
function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** @param {string} name */
function electronPackage(name) {
  return inProject('node_modules', 'electron', name);
}
