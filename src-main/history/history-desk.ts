import type { Engine } from '#main/engine';
import type { AskWhere } from '#main/evidence/save-attachment';
import { type Logger, reasonOf } from '#main/logging/logger';
import type { Clock } from '#main/time/clock';
import type { ExportFormat } from '#shared/history/export-row';
import type { HistoryFilter, Verification } from '#shared/history/verdict';
import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';
import { exportHistory } from './export-history.ts';
import { inTurns } from './in-turns.ts';
import { recordLate } from './record-late.ts';
import { verifyHistory } from './verify-history.ts';

/** Not while the app starts. */
const lateAfterMs = 20_000;

export type HistoryDeskPorts = {
  engine: Pick<Engine, 'store' | 'inbox' | 'outbox'>;
  clock: Clock;
  askWhere: AskWhere;
  log: Logger;
};

/** What can be done with the history as a whole: verified and exported. */
export class HistoryDesk {
  readonly #ports: HistoryDeskPorts;
  #verification: Verification = { at: 'idle' };
  #stopVerifying = () => {};
  #stopLate = () => {};

  constructor(ports: HistoryDeskPorts) {
    this.#ports = ports;
  }

  /** What ended before the log began is recorded, once the app has started. */
  start(): void {
    const { clock, engine, log } = this.#ports;
    this.#stopLate = clock.after(lateAfterMs, () => {
      const { done, stop } = inTurns(clock, recordLate(engine.store));
      this.#stopLate = stop;
      done.catch((thrown) => log.warn('earlier decisions were not recorded yet', { reason: reasonOf(thrown) }));
    });
  }

  stop(): void {
    this.#stopLate();
    this.#stopVerifying();
  }

  verification(): Verification {
    return this.#verification;
  }

  /** Begins, unless one runs. */
  verify(): Verification {
    if (this.#verification.at !== 'running') this.#begin();
    return this.#verification;
  }

  stopVerifying(): void {
    this.#stopVerifying();
  }

  async export(
    format: ExportFormat,
    filter: HistoryFilter | undefined,
  ): Promise<Result<{ decisions: number | undefined }>> {
    const { engine, clock, askWhere } = this.#ports;
    const path = await askWhere(`triage-history-${new Date(clock.now()).toISOString().slice(0, 10)}.${format}`);
    if (path === undefined) return ok({ decisions: undefined });
    const isAll = filter === undefined || filter.search.trim() === '';
    const only = isAll ? undefined : new Set(engine.inbox.order({ view: 'history', ...filter }).keys);
    try {
      await inTurns(clock, recordLate(engine.store)).done;
      const answerTo = (key: Parameters<typeof engine.outbox.find>[0]) => engine.outbox.find(key);
      const { decisions } = await exportHistory(engine.store.database, answerTo, { path, format, only });
      return ok({ decisions });
    } catch (thrown) {
      const message = words.decisions.historyNotExported(reasonOf(thrown));
      return fail({ code: 'history/not-exported', message, retryable: true });
    }
  }

  #begin(): void {
    const { clock, engine, log } = this.#ports;
    this.#verification = { at: 'running', done: 0, total: 0 };
    const { done, stop } = inTurns(clock, this.#watched(verifyHistory(engine.store)));
    this.#stopVerifying = stop;
    done.then(
      (verdict) => {
        this.#verification = verdict ? { at: 'done', verdict } : { at: 'idle' };
      },
      (thrown) => {
        log.error('the history could not be verified', { reason: reasonOf(thrown) });
        this.#verification = { at: 'failed', why: reasonOf(thrown) };
      },
    );
  }

  *#watched(steps: ReturnType<typeof verifyHistory>): ReturnType<typeof verifyHistory> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      this.#verification = { at: 'running', ...step.value };
      yield step.value;
    }
  }
}
