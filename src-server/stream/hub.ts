import type { UserId } from '#shared/protocol/ids';
import { markDelivered } from '../notifications/deliver.ts';
import type { Desk } from '../notifications/desk.ts';
import type { News } from '../notifications/news.ts';
import { clientView, statusUpdate } from '../notifications/views.ts';
import { createRecentEvents } from './recent-events.ts';
import { type StreamEvent, streamEvent } from './stream-event.ts';

/** One open stream of a user, whatever carries it. */
export type Stream = {
  userId: UserId;
  kind: 'websocket' | 'sse';
  /** Writes an event; false when the stream does not take it: it is closing, too slow, or was asked for other types. */
  write(event: StreamEvent): boolean;
  /** Ends it because the server goes away; resolves once it is gone. */
  goAway(): Promise<void>;
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
 * took it, and every change of status. Every user of the deployment sees everything (20.25).
 */
export function createHub(desk: Desk): Hub {
  const streams = new Set<Stream>();

  const recent = createRecentEvents();

  const tellAll = (type: 'notification' | 'status_update', data: object): boolean => {
    const id = recent.nextId();
    const event = { ...streamEvent(type, data), id };
    recent.keep(event);
    return [...streams].filter((stream) => stream.write(event)).length > 0;
  };

  const tell = (news: News): void => {
    if (news.type === 'delivery-stored') return;
    if (news.type === 'changed') {
      tellAll('status_update', statusUpdate(news.change));
      return;
    }
    const { notification } = news;
    const view = clientView(notification, desk.store.services.find(notification.serviceId));
    if (tellAll('notification', view)) markDelivered(desk, [notification]);
  };
  const unfollow = desk.news.follow(tell);

  return {
    add: (stream, lastSeenId) => {
      streams.add(stream);
      return (lastSeenId === undefined ? undefined : recent.after(lastSeenId)) ?? [];
    },
    remove: (stream) => void streams.delete(stream),
    countOf: (userId, kind) => [...streams].filter((one) => one.userId === userId && one.kind === kind).length,
    stop: async () => {
      unfollow();
      await Promise.all([...streams].map((stream) => stream.goAway()));
    },
  };
}
