import { type Clock, until } from '#main/time/clock';
import type { AccountId } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import type { NotificationPage } from '#shared/protocol/response';
import { fail, ok } from '#shared/result';
import type { ItemSink } from './item-sink.ts';
import type { RestClient, RestFailure, RestResult } from './rest-client.ts';

export type CatchUpPorts = { account: AccountId; rest: RestClient; sink: ItemSink; clock: Clock; signal: AbortSignal };

/**
 * Reads what the stream cannot tell (section 6.3, "After connecting"): every open notification, page by page; then,
 * one by one, what is unsettled here and not in those pages. Nothing is guessed. Ends early when the signal aborts.
 */
export async function catchUp(ports: CatchUpPorts): Promise<RestResult<undefined>> {
  const listed = await readPages(ports);
  if (!listed.ok) return listed;
  for (const id of ports.sink.unsettled(ports.account)) {
    if (listed.value.has(id)) continue;
    const read = await readAgain(id, ports);
    if (!read.ok) return read;
  }
  return ok(undefined);
}

async function readPages({
  account,
  rest,
  sink,
  clock,
  signal,
}: CatchUpPorts): Promise<RestResult<Set<NotificationId>>> {
  const listed = new Set<NotificationId>();
  const cursors = new Set<string>();
  let cursor: string | undefined;
  let withStatus = true;
  for (;;) {
    const startedAt = clock.now();
    const page: RestResult<NotificationPage> = await patiently(clock, signal, () =>
      rest.openNotifications(cursor, withStatus, signal),
    );
    if (!page.ok) {
      // `pending` is our reading of the documentation (section 8); a server that does not know it lists everything.
      if (!withStatus || page.error.kind !== 'refused' || page.error.httpStatus !== 400) return page;
      withStatus = false;
      continue;
    }
    const { notifications, pagination } = page.value;
    const incomplete = sink.take(account, notifications, { from: 'read', startedAt });
    for (const raw of notifications) {
      const id = idOf(raw);
      if (id !== undefined && !incomplete.includes(id)) listed.add(id);
    }
    cursor = pagination.next_cursor ?? undefined;
    if (cursor === undefined || cursors.has(cursor)) return ok(listed);
    cursors.add(cursor);
  }
}

function idOf(raw: unknown): NotificationId | undefined {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return undefined;
  return NotificationId.safeParse(raw.id).data;
}

/** Reads one notification and takes what the server says of it, that it is gone included. */
export async function readAgain(
  id: NotificationId,
  { account, rest, sink, clock, signal }: CatchUpPorts,
): Promise<RestResult<undefined>> {
  const startedAt = clock.now();
  const read = await patiently(clock, signal, () => rest.notification(id, signal));
  if (read.ok) sink.take(account, [read.value], { from: 'read', startedAt });
  else if (isGone(read.error)) sink.gone(account, id);
  else return fail(read.error);
  return ok(undefined);
}

/** Only a server that speaks the protocol can say that an item is gone; a proxy's 404 page cannot. */
function isGone(failure: RestFailure): boolean {
  if (failure.kind !== 'refused') return false;
  if (failure.code === 'NOTIFICATION_ACCESS_DENIED') return true;
  return failure.httpStatus === 404 && failure.code !== 'HTTP_404';
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
    await until(clock, clock.now() + (result.error.retryAfterMs ?? 5_000), signal);
  }
}
