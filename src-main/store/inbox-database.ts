import { join } from 'node:path';
import type { Warning } from '#main/warnings';
import { AccountData } from './account-data.ts';
import { type Database, openDatabase } from './database.ts';
import { DraftStore } from './draft-store.ts';
import { NotificationQueries } from './notification-queries.ts';
import { NotificationStore } from './notification-store.ts';
import { inboxSteps } from './schema.ts';

export type InboxDatabase = {
  database: Database;
  notifications: NotificationStore;
  queries: NotificationQueries;
  drafts: DraftStore;
  accountData: AccountData;
  warning: Warning | undefined;
};

/** Reading more than this through would be felt at the start. */
const checkedUpToBytes = 16 * 1024 * 1024;

/** Opens `inbox.db`: what was asked, how it ended, and what is typed so far. */
export function openInboxDatabase(dataFolder: string, now: number): InboxDatabase {
  const kind = { synchronous: 'NORMAL', steps: inboxSteps, checkedUpToBytes } as const;
  const opened = openDatabase(join(dataFolder, 'inbox.db'), kind, now);
  const warning = opened.setAside && {
    id: 'history-damaged',
    message: 'The history on this machine was damaged. Open questions were read anew from the server.',
    hint: `The damaged file was kept as ${opened.setAside}.`,
  };
  return {
    database: opened.database,
    notifications: new NotificationStore(opened.database),
    queries: new NotificationQueries(opened.database),
    drafts: new DraftStore(opened.database),
    accountData: new AccountData(opened.database),
    warning: warning || undefined,
  };
}
