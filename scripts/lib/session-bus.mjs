// @ts-check
import { endChild, spawnBound } from './bound-child.mjs';
import { firstLine } from './first-line.mjs';
import { Problem } from './problem.mjs';

/**
 * Starts a D-Bus session bus of our own: notifications, the tray and the keyring are reached through it.
 * @param {NodeJS.ProcessEnv} env what services started by the bus see
 * @param {string} [configFile] of the bus; without one it is the session bus of this system, with the services that it can start
 * @returns {Promise<{ env: { DBUS_SESSION_BUS_ADDRESS: string }, stop: () => Promise<void> }>}
 */
export async function startSessionBus(env, configFile) {
  const config = configFile === undefined ? '--session' : `--config-file=${configFile}`;
  const daemon = spawnBound('dbus-daemon', [config, '--nofork', '--nopidfile', '--print-address=1'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(daemon, daemon.stdout);
  if (address === undefined) {
    throw new Problem('dbus-daemon did not start.', 'run "dbus-daemon --session --print-address" to see why.');
  }
  return { env: { DBUS_SESSION_BUS_ADDRESS: address }, stop: () => endChild(daemon) };
}
