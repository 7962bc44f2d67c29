import type { NotificationId, ServiceId, UserId } from '#shared/protocol/ids';
import type { Status } from '#shared/protocol/lifecycle';
import type { StoredNotification } from '../store/notifications.ts';

/** A change of status as it happened; `at` in ms. `recipients`: the only users it is for, undefined is everyone. */
export type StatusChange = {
  id: NotificationId;
  status: Status;
  at: number;
  recipients: readonly UserId[] | undefined;
  reason?: string | undefined;
};

/** What has just been committed, for whoever follows it: streams, waiting reads, timers, the webhook dispatcher. */
export type News =
  | { type: 'arrived'; notification: StoredNotification }
  | { type: 'changed'; change: StatusChange }
  | { type: 'delivery-stored' }
  | { type: 'key-ended'; serviceId: ServiceId }
  | { type: 'user-revoked'; userId: UserId };

/** Tells followers what was committed. A follower that fails is reported and keeps nobody else from hearing. */
export type Newsroom = {
  publish(news: News): void;
  /** Returns the follower's own end. */
  follow(follower: (news: News) => void): () => void;
};

export function createNewsroom(onFailure: (error: unknown) => void): Newsroom {
  const followers = new Set<(news: News) => void>();
  return {
    publish: (news) => {
      for (const follower of [...followers]) {
        try {
          follower(news);
        } catch (error) {
          onFailure(error);
        }
      }
    },
    follow: (follower) => {
      followers.add(follower);
      return () => void followers.delete(follower);
    },
  };
}
