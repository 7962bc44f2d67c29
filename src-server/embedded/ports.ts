import type { Store } from '../store/store.ts';

const firstPort = 4680;
const nearby = 100;

/** The ports to try: the one of last time (first 4680), those after it, and at last any free one (design.md 6). */
export function portsToTry({ settings }: Store): number[] {
  const remembered = Number(settings.get('port') ?? firstPort);
  const first = Number.isInteger(remembered) && remembered > 0 && remembered < 65_536 ? remembered : firstPort;
  const next = Array.from({ length: nearby }, (_, index) => first + index).filter((port) => port < 65_536);
  return [...next, 0];
}
