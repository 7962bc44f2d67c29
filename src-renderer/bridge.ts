import type { Bridge } from '#shared/ipc/contract';

declare global {
  interface Window {
    /** Put there by the preload script, before any script of the page runs. */
    readonly triage: Bridge;
  }
}

/** The one way out of the page. Stores get it handed in; components never see it. */
export function pageBridge(): Bridge {
  return window.triage;
}
