// @ts-check
import { mkdirSync, readFileSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

const fileName = 'local-server.json';

/**
 * Tells the address of the app's own server each time the app writes it. Only what is written from now on counts: a
 * crash may have left an old file.
 * @param {string} folder the data folder
 * @param {(url: string) => void} onListening
 * @returns {() => void} stops watching
 */
export function watchLocalServer(folder, onListening) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, fileName);
  let seen = version(file);
  const look = () => {
    const now = version(file);
    if (now === undefined || now === seen) return;
    const url = readUrl(file);
    if (url === undefined) return; // half written; the rest comes with another event
    seen = now;
    onListening(url);
  };
  const watcher = watch(folder, look);
  watcher.on('error', () => watcher.close()); // Only the message is lost.
  return () => watcher.close();
}

/** @param {string} file */
function version(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.mtimeMs} ${stats.size}`;
}

/** @param {string} file */
function readUrl(file) {
  try {
    /** @type {unknown} */
    const url = JSON.parse(readFileSync(file, 'utf8')).url;
    return typeof url === 'string' ? url : undefined;
  } catch {
    return undefined;
  }
}
