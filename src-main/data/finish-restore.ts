import { join } from 'node:path';
import { type Logger, reasonOf } from '#main/logging/logger';
import type { Warnings } from '#main/warnings';
import { momentWords } from '#shared/words/dates';
import { words } from '#shared/words/words';
import { sweepStaged } from './our-files.ts';
import { forgetPending, readPending } from './pending.ts';
import { prepareRestore, replaceAll } from './take-place.ts';

export type FinishRestorePorts = { dataFolder: string; now: number; warnings: Warnings; log: Logger };

/**
 * Does what the person decided in the run before; without that, takes away what was left of work that never came to it.
 * Called once, before anything in the data folder is opened. Where it cannot even begin, everything stays as it was and
 * the person is told; once it has begun it is finished, at this start or at a later one.
 */
export function finishDecidedRestore({ dataFolder, now, warnings, log }: FinishRestorePorts): void {
  const pending = readPending(dataFolder);
  if (pending?.what === 'restore') {
    try {
      prepareRestore(dataFolder, pending, words.data.confirmAgain, now);
    } catch (thrown) {
      log.error('a backup was not restored', { reason: reasonOf(thrown) });
      const say = () => ({ message: words.data.notRestored, hint: words.data.notRestoredHint });
      warnings.report({ id: 'not-restored', say });
      end(dataFolder);
      return;
    }
    replaceAll(dataFolder, pending);
    const { createdAt, kept } = pending;
    warnings.report({
      id: 'restored',
      say: () => ({
        message: words.data.restored(momentWords(Date.parse(createdAt))),
        hint: words.data.restoredHint(join(dataFolder, kept)),
      }),
    });
  }
  end(dataFolder);
}

function end(dataFolder: string): void {
  forgetPending(dataFolder);
  sweepStaged(dataFolder);
}
