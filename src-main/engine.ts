import type { Noticed } from '#main/accounts/account';
import { Accounts } from '#main/accounts/accounts';
import type { Fetch } from '#main/accounts/rest-client';
import type { OpenStream } from '#main/accounts/stream-socket';
import { submitAnswer } from '#main/accounts/submit-answer';
import { lockDataFolder } from '#main/files/folder-lock';
import { givenHere } from '#main/history/given-here';
import { type Attention, Away } from '#main/inbox/away';
import { ChangeFeed } from '#main/inbox/change-feed';
import { Inbox } from '#main/inbox/inbox';
import { Intake } from '#main/inbox/intake';
import { ItemMarks } from '#main/inbox/item-marks';
import { Snoozes } from '#main/inbox/snoozes';
import type { Logger } from '#main/logging/logger';
import { KeptAnswers } from '#main/outbox/kept-answers';
import { Outbox } from '#main/outbox/outbox';
import type { OutboxEntry } from '#main/outbox/outbox-entry';
import { OutboxStore } from '#main/outbox/outbox-store';
import { type InboxDatabase, openInboxDatabase } from '#main/store/inbox-database';
import { keepHistoryShort } from '#main/store/retention';
import type { AccountNames } from '#main/store/search/facet-values';
import { StorageTrouble } from '#main/store/storage-trouble';
import type { Clock } from '#main/time/clock';
import type { Warnings } from '#main/warnings';
import { type AccountId, type ItemKey, partsOf } from '#shared/inbox/item-key';
import { isOpen, mergeState } from '#shared/protocol/lifecycle';
import { words } from '#shared/words/words';

export type EnginePorts = {
  dataFolder: string;
  clock: Clock;
  random: () => number;
  newId: () => string;
  fetch: Fetch;
  openStream: OpenStream;
  takeBackMs: () => number;
  /** For how many days History is kept; null is for ever. */
  historyDays?: () => number | null;
  timeWords: (ms: number) => string;
  /** What the person calls an account. */
  accountName?: AccountNames;
  warnings: Warnings;
  log: Logger;
  /** An open item that was not known before, or is back from a snooze. */
  onArrived: (key: ItemKey) => void;
  /** An item that is over, or was snoozed. */
  onClosed: (key: ItemKey) => void;
  /** Whether somebody is before the app; nobody when left out. */
  attention?: () => Attention;
  /** Connections, counts or clock offsets changed. */
  onChanged: () => void;
};

export type Engine = {
  accounts: Accounts;
  inbox: Inbox;
  marks: ItemMarks;
  away: Away;
  outbox: Outbox;
  feed: ChangeFeed;
  store: InboxDatabase;
  /** The machine woke, the network came or went, or the person wants it tried now: looks at what is due. */
  noticed: (what: Noticed) => void;
  /** Sends what is held, for at most this long, then closes everything. */
  stop: (graceMs: number) => Promise<void>;
};

/**
 * Everything that receives questions and sends answers, without a window: stores, accounts, outbox and inbox, put
 * together. Runs in plain Node as well as in Electron's main process.
 */
