import type { UserId } from '#shared/protocol/ids';
import { markDelivered } from '../notifications/deliver.ts';
import type { Desk } from '../notifications/desk.ts';
import { clientView } from '../notifications/views.ts';
import { notificationEvent, type StreamEvent } from './stream-event.ts';

/** How many are read and written before the connection gets time to send them. */
const pageSize = 100;

/** What the backlog is written to: `write` as in `Stream`, `drained` resolves once what was written has left. */
export type BacklogSink = { write(event: StreamEvent): boolean; drained(): Promise<void> };

/**
 * Writes everything still `created` that this user may see to a stream that has just opened (section 6.3), page by page, never faster than the
 * connection takes it, and marks it `delivered`.
 */
export async function writeBacklog(desk: Desk, user: UserId, sink: BacklogSink): Promise<void> {
  let after = 0;
  for (;;) {
    const page = desk.store.notifications.undelivered(user, after, pageSize);
    const last = page.at(-1);
    if (!last) return;
    const written = page.filter((one) =>
      sink.write(notificationEvent(clientView(one, desk.store.services.find(one.serviceId)))),
    );
    markDelivered(desk, written);
    if (written.length < page.length) return;
    after = last.seq;
    await sink.drained();
  }
}
