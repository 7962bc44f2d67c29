import { type Clock, pause } from '#main/time/clock';
import type { AccountId } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import type { NotificationPage } from '#shared/protocol/response';
import { fail, ok } from '#shared/result';
import type { ItemSink } from './item-sink.ts';
import type { RestClient, RestFailure, RestResult } from './rest-client.ts';

export type CatchUpPorts = { account: AccountId; rest: RestClient; sink: ItemSink; clock: Clock; signal: AbortSignal };

export type CatchUpLimits = {
  /** What came here before this moment of this machine's clock, in ms, was complete then: no need to look behind it. */
  completeUpTo: number;
  /** No more single reads than this, others of them in each `round`. */
  mostSingles: number;
  round: number;
};

/** A server that asks for more patience than this gets it from the connection, where the wait can be seen, in ms. */
const mostPatienceMs = 20_000;
const patienceMs = 5_000;

/** So many pages of what is over are read at most: ten thousand questions of an outage (guarantees.md, R4). */
const mostEndedPages = 200;

/**
 * Reads what the stream cannot tell (section 6.3, "After connecting"): every open notification, page by page; then what
 * began and ended while we were away, back to what we know or no longer keep; then, one by one, what is unsettled here and was not in
 * those pages. Nothing is guessed. Ends early when the signal aborts. Returns how many reads it took.
 */
export async function catchUp(
  ports: CatchUpPorts,
  { completeUpTo, mostSingles, round }: CatchUpLimits,
): Promise<RestResult<number>> {
  const { account, sink } = ports;
  const open = await readPages(ports, 'open', () => false);
  if (!open.ok) return open;
  const { ids, isFiltered } = open.value;
  let { pages } = open.value;
  if (isFiltered) {
    const wasKnown = (raw: unknown) => {
      const id = idOf(raw);
      return id !== undefined && sink.knewBefore(account, id, completeUpTo);
    };
    const isEnough = (found: readonly unknown[], page: number) =>
      page >= mostEndedPages || found.some(wasKnown) || found.every((raw) => sink.isOutlived(account, raw));
    const ended = await readPages(ports, 'all', isEnough);
    if (!ended.ok) return ended;
    for (const id of ended.value.ids) ids.add(id);
    pages += ended.value.pages;
  }
  const missing = sink.unsettled(account).filter((id) => !ids.has(id));
  const singles = inTurn(missing, mostSingles, round);
  for (const id of singles) {
    const read = await readAgain(id, ports);
    if (!read.ok) return read;
  }
  return ok(pages + singles.length);
}

function inTurn<T>(all: readonly T[], most: number, round: number): T[] {
  if (all.length <= most) return [...all];
  const start = (round * most) % all.length;
  return [...all.slice(start), ...all.slice(0, start)].slice(0, most);
}

/** What the pages held, and whether the server was willing to list only what is open. */
type Listed = { ids: Set<NotificationId>; pages: number; isFiltered: boolean };

async function readPages(
  { account, rest, sink, clock, signal }: CatchUpPorts,
  which: 'open' | 'all',
  isEnough: (found: readonly unknown[], pages: number) => boolean,
): Promise<RestResult<Listed>> {
  const ids = new Set<NotificationId>();
  const seen = new Set<string>();
  let cursor: string | undefined;
  let isFiltered = which === 'open';
  for (let pages = 1; ; pages++) {
    const startedAt = clock.now();
    const page: RestResult<NotificationPage> = await patiently(clock, signal, () =>
      rest.openNotifications(cursor, isFiltered, signal),
    );
    if (!page.ok) {
      if (!isFiltered || !isAboutTheQuery(page.error)) return page;
      isFiltered = false;
      continue;
    }
    const { notifications, pagination } = page.value;
    const incomplete = sink.take(account, notifications, { from: 'read', startedAt });
    const found = notifications.map(idOf).filter((id) => id !== undefined);
    const isNew = found.some((id) => !seen.has(id));
    for (const id of found) {
      seen.add(id);
      if (!incomplete.includes(id)) ids.add(id);
    }
    const next = pagination.next_cursor ?? undefined;
    // A server whose pages never end repeats itself: a page without anything new is the last one.
    const isLast = next === undefined || next === cursor || !isNew || isEnough(notifications, pages);
    if (isLast || signal.aborted) return ok({ ids, pages, isFiltered });
    cursor = next;
  }
}

/** `pending` is our reading of the documentation (section 8); a server that does not know it lists everything. */
function isAboutTheQuery(failure: RestFailure): boolean {
  return failure.kind === 'refused' && (failure.httpStatus === 400 || failure.httpStatus === 422);
}

function idOf(raw: unknown): NotificationId | undefined {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return undefined;
  return NotificationId.safeParse(raw.id).data;
}

/**
 * Reads one notification and takes what the server says of it, that it is gone included. A server that cannot tell about
 * this one stops nothing: it stays as it is known. Fails when the server cannot be asked at all.
 */
export async function readAgain(
  id: NotificationId,
  { account, rest, sink, clock, signal }: CatchUpPorts,
): Promise<RestResult<undefined>> {
  const startedAt = clock.now();
  const read = await patiently(clock, signal, () => rest.notification(id, signal));
  if (read.ok) sink.take(account, [read.value], { from: 'read', startedAt });
  else if (isGone(read.error)) sink.gone(account, id);
  else if (!isAboutThisOne(read.error)) return fail(read.error);
  return ok(undefined);
}

/** Only a server that speaks the protocol can say that an item is gone; a proxy's 404 page cannot. */
function isGone(failure: RestFailure): boolean {
  if (failure.kind !== 'refused') return false;
  if (failure.code === 'NOTIFICATION_ACCESS_DENIED') return true;
  return failure.httpStatus === 404 && failure.code !== 'HTTP_404';
}

function isAboutThisOne(failure: RestFailure): boolean {
  return failure.kind === 'refused' && failure.httpStatus <= 500 && ![401, 408, 425, 429].includes(failure.httpStatus);
}

/** A read that the server has no room for is asked again when the server said to (section 15). */
async function patiently<T>(
  clock: Clock,
  signal: AbortSignal,
  read: () => Promise<RestResult<T>>,
): Promise<RestResult<T>> {
  for (;;) {
    const result = await read();
    if (result.ok || result.error.kind !== 'refused' || result.error.httpStatus !== 429 || signal.aborted)
      return result;
    const waitMs = result.error.retryAfterMs ?? patienceMs;
    if (waitMs > mostPatienceMs) return result;
    await pause(clock, waitMs, signal);
  }
}