export function createEngine(ports: EnginePorts): Engine {
  const { dataFolder, clock, random, newId, fetch, openStream, takeBackMs, timeWords, warnings, log } = ports;
  const historyDays = ports.historyDays ?? (() => null);
  const unlock = lockDataFolder(dataFolder);
  const feed = new ChangeFeed(clock);
  const storage = new StorageTrouble(warnings);
  const store = openInboxDatabase({
    dataFolder,
    clock,
    warnings,
    onBegunAnew: () => {
      feed.allChanged();
      // Not from within the statement that met the damage.
      clock.at(clock.now(), () => accounts.cut(words.faults.readAnew));
    },
  });
  const outboxStore = OutboxStore.open({
    dataFolder,
    now: () => clock.now(),
    onWarning: (warning) => warnings.report(warning),
    onWritable: () => warnings.clear('outbox-unwritable'),
  });
  const accounts = new Accounts(() => ({ clock, random, fetch, openStream, sink: intake, log }));
  const serverNow = (account: AccountId) => accounts.get(account)?.serverNow() ?? clock.now();

  let keptAnswers: KeptAnswers | undefined;
  const outbox = new Outbox({
    store: outboxStore,
    clock,
    random,
    isOfThisRun: (account) => accounts.sendsTo(account),
    isItemOpen: (key) => isItemOpen(store, key),
    submit: async (entry) => {
      const account = accounts.get(entry.account);
      return account ? submitAnswer(entry, account) : { kind: 'unreachable', why: words.faults.notConnected };
    },
    onDisk: (trouble) => reportDisk(warnings, trouble),
    onMoved: (entry) => {
      keptAnswers?.moved();
      feed.changed(entry.key);
      ports.onChanged();
      if (entry.state.at === 'accepted') ports.onClosed(entry.key);
    },
    onAccepted: (entry) => recordAccepted(store, entry, serverNow(entry.account), clock.now()),
    log,
  });

  keptAnswers = new KeptAnswers(outbox, warnings, clock);

  const intake: Intake = new Intake({
    store,
    storage,
    clock,
    serverNow,
    timeWords,
    historyDays,
    onChanged: (key) => {
      feed.changed(key);
      ports.onChanged();
    },
    onArrived: ports.onArrived,
    onClosed: (key, state) => {
      outbox.itemClosed(key, state.status);
      ports.onClosed(key);
    },
    onClockOffset: () => {
      snoozes.run();
      ports.onChanged();
    },
    onConnection: (account, reachable) => {
      if (reachable) outbox.online(account);
      ports.onChanged();
    },
    log,
  });

  const inbox = new Inbox({
    store,
    outbox,
    feed,
    clock,
    newId,
    accounts: () => accounts.ids(),
    accountName: ports.accountName,
    serverNow,
    holdOf: (account) => accounts.holdOf(account),
    acknowledge: (account, id) => accounts.get(account)?.acknowledge(id),
    takeBackMs,
    timeWords,
  });

  const snoozes = new Snoozes({
    store,
    storage,
    clock,
    accounts: () => accounts.ids(),
    onReturned: (key) => {
      feed.changed(key);
      ports.onChanged();
      ports.onArrived(key);
    },
  });
  feed.onFlush(() => snoozes.run());
  clock.at(clock.now(), () => snoozes.run()); // once everything is put together
  const marks = new ItemMarks({
    ...{ store, outbox, feed, clock, snoozes },
    onChanged: ports.onChanged,
    onSnoozed: ports.onClosed,
    onUnsnoozed: ports.onArrived,
  });
  const attention = ports.attention ?? (() => ({ isFocused: false, idleMs: 0 }));
  const away = new Away({
    store,
    storage,
    clock,
    feed,
    accounts: () => accounts.ids(),
    attention,
    onChanged: ports.onChanged,
  });

  const stopRetention = keepHistoryShort({
    store,
    clock,
    historyDays,
    inFlight: () => outboxStore.inFlight().map(({ key }) => key),
    onRemoved: () => {
      feed.allChanged();
      ports.onChanged();
    },
    onRemovedItem: (key) => outboxStore.remove(key),
    log,
  });

  return {
    accounts,
    inbox,
    marks,
    away,
    outbox,
    feed,
    store,
    noticed: (what) => {
      outbox.run();
      snoozes.run();
      accounts.noticed(what);
    },
    stop: async (graceMs) => {
      await Promise.race([outbox.hurry(), waited(clock, graceMs)]);
      accounts.disconnect();
      stopRetention();
      snoozes.stop();
      outbox.close();
      store.close();
      unlock();
    },
  };
}

function isItemOpen(store: InboxDatabase, key: ItemKey): boolean {
  const { account, id } = partsOf(key);
  const known = store.notifications.find(account, id);
  return known !== undefined && isOpen(known.state.status);
}

/** The server has the answer: the item is closed here at once, and its input is needed no more. */
function recordAccepted(store: InboxDatabase, entry: OutboxEntry, serverNow: number, now: number): void {
  const { account, id } = partsOf(entry.key);
  store.notifications.together(() => {
    const known = store.notifications.find(account, id);
    if (!known) return;
    const next = mergeState(known.state, { status: 'responded', at: serverNow });
    if (next !== known.state) store.notifications.setState(account, id, next, now);
    const given = givenHere(entry, now);
    store.notifications.setAnswer(account, id, { response: undefined, words: entry.words, byMe: true, given });
    store.drafts.remove(entry.key);
  });
}

function reportDisk(warnings: Warnings, trouble: string | undefined): void {
  if (trouble === undefined) warnings.clear('disk');
  else {
    warnings.report({
      id: 'disk',
      say: () => ({
        message: words.storage.answersNotWritten(trouble),
        hint: words.storage.answersNotWrittenHint,
      }),
    });
  }
}

function waited(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.at(clock.now() + ms, resolve);
  });
}
