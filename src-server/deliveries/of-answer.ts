import { unreachable } from '#shared/result';
import { taskAnswer } from '../bridges/a2a/task-answer.ts';
import { answerEvent } from '../bridges/triggers/answer-event.ts';
import type { Bridge } from '../store/bridges.ts';
import type { NewDelivery } from '../store/deliveries.ts';
import type { Answer, StoredNotification } from '../store/notifications.ts';
import type { Store } from '../store/store.ts';
import { resumeBody } from '../webhooks/resume.ts';
import { webhookBody } from '../webhooks/webhook-body.ts';

/** What of a delivery depends on the answer. */
export type DeliveryOfAnswer = Pick<NewDelivery, 'kind' | 'target' | 'body'>;

/** Everywhere an answer goes: the callback of its service, a resume URL, the other side of a bridge; or nowhere. */
export function deliveriesOf(store: Store, notification: StoredNotification, answer: Answer): DeliveryOfAnswer[] {
  const service = store.services.find(notification.serviceId);
  const deliveries: DeliveryOfAnswer[] = [];
  if (service?.callbackUrl) {
    deliveries.push({ kind: 'webhook', target: null, body: webhookBody(notification, answer) });
  }
  const { resume } = notification;
  if (resume) deliveries.push({ kind: 'resume', target: resume.url, body: resumeBody(resume, notification, answer) });
  const bridge = service?.bridged ? store.bridges.ofService(service.id) : undefined;
  const across = bridge && acrossBridge(bridge, notification, answer);
  return across ? [...deliveries, across] : deliveries;
}

function acrossBridge({ settings }: Bridge, notification: StoredNotification, answer: Answer) {
  switch (settings.kind) {
    case 'a2a':
      return taskAnswer(settings, notification, answer);
    case 'trigger':
      return answerEvent(settings, notification, answer);
    default:
      return unreachable(settings);
  }
}
