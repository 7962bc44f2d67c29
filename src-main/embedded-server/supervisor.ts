import type { Logger } from '#main/logging/logger';
import type { Clock } from '#main/time/clock';
import { FromEmbeddedServer } from '#shared/embedded/messages';
import type { LocalServerView } from '#shared/inbox/app-state';
import { unreachable } from '#shared/result';
import { words } from '#shared/words/words';
import { Heartbeat } from './heartbeat.ts';
import { planRestart } from './restart-plan.ts';
import type { ServerProcess, StartServerProcess } from './server-process.ts';

export type SupervisorPorts = {
  startProcess: StartServerProcess;
  clock: Clock;
  dataFolder: string;
  keyFile: string;
  userToken: string;
  adminToken: string;
  limits?: string | undefined;
  log: Logger;
  onChanged: (view: LocalServerView) => void;
};

/** Why it is down; what the server itself said is in its words. */
type Failure = 'localSilent' | 'localStopped' | { message: string };
type State =
  | Exclude<LocalServerView, { state: 'failed' }>
  | { state: 'failed'; failure: Failure; retryAt: number | undefined };

/** After this long without listening it counts as hanging when it does not answer, in ms. */
const startGraceMs = 30_000;

/** Keeps the embedded server running: starts it, hands it its tokens, starts it again when it ends, and says how it stands. */
export class Supervisor {
  readonly #ports: SupervisorPorts;
  #state: State = { state: 'starting' };
  #process: ServerProcess | undefined;
  #ends: readonly number[] = [];
  #cancelRestart = () => {};
  readonly #heartbeat: Heartbeat;
  #failure: Failure | undefined;
  #whenStopped: (() => void) | undefined;

  constructor(ports: SupervisorPorts) {
    this.#ports = ports;
    this.#heartbeat = new Heartbeat(ports.clock);
  }

  get view(): LocalServerView {
    if (this.#state.state !== 'failed') return this.#state;
    const { failure, retryAt } = this.#state;
    return { state: 'failed', message: typeof failure === 'string' ? words.desk[failure] : failure.message, retryAt };
  }

  start(): void {
    if (this.#process || this.#whenStopped) return;
    this.#cancelRestart();
    this.#failure = undefined;
    this.#show({ state: 'starting' });
    const running = this.#ports.startProcess();
    this.#process = running;
    running.onMessage((message) => this.#hear(running, message));
    running.onExit((code) => this.#ended(running, code));
    // Until it listens it may be busy with bringing its data up to date.
    this.#heartbeat.startIn(startGraceMs, {
      ping: () => running.send({ type: 'ping' }),
      hangs: () => {
        this.#failure = 'localSilent';
        this.#ports.log.error('the embedded server hangs');
        running.kill();
      },
    });
  }

  /** "Retry now": closes the breaker. */
  retry(): void {
    if (this.#state.state !== 'failed') return;
    this.#ends = [];
    this.start();
  }

  /** Lets the server finish and put its file away. Resolves when its process has ended, or after `graceMs`. */
  stop(graceMs: number): Promise<void> {
    this.#cancelRestart();
    this.#heartbeat.stop();
    const running = this.#process;
    if (!running) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = this.#ports.clock.at(this.#ports.clock.now() + graceMs, () => {
        running.kill();
        resolve();
      });
      this.#whenStopped = () => {
        cancel();
        resolve();
      };
      running.send({ type: 'stop' });
    });
  }

  /** "Local agents" has another key, which is shown as `maskedKey` from now on. */
  renewLocalKey(maskedKey: string): void {
    if (this.#state.state === 'listening') this.#show({ ...this.#state, maskedKey });
  }

  #hear(running: ServerProcess, raw: unknown): void {
    const parsed = FromEmbeddedServer.safeParse(raw);
    if (!parsed.success || running !== this.#process) return;
    const message = parsed.data;
    const { dataFolder: dataDir, userToken, adminToken, limits, keyFile } = this.#ports;
    switch (message.type) {
      case 'ready':
        running.send({ type: 'start', dataDir, userToken, adminToken, limits });
        break;
      case 'listening':
        this.#heartbeat.startNow();
        this.#show({ state: 'listening', url: message.url, keyFile, maskedKey: message.maskedKey });
        break;
      case 'failed':
        this.#failure = { message: message.message };
        running.kill();
        break;
      case 'pong':
        this.#heartbeat.heard();
        break;
      case 'stopped':
        break;
      default:
        unreachable(message);
    }
  }

  #ended(running: ServerProcess, code: number): void {
    if (running !== this.#process) return;
    this.#process = undefined;
    this.#heartbeat.stop();
    if (this.#whenStopped) {
      this.#whenStopped();
      return;
    }
    const { clock, log } = this.#ports;
    const { ends, restartAt } = planRestart(this.#ends, clock.now());
    this.#ends = ends;
    log.error('the embedded server ended', { code, restarts: ends.length });
    this.#show({ state: 'failed', failure: this.#failure ?? 'localStopped', retryAt: restartAt });
    this.#cancelRestart = clock.at(restartAt, () => this.start());
  }

  #show(state: State): void {
    this.#state = state;
    this.#ports.onChanged(this.view);
  }
}
