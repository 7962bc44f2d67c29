import { contentOf } from '#main/inbox/content';
import type { InboxDatabase } from '#main/store/inbox-database';
import { NotificationId } from '#shared/protocol/ids';
import { Notification } from '#shared/protocol/notification';
import { account, indexAll, openInbox } from './large-history.ts';

const perCommit = 2_000;
const start = Date.parse('2024-01-01T00:00:00Z');
const words =
  `checkout invoice refund ledger payment gateway cluster replica failover latency budget quota tenant billing
  migration schema rollback canary feature toggle release storefront customer export import archive retention contract
  vendor supplier warehouse shipment carrier customs duty tariff region frankfurt dublin tokyo mumbai sydney oregon
  certificate renewal secret rotation token scope audit finding severity patch kernel container image registry`
    .split(/\s+/)
    .filter(Boolean);

/** Every word of what is written here, each with its share: a few everywhere, most in few. */
function wordAt(n: number, k: number): string {
  const mixed = Math.imul(n * 31 + k * 17 + 7, 2_654_435_761) >>> 0;
  const place = Math.floor((mixed / 2 ** 32) ** 2 * words.length);
  return words[place] ?? 'release';
}

/** Writes so many (a tenth of them open, or none) through the store as the app does, and indexes all of it. */
export function fillForSearch(
  dataFolder: string,
  size: number,
  areSomeOpen = true,
): { wroteMs: number; indexedMs: number } {
  const inbox = openInbox(dataFolder);
  const began = performance.now();
  for (let from = 0; from < size; from += perCommit) {
    inbox.notifications.together(() => {
      for (let n = from; n < Math.min(from + perCommit, size); n++) writeOne(inbox, n, areSomeOpen && n % 10 === 0);
    });
  }
  const wrote = performance.now();
  inbox.close();
  indexAll(dataFolder);
  const indexed = performance.now();
  return { wroteMs: wrote - began, indexedMs: indexed - wrote };
}

function writeOne({ notifications }: InboxDatabase, n: number, isOpen: boolean): void {
  const at = start + n * 60_000;
  const id = NotificationId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
  const prose = Array.from({ length: 60 }, (_, k) => wordAt(n, k)).join(' ');
  const raw = {
    id,
    version: '1.0',
    timestamp: new Date(at).toISOString(),
    service: { id: `bot-${n % 40}`, name: `${wordAt(n % 40, 0)} bot ${n % 40}` },
    context: {
      title: `Ship build ${n} of ${wordAt(n, 99)} to ${wordAt(n, 98)}?`,
      description: `All ${n % 300} checks are green. ${prose}`,
      project: `project-${n % 12}`,
      metadata: { build: n, branch: `release/${n % 97}`, commit: (Math.imul(n, 2_654_435_761) >>> 0).toString(16) },
    },
    actions: [{ id: 'ship', label: 'Ship it', response_type: n % 3 === 0 ? 'text' : 'simple' }],
    status: isOpen ? 'delivered' : 'expired',
  };
  const isAnswered = !isOpen && n % 2 === 0;
  const status = isOpen ? ('delivered' as const) : isAnswered ? ('completed' as const) : ('expired' as const);
  notifications.insert(account, id, contentOf(raw, Notification.parse(raw), at), { status, at: at + 30_000 }, at);
  if (isAnswered) {
    notifications.setAnswer(account, id, {
      response: undefined,
      words: `Ship it: ${wordAt(n, 50)}`,
      byMe: n % 4 === 0,
    });
  }
}

/** What somebody types, key by key, and then narrows. */
export const typed: readonly string[] = [
  ...prefixes('release'),
  ...prefixes('frankfurt canary'),
  ...prefixes('build 4711'),
  ...prefixes('"checks are green"'),
  ...prefixes('refund status:answered answered:me'),
  'service:"bot 7" ledger',
  'project:project-3',
  'type:text tokyo -canary',
  'status:expired before:2024-02',
  'after:2024-02 on:2024-03-01 ship',
  '-release',
  'nothingofthatkind',
];

function prefixes(text: string): string[] {
  return Array.from(text, (_, index) => text.slice(0, index + 1)).filter((one) => !one.endsWith(' '));
}
