import type { ItemKey } from '#shared/inbox/item-key';
import { type Gate, openGate, roomOf } from '#shared/outbox/gate';

/** The answers of one account: which are due, in the order of their turn, how many are out, and whether its server takes any. */
export class Lane {
  readonly ready = new Set<ItemKey>();
  out = 0;
  gate: Gate = openGate;

  hasRoom(now: number): boolean {
    return this.out < roomOf(this.gate, now);
  }

  /** When the gate opens by itself, in ms; undefined when nobody waits for that, or no time opens it. */
  opensAt(now: number): number | undefined {
    const { gate, ready } = this;
    return ready.size > 0 && gate.at === 'trying' && gate.notBefore > now ? gate.notBefore : undefined;
  }
}
