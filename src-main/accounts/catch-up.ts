import { type Clock, pause } from '#main/time/clock';
import type { AccountId } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import type { NotificationPage } from '#shared/protocol/response';
import { fail, ok } from '#shared/result';
import type { ItemSink } from './item-sink.ts';
import type { RestClient, RestFailure, RestResult } from './rest-client.ts';

export type CatchUpPorts = { account: AccountId; rest: RestClient; sink: ItemSink; clock: Clock; signal: AbortSignal };

/** A server that asks for more patience than this gets it from the connection, where the wait can be seen, in ms. */
const mostPatienceMs = 20_000;
const patienceMs = 5_000;

/**
 * Reads what the stream cannot tell (section 6.3, "After connecting"): every open notification, page by page; then,
 * one by one, what is unsettled here and not in those pages. Nothing is guessed. Ends early when the signal aborts.
 * `mostSingles`: no more single reads than this, others of them in each `round`. Returns how many reads it took.
 */
export async function catchUp(
  ports: CatchUpPorts,
  { mostSingles = Number.POSITIVE_INFINITY, round = 0 } = {},
): Promise<RestResult<number>> {
  const listed = await readPages(ports);
  if (!listed.ok) return listed;
  const { ids, pages } = listed.value;
  const missing = ports.sink.unsettled(ports.account).filter((id) => !ids.has(id));
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

type Listed = { ids: Set<NotificationId>; pages: number };

async function readPages({ account, rest, sink, clock, signal }: CatchUpPorts): Promise<RestResult<Listed>> {
  const ids = new Set<NotificationId>();
  const seen = new Set<string>();
  let cursor: string | undefined;
  let withStatus = true;
  for (let pages = 1; ; pages++) {
    const startedAt = clock.now();
    const page: RestResult<NotificationPage> = await patiently(clock, signal, () =>
      rest.openNotifications(cursor, withStatus, signal),
    );
    if (!page.ok) {
      if (!withStatus || !isAboutTheQuery(page.error)) return page;
      withStatus = false;
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
    if (next === undefined || next === cursor || !isNew || signal.aborted) return ok({ ids, pages });
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
