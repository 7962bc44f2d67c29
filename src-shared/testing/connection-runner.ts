import { expect } from 'vitest';
import {
  type Connection,
  type ConnectionEffect,
  type ConnectionEvent,
  type Ending,
  stepConnection,
  stopped,
  type Transport,
} from '../connection/connection.ts';
import { isUp } from '../connection/state.ts';

/** A runner that does what it is told and keeps the books: the open lines, the alarm, every number ever opened. */
export class ConnectionRunner {
  state: Connection = stopped;
  now = 1_000_000;
  live = new Set<number>();
  everOpened: { socket: number; transport: Transport }[] = [];
  alarm: number | undefined;
  effects: ConnectionEffect[] = [];

  feed(event: ConnectionEvent): void {
    // A line whose end was reported is gone, whoever closed it.
    if (event.type === 'closed') this.live.delete(event.socket);
    // A timer that rang is no timer any more.
    if (event.type === 'alarm') this.alarm = undefined;
    const [next, ...effects] = stepConnection(this.state, event);
    this.state = next;
    this.effects = effects;
    for (const effect of effects) this.#run(effect);
  }

  get newest(): number {
    return this.everOpened.at(-1)?.socket ?? 0;
  }

  /** The line in use or being opened, and the one on trial. */
  get believed(): number[] {
    const { state } = this;
    if (state.at === 'opening') return [state.socket];
    return isUp(state) ? [state.socket, ...(state.trial ? [state.trial.socket] : [])] : [];
  }

  start(): this {
    this.feed({ type: 'started', now: this.now });
    return this;
  }

  /** Lets so much time pass, the alarm ringing on time. `jitter`: the dice of each. */
  pass(ms: number, jitter = 1): void {
    const end = this.now + ms;
    while (this.alarm !== undefined && this.alarm <= end) {
      this.now = Math.max(this.now, this.alarm);
      this.feed({ type: 'alarm', now: this.now, jitter });
    }
    this.now = end;
  }

  opened(socket = this.newest): void {
    this.feed({ type: 'opened', socket, now: this.now });
  }

  heard(socket = this.newest): void {
    this.feed({ type: 'heard', socket, now: this.now });
  }

  caughtUp(socket = this.state.socket, reads = 1): void {
    this.feed({ type: 'caught-up', socket, now: this.now, reads });
  }

  closed(ending: Partial<Ending> & { jitter?: number; socket?: number } = {}): void {
    const { socket = this.newest, jitter = 1 } = ending;
    this.feed({ verdict: 'retry', why: 'test', ...ending, type: 'closed', socket, now: this.now, jitter });
  }

  asked(answered: boolean, socket = this.state.socket): void {
    this.feed({ type: 'asked', socket, now: this.now, answered });
  }

  #run(effect: ConnectionEffect): void {
    switch (effect.do) {
      case 'open':
        this.live.add(effect.socket);
        this.everOpened.push({ socket: effect.socket, transport: effect.transport });
        return;
      case 'close':
        expect(this.live.delete(effect.socket), 'only what is open is closed').toBe(true);
        return;
      case 'alarm':
        this.alarm = effect.at;
        return;
      case 'no-alarm':
        this.alarm = undefined;
        return;
      case 'catch-up':
      case 'probe':
        expect(this.live.has(effect.socket)).toBe(true);
        return;
      case 'ask':
        return;
    }
  }
}

/** A runner whose line of this kind is open, has been heard of and has caught up. */
export function liveRunner(transport: Transport = 'websocket'): ConnectionRunner {
  const runner = new ConnectionRunner().start();
  for (let tries = 0; tries < 5 && runner.everOpened.at(-1)?.transport !== transport; tries++) {
    runner.closed({ answered: true });
    runner.asked(true);
  }
  runner.opened();
  runner.heard();
  runner.caughtUp();
  expect(runner.state).toMatchObject({ at: 'live', transport });
  return runner;
}
