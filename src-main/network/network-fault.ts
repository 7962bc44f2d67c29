/** What went wrong before the server itself could say anything. */
export type FaultFacts =
  /** The first hop, a proxy or (without one) the server, took no connection. */
  | { kind: 'unconnected'; proxy: string | undefined }
  /** The proxy is there and lets nobody in without a name and a password. */
  | { kind: 'proxy-asks-who'; proxy: string }
  /** The proxy is there and does not connect us; with its HTTP status when it is one that speaks HTTP. */
  | { kind: 'proxy-refused'; proxy: string; httpStatus: number | undefined }
  /** The system could not say which proxy is meant. */
  | { kind: 'proxy-unknown' };

/** A fault on the way to a server. Its facts are for the program, and the words come from `whyUnreachable`. */
export class NetworkFault extends Error {
  readonly facts: FaultFacts;

  constructor(facts: FaultFacts, cause?: unknown) {
    super(facts.kind, { cause });
    this.name = 'NetworkFault';
    this.facts = facts;
  }
}

/** Whether the next route may be tried: nobody was there. A proxy that says no is obeyed, not walked around. */
export function mayTryNext(thrown: unknown): boolean {
  return thrown instanceof NetworkFault && thrown.facts.kind === 'unconnected';
}

/** A wait that was too long, with the code that Node gives to such a one. */
export function timedOut(): Error {
  return Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' });
}
