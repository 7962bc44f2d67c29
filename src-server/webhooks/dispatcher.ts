import type { FastifyBaseLogger } from 'fastify';
import type { ServiceId } from '#shared/protocol/ids';
import { webhookTimeoutMs } from '#shared/protocol/webhook';
import { answerTask } from '../bridges/a2a/answer-task.ts';
import { completeIfDelivered } from '../notifications/complete.ts';
import { type Desk, runUnattended } from '../notifications/desk.ts';
import type { Delivery } from '../store/deliveries.ts';
import type { Service } from '../store/services.ts';
import { attempt, recordOf } from './attempt.ts';
import type { AttemptOutcome, Way } from './reach.ts';
import type { Resolve } from './resolve.ts';

/** Deliveries under way at once, all together and for one service, so that a slow one leaves room; the rest wait in the store. */
const atOnce = 32;
const atOncePerService = 5;
/** How long the end of the server waits for attempts under way, ms. What is called off is tried again at the next start. */
const graceMs = 1_000;
/** How long to rest when the store failed (a full disk), ms. */
const afterFaultMs = 10_000;

export type Dispatcher = { stop(): Promise<void> };

export type DispatcherOptions = {
  onLoopback: boolean;
  resolve: Resolve;
  random: () => number;
  timeoutMs?: number | undefined;
  log: FastifyBaseLogger;
};

/**
 * Delivers what is stored, at its time, from the moment it is made: one alarm for the nearest delivery, none per
 * delivery. The schedule is in the store, so a restart goes on where it was.
 */
export function createDispatcher(desk: Desk, options: DispatcherOptions): Dispatcher {
  const { store, clock, news } = desk;
  const { onLoopback, resolve, random, timeoutMs = webhookTimeoutMs, log } = options;
  const underWay = new Map<string, { serviceId: ServiceId; work: Promise<void> }>();
  const ending = new AbortController();
  let cancelAlarm = () => {};
  let stopped = false;

  const run = async (delivery: Delivery, service: Service, target: string): Promise<void> => {
    const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(timeoutMs)]);
    const way: Way = { onLoopback, resolve, now: clock.now(), signal };
    const outcome = await (delivery.kind === 'a2a'
      ? answerTask(store, delivery, way)
      : attempt(delivery, service, target, way));
    if (ending.signal.aborted && outcome.kind === 'failed') return;
    settle(delivery, outcome);
  };

  const settle = (delivery: Delivery, outcome: AttemptOutcome): void => {
    const record = recordOf(delivery, outcome, clock.now(), random());
    store.deliveries.record(delivery.requestId, record);
    const { state, attempts, lastStatus, lastError } = record;
    const { requestId: webhook_id, notificationId: notification_id, kind } = delivery;
    log.info(
      { webhook_id, notification_id, kind, state, attempts, status: lastStatus, why: lastError },
      'webhook attempted',
    );
    if (state === 'accepted') completeIfDelivered(desk, delivery.notificationId);
  };

  const countOf = (serviceId: ServiceId) => [...underWay.values()].filter((one) => one.serviceId === serviceId).length;
  const fullServices = () =>
    [...new Set([...underWay.values()].map((one) => one.serviceId))].filter((one) => countOf(one) >= atOncePerService);

  const start = (delivery: Delivery): void => {
    const service = store.services.find(delivery.serviceId);
    const target = delivery.target ?? service?.callbackUrl;
    if (!service || !target) {
      store.deliveries.dropWebhooks(delivery.serviceId);
      return;
    }
    const work = run(delivery, service, target).then(
      () => {
        underWay.delete(delivery.requestId);
        wake();
      },
      (error: unknown) => {
        log.error({ err: error }, 'webhook attempt could not be recorded');
        clock.at(clock.now() + afterFaultMs, () => {
          underWay.delete(delivery.requestId);
          wake();
        });
      },
    );
    underWay.set(delivery.requestId, { serviceId: delivery.serviceId, work });
  };

  const wake = (): void => {
    if (stopped) return;
    cancelAlarm();
    if (!runUnattended(desk, startDue)) cancelAlarm = clock.at(clock.now() + afterFaultMs, wake);
  };

  const startDue = (): void => {
    const now = clock.now();
    while (underWay.size < atOnce) {
      const without = { services: fullServices(), deliveries: [...underWay.keys()] };
      const due = store.deliveries.due(now, without, atOnce - underWay.size);
      if (due.length === 0) break;
      for (const delivery of due) if (countOf(delivery.serviceId) < atOncePerService) start(delivery);
    }
    const next = store.deliveries.nextAfter(now);
    cancelAlarm = next === undefined ? () => {} : clock.at(next, wake);
  };

  const unfollow = news.follow((one) => {
    if (one.type === 'delivery-stored') wake();
  });
  wake();

  return {
    stop: async () => {
      stopped = true;
      unfollow();
      cancelAlarm();
      const grace = setTimeout(() => ending.abort(), graceMs);
      await Promise.all([...underWay.values()].map(({ work }) => work));
      clearTimeout(grace);
    },
  };
}
