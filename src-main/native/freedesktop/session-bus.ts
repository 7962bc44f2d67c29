/** A method call on the session bus. `signature` and `body` as the D-Bus specification writes them. */
export type BusCall = {
  destination: string;
  path: string;
  interface: string;
  member: string;
  signature?: string;
  body?: readonly unknown[];
};

/** A signal as it came: nothing in it has been checked but the sender, which the bus itself writes. */
export type BusSignal = { sender: string; path: string; interface: string; member: string; body: unknown };

/** A value that carries its own type, as hints do. */
export class BusVariant {
  constructor(
    readonly signature: string,
    readonly value: unknown,
  ) {}
}

/** A call was refused by its receiver or by the bus. */
export class BusError extends Error {
  constructor(
    readonly errorName: string,
    message: string,
  ) {
    super(message);
  }
}

/** One connection to a session bus, in the few words we need. */
export interface SessionBus {
  /** Resolves with what came back; rejects with a `BusError` when refused, with another error when the bus is gone. */
  call(call: BusCall): Promise<unknown>;
  onSignal(listener: (signal: BusSignal) => void): void;
  /** The connection broke. It is not used after this. */
  onLost(listener: (why: string) => void): void;
  close(): void;
}

/** Connects to the bus of this session; rejects when there is none, or when the signal ends the attempt. */
export type ConnectBus = (signal: AbortSignal) => Promise<SessionBus>;
