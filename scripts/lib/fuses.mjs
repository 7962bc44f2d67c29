// @ts-check
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** How the fuse wire in the executable writes "on": the character 1. */
const on = '1'.charCodeAt(0);

/**
 * The fuses of an Electron executable, read back from the file: `{ RunAsNode: false, … }`.
 * @param {string} executable
 * @returns {Promise<Record<string, boolean>>}
 */
export async function readFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  const names = Object.entries(FuseV1Options).filter(([, index]) => typeof index === 'number');
  return Object.fromEntries(
    names.map(([name, index]) => [name, Number(wire[/** @type {FuseV1Options} */ (index)]) === on]),
  );
}
