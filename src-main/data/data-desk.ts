import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AskWhere } from '#main/evidence/save-attachment';
import { type Logger, reasonOf } from '#main/logging/logger';
import type { Clock } from '#main/time/clock';
import type { DataState, DataWork } from '#shared/data/data-work';
import { isRunning } from '#shared/data/data-work';
import { type AppError, fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';
import { backUp } from './back-up.ts';
import { keptPrefix } from './our-files.ts';
import { decideOn, type Pending } from './pending.ts';
import { type BackupFault, readBackup, type StagedBackup } from './read-backup.ts';

export type DataDeskPorts = {
  dataFolder: string;
  clock: Clock;
  /** The version of the app. */
  app: string;
  askWhere: AskWhere;
  /** Asks which file; undefined when the person thought better of it. */
  askWhich: () => Promise<string | undefined>;
  /** How many answers have not reached their server. */
  inFlight: () => number;
  /** Takes the app out of what it arranged in the system. */
  leaveDesktop: () => void;
  /** Ends the app, so that the next start does what was decided. */
  startAgain: (then: Pending['what']) => void;
  log: Logger;
};

/** What can be done with everything that is stored: backed up, restored, erased. One thing at a time. */
export class DataDesk {
  readonly #ports: DataDeskPorts;
  #work: DataWork = { at: 'idle' };
  #staged: StagedBackup | undefined;
  #abort = new AbortController();
  #isAsking = false;

  constructor(ports: DataDeskPorts) {
    this.#ports = ports;
  }

  view(): DataState {
    return { work: this.#work, inFlight: this.#ports.inFlight() };
  }

  /** Asks where to, then begins; how it goes on is in the view. */
  async backUp(): Promise<Result<DataState>> {
    const { clock, askWhere, dataFolder, app } = this.#ports;
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    return this.#after(askWhere(words.data.fileName(day)), (path) =>
      this.#run('back-up', 'backing-up', async (signal, onStep) => {
        const { bytes, summary } = await backUp({ dataFolder, path, app, now: clock.now(), signal, onStep });
        return { at: 'backed-up', path, bytes, summary };
      }),
    );
  }

  /** Asks for a file, then begins to read it through. */
  async check(): Promise<Result<DataState>> {
    const { dataFolder } = this.#ports;
    return this.#after(this.#ports.askWhich(), (path) =>
      this.#run('restore', 'checking', async (signal, onStep) => {
        onStep(0, statSync(path).size);
        const read = await readBackup({ dataFolder, path, signal, onStep });
        if (!read.ok) return { at: 'failed', doing: 'restore', error: errorOf(read.error) };
        this.#staged = read.value;
        return { at: 'checked', summary: read.value.summary };
      }),
    );
  }

  /** Ends what runs, or lets go of what was found. */
  async cancel(): Promise<void> {
    this.#abort.abort();
    if (this.#work.at === 'leaving') return;
    this.#work = { at: 'idle' };
    await this.#dropStaged();
  }

  /** Puts the checked backup in the place of the present data, at the start that follows at once. */
  restore(): Result<undefined> {
    const { clock } = this.#ports;
    if (this.#work.at !== 'checked' || !this.#staged) return fail(nothingChecked());
    const { staged, summary } = this.#staged;
    const kept = `${keptPrefix}${new Date(clock.now()).toISOString().replaceAll(/[:.]/g, '-')}`;
    return this.#leave({ what: 'restore', staged, kept, createdAt: summary.createdAt });
  }

  /** Erases everything once the app has ended. What the app arranged in the system goes first. */
  erase(): Result<undefined> {
    if (this.#isBusy()) return fail(busy());
    const left = this.#leave({ what: 'erase' });
    if (left.ok) this.#ports.leaveDesktop();
    return left;
  }

  async #after(asked: Promise<string | undefined>, begin: (path: string) => void): Promise<Result<DataState>> {
    if (this.#isAsking || this.#isBusy()) return fail(busy());
    this.#isAsking = true;
    try {
      const path = await asked;
      if (path === undefined) return ok(this.view());
      await this.#dropStaged();
      begin(path);
      return ok(this.view());
    } finally {
      this.#isAsking = false;
    }
  }

  #isBusy(): boolean {
    return isRunning(this.#work) || this.#work.at === 'leaving';
  }

  #run(
    doing: 'back-up' | 'restore',
    at: 'backing-up' | 'checking',
    job: (signal: AbortSignal, onStep: (done: number, total: number) => void) => Promise<DataWork>,
  ): void {
    const { log } = this.#ports;
    const abort = new AbortController();
    this.#abort = abort;
    this.#work = { at, done: 0, total: 0 };
    const onStep = (done: number, total: number) => {
      if (!abort.signal.aborted) this.#work = { at, done, total };
    };
    void job(abort.signal, onStep).then(
      (work) => {
        if (abort.signal.aborted) void this.#dropStaged();
        else this.#work = work;
      },
      (thrown) => {
        if (abort.signal.aborted) return;
        log.warn('work with the data failed', { doing, reason: reasonOf(thrown) });
        this.#work = { at: 'failed', doing, error: errorOfThrown(doing, thrown) };
      },
    );
  }

  #leave(pending: Pending): Result<undefined> {
    const doing = pending.what;
    try {
      decideOn(this.#ports.dataFolder, pending);
    } catch (thrown) {
      const error = doing === 'erase' ? notErased(thrown) : errorOfThrown('restore', thrown);
      this.#work = { at: 'failed', doing, error };
      return fail(error);
    }
    this.#staged = undefined;
    this.#work = { at: 'leaving', doing };
    this.#ports.startAgain(doing);
    return ok(undefined);
  }

  async #dropStaged(): Promise<void> {
    const dropped = this.#staged;
    this.#staged = undefined;
    if (dropped) await rm(join(this.#ports.dataFolder, dropped.staged), { recursive: true, force: true });
  }
}

const busy = (): AppError => ({ code: 'data/busy', message: words.data.busy, retryable: true });
const nothingChecked = (): AppError => ({ code: 'data/not-restored', message: words.data.nothingChecked });
const notErased = (thrown: unknown): AppError => ({
  code: 'data/not-erased',
  message: words.data.notErased(reasonOf(thrown)),
  retryable: true,
});

function errorOfThrown(doing: 'back-up' | 'restore', thrown: unknown): AppError {
  const why = reasonOf(thrown);
  return doing === 'back-up'
    ? {
        code: 'data/not-backed-up',
        message: words.data.notBackedUp(why),
        hint: words.data.notBackedUpHint,
        retryable: true,
      }
    : errorOf({ fault: 'disk', why });
}

function errorOf(fault: BackupFault): AppError {
  const { faults, faultHints, noRoom, noRoomHint } = words.data;
  return fault.fault === 'disk'
    ? { code: 'data/not-restored', message: noRoom(fault.why), hint: noRoomHint, retryable: true }
    : { code: `data/${fault.fault}-backup`, message: faults[fault.fault], hint: faultHints[fault.fault] };
}
