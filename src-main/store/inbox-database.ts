import { join } from 'node:path';
import type { Clock } from '#main/time/clock';
import type { Warning, Warnings } from '#main/warnings';
import { words } from '#shared/words/words';
import { AccountData } from './account-data.ts';
import type { Database } from './database.ts';
import { DatabaseFile } from './database-file.ts';
import { DecisionLog } from './decision-log.ts';
import { DraftStore } from './draft-store.ts';
import { MarkStore } from './marks/mark-store.ts';
import { MissedStore } from './marks/missed-store.ts';
import { NotificationQueries } from './notification-queries.ts';
import { NotificationStore } from './notification-store.ts';
import { PastDecisions } from './past-decisions.ts';
import { rescueHistory, type SavedItem } from './rescue-history.ts';
import { inboxSteps } from './schema.ts';
import { type IndexKeeper, keepIndex } from './search/keep-index.ts';
import { searchAnew } from './search/search-schema.ts';
import { type DiskTrouble, troubleWords } from './sqlite-faults.ts';

export type InboxDatabase = {
  database: Database;
  notifications: NotificationStore;
  queries: NotificationQueries;
  past: PastDecisions;
  drafts: DraftStore;
  marks: MarkStore;
  missed: MissedStore;
  accountData: AccountData;
  decisions: DecisionLog;
  close: () => void;
};

export type InboxDatabasePorts = {
  dataFolder: string;
  clock: Clock;
  warnings: Warnings;
  /** What is stored is no longer what it was: everything shown is to be read anew, and the servers are to be asked again. */
  onBegunAnew: () => void;
};

/** Reading more than this through would be felt at the start. */
const checkedUpToBytes = 16 * 1024 * 1024;
const kind = { synchronous: 'NORMAL', steps: inboxSteps, checkedUpToBytes, indexAnew: searchAnew } as const;

/** Opens `inbox.db`: what was asked, how it ended, and what is typed so far. Damage at any time is healed (guarantees.md R18). */
export function openInboxDatabase({ dataFolder, clock, warnings, onBegunAnew }: InboxDatabasePorts): InboxDatabase {
  let stopRescue = () => {};
  let search: IndexKeeper | undefined;
  const rescue = (database: Database, kept: string) => {
    stopRescue();
    let turns = 0;
    const log = new DecisionLog(database, () => clock.now());
    log.begunAnew(kept);
    const onSaved = ({ account, id }: SavedItem) => log.record(account, id, { late: true });
    stopRescue = rescueHistory({ kept, kind, database, clock, onSaved }, ({ saved, isDone }) => {
      turns += 1;
      warnings.report(historyDamaged(kept, saved, isDone));
      search?.changed();
      if (turns === 1 || isDone) onBegunAnew();
    });
  };
  const database = new DatabaseFile({
    path: join(dataFolder, 'inbox.db'),
    kind,
    now: () => clock.now(),
    onBegunAnew: rescue,
    onTrouble: (trouble) => reportTrouble(warnings, trouble),
  });
  const index = keepIndex({ database, clock });
  search = index;
  const decisions = new DecisionLog(database, () => clock.now());
  return {
    database,
    notifications: new NotificationStore(database, { log: decisions, onChanged: index.changed }),
    queries: new NotificationQueries(database),
    past: new PastDecisions(database),
    drafts: new DraftStore(database),
    marks: new MarkStore(database),
    missed: new MissedStore(database),
    accountData: new AccountData(database, decisions),
    decisions,
    close: () => {
      stopRescue();
      index.stop();
      database.close();
    },
  };
}

function historyDamaged(kept: string, saved: number, isDone: boolean): Warning {
  return {
    id: 'history-damaged',
    say: () => ({ message: words.storage.historyDamaged(saved, isDone), hint: words.storage.damagedKept(kept) }),
  };
}

function reportTrouble(warnings: Warnings, trouble: DiskTrouble | undefined): void {
  if (trouble === undefined) warnings.clear('history-unwritable');
  else {
    warnings.report({
      id: 'history-unwritable',
      say: () => ({
        message: words.storage.nothingStored(troubleWords(trouble)),
        hint: words.storage.nothingStoredHint,
      }),
    });
  }
}
