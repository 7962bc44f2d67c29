import { contentOf } from '#main/inbox/content';
import { type InboxDatabase, openInboxDatabase } from '#main/store/inbox-database';
import { SearchIndex } from '#main/store/search/search-index';
import { systemClock } from '#main/time/clock';
import { Warnings } from '#main/warnings';
import { AccountId } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import { Notification } from '#shared/protocol/notification';

export const account = AccountId.parse('local');
const openItems = 200;
const perCommit = 2_000;
const start = Date.parse('2024-01-01T00:00:00Z');

export function openInbox(dataFolder: string): InboxDatabase {
  return openInboxDatabase({ dataFolder, clock: systemClock, warnings: new Warnings(() => {}), onBegunAnew: () => {} });
}

/** Writes a history of `size` items and 200 open ones, through the store as the app does. Returns the ms it took. */
export function fillInbox(dataFolder: string, size: number): number {
  const inbox = openInbox(dataFolder);
  const before = performance.now();
  for (let from = 0; from < size + openItems; from += perCommit) {
    inbox.notifications.together(() => {
      for (let n = from; n < Math.min(from + perCommit, size + openItems); n++) writeOne(inbox, n, n >= size);
    });
  }
  const took = performance.now() - before;
  inbox.close();
  return took;
}

/** Brings everything into the index of search, as the app has done some time after it was stored. */
export function indexAll(dataFolder: string): void {
  const inbox = openInbox(dataFolder);
  const index = new SearchIndex(inbox.database);
  while (index.isBehind) index.catchUp(500);
  inbox.close();
}

function writeOne({ notifications }: InboxDatabase, n: number, isOpen: boolean): void {
  const at = start + n * 60_000;
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const raw = {
    id,
    version: '1.0',
    timestamp: new Date(at).toISOString(),
    service: { id: `bot-${n % 40}`, name: `Bot ${n % 40}` },
    context: {
      title: `Ship build ${n} to the storefront?`,
      description: `All ${n % 300} checks are green. The change touches the checkout and was reviewed by two people.`,
      project: `project-${n % 12}`,
      metadata: { build: n, branch: `release/${n % 97}` },
    },
    actions: [{ id: 'ship', label: 'Ship it', response_type: 'simple' }],
    status: isOpen ? 'delivered' : 'expired',
  };
  const state = { status: isOpen ? ('delivered' as const) : ('expired' as const), at: at + 30_000 };
  notifications.insert(account, NotificationId.parse(id), contentOf(raw, Notification.parse(raw), at), state, at);
}

/** What the start asks of the store before the first rows can be painted: opening, order, counts, services, 50 rows. */
export function firstScreen(dataFolder: string): number {
  const before = performance.now();
  const { queries, close } = openInbox(dataFolder);
  const now = Date.now();
  const { keys } = queries.openOrder({ accounts: [account], search: '', limit: undefined }, now);
  queries.counts([account], now);
  queries.services([account]);
  const rows = keys.slice(0, 50).map((key) => queries.row(key));
  const took = performance.now() - before;
  if (rows.filter(Boolean).length !== 50) throw new Error('The first screen has no fifty rows.');
  close();
  return took;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
