import { z } from 'zod';
import { AccountId } from '../inbox/item-key.ts';
import { ServiceId } from '../protocol/ids.ts';

/** A time of day in minutes since local midnight. */
const TimeOfDay = z.int().min(0).max(1439);

/** Hours without notifications. `days`: those on which they begin, 0 is Sunday; `from` after `to` runs over midnight. */
const QuietHours = z.object({
  isOn: z.boolean(),
  from: TimeOfDay,
  to: TimeOfDay,
  days: z.array(z.int().min(0).max(6)).max(7),
  /** What is due within the hour is shown all the same. */
  letsDueSoonPass: z.boolean(),
});
export type QuietHours = z.infer<typeof QuietHours>;

/** A service that raises no notifications until then, in ms. `name` is what it was called when it was muted. */
const MutedService = z.object({
  account: AccountId,
  serviceId: ServiceId,
  name: z.string().max(256),
  until: z.number(),
});
export type MutedService = z.infer<typeof MutedService>;

/** The part of the settings that decides about native notifications (design.md 4). */
export const notificationFields = {
  /** Whether the first notification of a question makes a sound. */
  notificationSound: z.boolean(),
  /** How long before a deadline a question is shown once more, in minutes; 0: not at all. */
  reminderMinutes: z.int().min(0).max(120),
  quietHours: QuietHours,
  mutedServices: z.array(MutedService).max(200),
  /** No notifications until then, in ms; 0: they are not paused. */
  pausedUntil: z.number().nonnegative(),
  /** The system's own do-not-disturb silences this app too, where it can be read. */
  followsDoNotDisturb: z.boolean(),
};

/** The same with defaults, so that a settings file of an older version reads as well. */
export const notificationFieldsWithDefaults = {
  notificationSound: notificationFields.notificationSound.default(true),
  reminderMinutes: notificationFields.reminderMinutes.default(5),
  quietHours: notificationFields.quietHours.default({
    isOn: false,
    from: 22 * 60,
    to: 7 * 60,
    days: [0, 1, 2, 3, 4, 5, 6],
    letsDueSoonPass: true,
  }),
  mutedServices: notificationFields.mutedServices.default([]),
  pausedUntil: notificationFields.pausedUntil.default(0),
  followsDoNotDisturb: notificationFields.followsDoNotDisturb.default(true),
};

/** The list of muted services with this one in it; what has run out is dropped. `now` in ms. */
export function withMuted(muted: readonly MutedService[], one: MutedService, now: number): MutedService[] {
  return [...withoutMuted(muted, one, now), one].slice(-200);
}

/** The list without a service, and without what has run out. */
export function withoutMuted(
  muted: readonly MutedService[],
  { account, serviceId }: Pick<MutedService, 'account' | 'serviceId'>,
  now: number,
): MutedService[] {
  return muted.filter((one) => one.until > now && (one.account !== account || one.serviceId !== serviceId));
}
