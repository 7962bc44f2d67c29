import { z } from 'zod';

/** A notification's id. Our server demands a UUID v4 (section 10); ids of other servers are opaque strings. */
export const NotificationId = z.string().min(1).max(256).brand<'NotificationId'>();
export type NotificationId = z.infer<typeof NotificationId>;

/** An action's id, unique within its notification (section 10). */
export const ActionId = z.string().min(1).max(256).brand<'ActionId'>();
export type ActionId = z.infer<typeof ActionId>;

/** The id a service got when it was registered (section 5.2). */
export const ServiceId = z.string().min(1).max(256).brand<'ServiceId'>();
export type ServiceId = z.infer<typeof ServiceId>;

/** The id of whoever answers (section 13.1). */
export const UserId = z.string().min(1).max(256).brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether a string is a UUID v4, which is what a sender's `id` must be (section 10). */
export function isUuidV4(text: string): boolean {
  return uuidV4.test(text);
}
