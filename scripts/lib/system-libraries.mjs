// @ts-check
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Problem } from './problem.mjs';
import { say, step } from './progress.mjs';
import { run } from './run-command.mjs';

// Debian packages of what Electron links to or opens by name (libnotify and libsecret are opened, so ldd misses them).
const libraryPackages = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libnotify.so.4': 'libnotify4',
  'libsecret-1.so.0': 'libsecret-1-0',
};

// What a machine without a display needs besides.
const programPackages = { Xvfb: 'xvfb', xauth: 'xauth', 'dbus-daemon': 'dbus' };

// What only the tests use: a notification daemon as people have it, a hand and an eye for the display, and what the
// tutorial's program is written with.
const testPackages = { dunst: 'dunst', xdotool: 'xdotool', import: 'imagemagick', flask: 'python3-flask' };

/**
 * Makes sure that Electron can start on this Linux: installs what is missing as root, names it for anyone else.
 * @param {{ executable: string, withoutDisplay: boolean, forTests?: boolean }} options
 */
export async function checkSystemLibraries({ executable, withoutDisplay, forTests = false }) {
  if (process.platform !== 'linux') return;
  const wanted = { ...(withoutDisplay ? programPackages : {}), ...(forTests ? testPackages : {}) };
  const missing = await missingPackages(executable, wanted);
  if (missing.length === 0) {
    await refuseUnresolved(executable);
    return;
  }
  if (!hasProgram('apt-get')) {
    throw new Problem(
      `These libraries or programs are missing: ${missing.join(', ')} (the names of their Debian packages).`,
      "install them with this system's package manager, then run the command again.",
    );
  }
  const names = await namesHere(missing);
  if (process.getuid?.() !== 0) {
    throw new Problem(
      `These Debian packages are missing: ${names.join(', ')}.`,
      `run  sudo apt-get install -y --no-install-recommends ${names.join(' ')}  and then the command again.`,
    );
  }
  await step(`Installing Debian packages: ${names.join(' ')}`, () => aptInstall(names));
  await refuseUnresolved(executable);
}

/**
 * @param {string} executable
 * @param {Record<string, string>} wanted the packages of programs, by the name of the program
 */
async function missingPackages(executable, wanted) {
  const [{ output: cache }, unresolved] = await Promise.all([
    run(ldconfig(), ['-p'], { capture: true }),
    unresolvedLibraries(executable),
  ]);
  const libraries = Object.entries(libraryPackages).filter(
    ([library]) => unresolved.includes(library) || !cache.includes(`\t${library} `),
  );
  const programs = Object.entries(wanted).filter(([program]) => !hasProgram(program));
  return [...libraries, ...programs].map(([, name]) => name);
}

/** @param {string} executable */
async function refuseUnresolved(executable) {
  const unresolved = await unresolvedLibraries(executable);
  if (unresolved.length === 0) return;
  throw new Problem(
    `Electron still misses these libraries: ${unresolved.join(', ')}.`,
    'install the packages that hold them (apt-file search NAME), then run the command again.',
  );
}

/** @param {string} executable */
async function unresolvedLibraries(executable) {
  const { output } = await run('ldd', [executable], { capture: true });
  return librariesNotFound(output);
}

/**
 * The libraries that `ldd` marks "not found".
 * @param {string} lddOutput
 */
export function librariesNotFound(lddOutput) {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}

/**
 * Newer releases renamed some packages for 64-bit time: libgtk-3-0t64.
 * @param {string[]} names
 */
async function namesHere(names) {
  const { output } = await run('apt-cache', ['pkgnames'], { capture: true });
  const known = new Set(output.split('\n'));
  return names.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

/** @param {string[]} names */
async function aptInstall(names) {
  const install = ['install', '-y', '--no-install-recommends', ...names];
  const options = { capture: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (hasPackageLists() && (await run('apt-get', install, options)).code === 0) return;
  say('  refreshing the package lists');
  const update = await run('apt-get', ['update'], options);
  const { code, output, errors } = await run('apt-get', install, options);
  if (code === 0) return;
  say((update.errors + output + errors).trim());
  throw new Problem(
    `apt-get could not install ${names.join(', ')} (exit ${code}).`,
    `see the lines above, run  apt-get ${install.join(' ')}  yourself, then the command again.`,
  );
}

function hasPackageLists(folder = '/var/lib/apt/lists') {
  return existsSync(folder) && readdirSync(folder).some((name) => name.includes('_Packages'));
}

/** Debian keeps it out of a normal user's PATH. */
function ldconfig() {
  return hasProgram('ldconfig') ? 'ldconfig' : '/sbin/ldconfig';
}

/** @param {string} name */
export function hasProgram(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
