import type { UserId } from '#shared/protocol/ids';
import { unreachable } from '#shared/result';
import { markDelivered } from '../notifications/deliver.ts';
import type { Desk } from '../notifications/desk.ts';
import { isFor } from '../notifications/find.ts';
import type { News } from '../notifications/news.ts';
import { clientView, statusUpdate } from '../notifications/views.ts';
import { createRecentEvents, type Recipients } from './recent-events.ts';
import { notificationEvent, type StreamEvent, streamEvent } from './stream-event.ts';

/** One open stream of a user, whatever carries it. */
export type Stream = {
  userId: UserId;
  kind: 'websocket' | 'sse';
  /** Writes an event; false when the stream does not take it: it is closing, too slow, or was asked for other types. */
  write(event: StreamEvent): boolean;
  /** Ends it because the server goes away; resolves once it is gone. */
  goAway(): Promise<void>;
  /** Ends it because its token was revoked (4401, section 6.4). */
  turnAway(): void;
};

export type Hub = {
  /** Takes a stream in and returns what it missed since the event it saw last, as far as that is still known. */
  add(stream: Stream, lastSeenId?: string): StreamEvent[];
  remove(stream: Stream): void;
  countOf(userId: UserId, kind: Stream['kind']): number;
  /** Tells every stream that the server goes away and waits until they are gone. */
  stop(): Promise<void>;
};

/**
 * Tells all open streams what happens (section 6.3): every new notification, which is then `delivered` if one stream
 * took it, and every change of status. Every user of the deployment sees everything (20.25) but what names its recipients.
 */
export function createHub(desk: Desk): Hub {
  const streams = new Set<Stream>();

  const recent = createRecentEvents();

  /** Tells everyone it is for; returns whether a stream took it. */
  const tellAll = (bare: StreamEvent, recipients: Recipients): boolean => {
    const event = { ...bare, id: recent.nextId() };
    recent.keep(event, recipients);
    const readers = [...streams].filter(({ userId }) => isFor(recipients, userId));
    return readers.filter((stream) => stream.write(event)).length > 0;
  };

  const tell = (news: News): void => {
    switch (news.type) {
      case 'changed':
        tellAll(streamEvent('status_update', statusUpdate(news.change)), news.change.recipients);
        return;
      case 'arrived': {
        const { notification } = news;
        const view = clientView(notification, desk.store.services.find(notification.serviceId));
        if (tellAll(notificationEvent(view), notification.recipients)) markDelivered(desk, [notification]);
        return;
      }
      case 'user-revoked':
        for (const stream of streams) if (stream.userId === news.userId) stream.turnAway();
        return;
      case 'delivery-stored':
      case 'key-ended':
        return;
      default:
        unreachable(news);
    }
  };
  const unfollow = desk.news.follow(tell);

  return {
    add: (stream, lastSeenId) => {
      streams.add(stream);
      return (lastSeenId === undefined ? undefined : recent.after(lastSeenId, stream.userId)) ?? [];
    },
    remove: (stream) => void streams.delete(stream),
    countOf: (userId, kind) => [...streams].filter((one) => one.userId === userId && one.kind === kind).length,
    stop: async () => {
      unfollow();
      await Promise.all([...streams].map((stream) => stream.goAway()));
    },
  };
}
