import { createHmac } from 'node:crypto';
import type { Fault } from '#shared/protocol/error';
import type { NotificationId } from '#shared/protocol/ids';
import { ok, type Result } from '#shared/result';
import type { Desk } from '../../notifications/desk.ts';
import { send } from '../../notifications/send.ts';
import type { Bridge } from '../../store/bridges.ts';
import type { Service } from '../../store/services.ts';
import { parseEvent, type TriggerEvent } from './event.ts';
import { itemOfEvent } from './event-item.ts';

/** What became of an event; `repeated` when it had come before. */
export type TakenEvent = { id: NotificationId; repeated: boolean };

/** Takes an event and shows it once. Faults: those of `parseEvent` and of `send`. */
export function takeEvent(desk: Desk, { settings, serviceId }: Bridge, body: unknown): Result<TakenEvent, Fault> {
  const service = desk.store.services.find(serviceId);
  if (settings.kind !== 'trigger' || !service) throw new Error('Events come in over a bridge for triggers.');
  const event = parseEvent(body);
  if (!event.ok) return event;
  const id = idOf(event.value, service);
  if (desk.store.notifications.find(id)) return ok({ id, repeated: true });
  const sent = send(desk, service, { id, ...itemOfEvent(settings, event.value) });
  return sent.ok ? ok({ id, repeated: false }) : sent;
}

/**
 * The same event has the same id (appendix B: source, correlation and type tell events apart), which nobody can work out
 * who does not know the secret of the bridge: nobody can take it first.
 */
function idOf({ trigger_source, correlation_id, event_type }: TriggerEvent, service: Service): NotificationId {
  const about = JSON.stringify([service.id, trigger_source, correlation_id, event_type]);
  const hex = createHmac('sha256', service.webhookSecret).update(about).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
  return [...parts, hex.slice(20, 32)].join('-') as NotificationId;
}
