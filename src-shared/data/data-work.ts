import type { AppError } from '../result.ts';

/** What a backup holds, as it is said to the person. Times are ISO instants; counts are of questions and answers. */
export type BackupSummary = {
  createdAt: string;
  /** The version of the app that wrote it. */
  app: string;
  open: number;
  history: number;
  drafts: number;
  /** Answers that were on their way then: they come back to be confirmed, and are never sent by themselves. */
  waiting: number;
  accounts: number;
};

/** What is being done with everything that is stored, one thing at a time. `done` and `total` are bytes. */
export type DataWork =
  | { at: 'idle' }
  | { at: 'backing-up' | 'checking'; done: number; total: number }
  | { at: 'backed-up'; path: string; bytes: number; summary: BackupSummary }
  /** A backup was read through and is sound: it waits for the person's word. */
  | { at: 'checked'; summary: BackupSummary }
  | { at: 'failed'; doing: 'back-up' | 'restore' | 'erase'; error: AppError }
  /** The app ends, and what was asked for is done before it starts again. */
  | { at: 'leaving'; doing: 'restore' | 'erase' };

/** How the work stands, and how many answers have not reached their server. */
export type DataState = { work: DataWork; inFlight: number };

/** Whether the work goes on by itself, so that it is worth looking again. */
export function isRunning(work: DataWork): boolean {
  return work.at === 'backing-up' || work.at === 'checking';
}
