import { z } from 'zod';
import type { BusSignal } from './session-bus.ts';

// The interface org.freedesktop.Notifications, as the Desktop Notifications Specification 1.2 and KDE write it.

export const serviceName = 'org.freedesktop.Notifications';
export const servicePath = '/org/freedesktop/Notifications';
export const propertiesInterface = 'org.freedesktop.DBus.Properties';

const Uint = z.int().nonnegative();
const Variant = z.object({ value: z.unknown() });

export const Capabilities = z.tuple([z.array(z.string())]).rest(z.unknown());
export const ServerInformation = z.tuple([z.string(), z.string(), z.string(), z.string()]).rest(z.unknown());
export const NotifyReply = z.tuple([Uint]).rest(z.unknown());
export const InhibitedReply = z.tuple([Variant.extend({ value: z.boolean() })]);
export const NameOwner = z.tuple([z.string()]);

/** What a service says about its notifications. Ids are the service's. */
export type ServiceSignal =
  | { type: 'invoked'; id: number; key: string }
  | { type: 'replied'; id: number; text: string }
  | { type: 'token'; id: number; token: string }
  | { type: 'closed'; id: number; reason: number };

const IdAndText = z.tuple([Uint, z.string()]).rest(z.unknown());
const IdAndReason = z.tuple([Uint, Uint]).rest(z.unknown());

/** A signal of the service in our words; undefined for one we do not know or that is not what the specification says. */
export function parseServiceSignal({ interface: face, member, body }: BusSignal): ServiceSignal | undefined {
  if (face !== serviceName) return undefined;
  if (member === 'NotificationClosed') {
    const closed = IdAndReason.safeParse(body).data;
    return closed && { type: 'closed', id: closed[0], reason: closed[1] };
  }
  const parsed = IdAndText.safeParse(body).data;
  if (!parsed) return undefined;
  const [id, text] = parsed;
  switch (member) {
    case 'ActionInvoked':
      return { type: 'invoked', id, key: text };
    case 'NotificationReplied':
      return { type: 'replied', id, text };
    case 'ActivationToken':
      return { type: 'token', id, token: text };
    default:
      return undefined;
  }
}

const OwnerChange = z.tuple([z.literal(serviceName), z.string(), z.string()]);

/** The new owner of the service's name ('' for none), when this is the bus saying so. */
export function parseOwnerChange({ sender, member, body }: BusSignal): { owner: string } | undefined {
  if (sender !== 'org.freedesktop.DBus' || member !== 'NameOwnerChanged') return undefined;
  const change = OwnerChange.safeParse(body).data;
  return change && { owner: change[2] };
}

const PropertyChange = z.tuple([
  z.literal(serviceName),
  z.object({ Inhibited: Variant.extend({ value: z.boolean() }).optional() }),
  z.array(z.string()),
]);

/** The service's do-not-disturb as a property change tells it; `isStale` when it only says that it changed. */
export function parseInhibited(signal: BusSignal): { isInhibited: boolean } | { isStale: true } | undefined {
  if (signal.interface !== propertiesInterface || signal.member !== 'PropertiesChanged') return undefined;
  const change = PropertyChange.safeParse(signal.body).data;
  if (change?.[1].Inhibited) return { isInhibited: change[1].Inhibited.value };
  return change?.[2].includes('Inhibited') ? { isStale: true } : undefined;
}
