// @ts-check
import { hasDisplay } from './display.mjs';
import { startPrivateDisplay } from './private-display.mjs';
import { startSessionBus } from './session-bus.mjs';

/**
 * Runs `work` where windows can be opened and notifications sent: on the person's own desktop when there is one, else
 * (or always, with `ownOnes`, which tests want) on a private display and session bus that end with it.
 * @template T
 * @param {(context: { env: NodeJS.ProcessEnv, display?: string }) => Promise<T>} work `display` is set when it is a private one
 * @param {{ ownOnes?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<T>}
 */
export async function withDisplayAndBus(work, { ownOnes = false, env = process.env } = {}) {
  if (process.platform !== 'linux') return work({ env });
  const needsDisplay = ownOnes || !hasDisplay(env);
  const needsBus = ownOnes || !env.DBUS_SESSION_BUS_ADDRESS;
  /** @type {Array<() => Promise<void>>} */
  const stops = [];
  /** @type {NodeJS.ProcessEnv} */
  const prepared = { ...env };
  try {
    if (needsDisplay) {
      const display = await startPrivateDisplay();
      stops.unshift(display.stop);
      delete prepared.WAYLAND_DISPLAY;
      Object.assign(prepared, display.env);
    }
    if (needsBus) {
      const bus = await startSessionBus(prepared);
      stops.unshift(bus.stop);
      Object.assign(prepared, bus.env);
    }
    return await work({ env: prepared, display: needsDisplay ? prepared.DISPLAY : undefined });
  } finally {
    for (const stop of stops) await stop();
  }
}
