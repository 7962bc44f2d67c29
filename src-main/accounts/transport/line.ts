import type { Ending } from '#shared/connection/state';
import type { NotificationId } from '#shared/protocol/ids';
import type { Frame } from '../frames.ts';
import type { RestClient } from '../rest-client.ts';

/** What a line tells. After its end no listener is called any more. */
export type LineListeners = {
  opened: () => void;
  /** A message came in. */
  frame: (frame: Frame) => void;
  /** Something came in that is no message. */
  alive: () => void;
  /** The server answered over REST; of the line itself that says nothing. */
  proven: () => void;
  closed: (ending: Ending) => void;
};

/** The stream of an account, whatever carries it. */
export interface Line {
  /** The person has seen an item. Not answered: an `error` frame or a refusal changes nothing here. */
  acknowledge(id: NotificationId): void;
  /** Asks for a sign of life, which comes as `alive` or `proven`. */
  probe(): void;
  /** Ends it at once. */
  end(): void;
}

/** Where a line leads: the base URL and the token, and the REST side of the same server. */
export type LineEnd = { url: string; token: string; rest: RestClient };

export type OpenLine = (to: LineEnd, listeners: LineListeners) => Line;

/** The address of a stream (sections 6.1 and 7): no token in it. */
export function streamUrl(base: string, path: 'stream' | 'events'): string {
  return `${base.replace(/\/+$/, '')}/api/v1/client/${path}?version=1.0`;
}
