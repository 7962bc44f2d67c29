import { join } from 'node:path';
import { finishErasing } from './finish-erasing.ts';
import { finishRestore, type RestoreWords } from './finish-restore.ts';
import { sweepStaged } from './our-files.ts';
import { forgetPending, readPending } from './pending.ts';

/** What was done before this start. `left`: what could not be erased. */
export type Finished =
  | { what: 'nothing' }
  | { what: 'restored'; createdAt: string; kept: string }
  | { what: 'erased'; left: string[] };

/** Does what the person decided in the run before. Called once, before anything in the data folder is opened. */
export function finishPending(dataFolder: string, words: RestoreWords, now: number): Finished {
  const pending = readPending(dataFolder);
  switch (pending?.what) {
    case 'erase':
      return { what: 'erased', left: finishErasing(dataFolder) };
    case 'restore':
      finishRestore(dataFolder, pending, words, now);
      forgetPending(dataFolder);
      sweepStaged(dataFolder);
      return { what: 'restored', createdAt: pending.createdAt, kept: join(dataFolder, pending.kept) };
    default:
      forgetPending(dataFolder);
      sweepStaged(dataFolder);
      return { what: 'nothing' };
  }
}
