import type { Line, OpenLine } from './line.ts';
import { askRest } from './rest-probe.ts';

/**
 * No stream at all (section 8): the line is open when a read succeeds, and what comes in is read by the rounds that the
 * connection orders. For networks that let neither WebSocket nor server-sent events through.
 */
export const pollingLine: OpenLine = ({ rest }, listeners): Line => {
  const life = new AbortController();
  const { signal } = life;
  const ask = async (answered: () => void) => {
    const sign = await askRest(rest, signal);
    if (signal.aborted) return;
    if (sign.answered) answered();
    else listeners.closed(sign.ending);
  };
  void ask(listeners.opened);
  return {
    acknowledge: (id) => void rest.acknowledge(id),
    probe: () => void ask(listeners.proven),
    end: () => life.abort(),
  };
};
