import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { NotificationId } from '#shared/protocol/ids';
import { isOpen } from '#shared/protocol/lifecycle';
import { webhookTimeoutMs } from '#shared/protocol/webhook';
import type { Result } from '#shared/result';
import { type Desk, runUnattended } from '../../notifications/desk.ts';
import { send } from '../../notifications/send.ts';
import { withdraw } from '../../notifications/withdraw.ts';
import type { WatchedTask } from '../../store/a2a-tasks.ts';
import type { Bridge } from '../../store/bridges.ts';
import { retryDelay } from '../../webhooks/attempt.ts';
import type { Resolve } from '../../webhooks/resolve.ts';
import { readTask } from './agent.ts';
import type { RpcFailure } from './rpc.ts';
import { markOf, type Task } from './task.ts';
import { itemOfTask } from './task-item.ts';

/** Tasks read at once, all together and of one agent, so that a slow one leaves room. */
const atOnce = 16;
const atOncePerBridge = 4;
/** How often a task is read while its question is open: not every agent says when it stops waiting. ms. */
const lookAgainMs = 300_000;
/** How long to rest when the store failed (a full disk), ms. */
const afterFaultMs = 10_000;

export type TaskWatch = {
  /** Somebody says that a task has changed; it is read now. The word is kept, so a restart does not lose it. */
  call(bridge: Bridge, taskId: string): void;
  /** Goes on where it was when the server ended. */
  start(): void;
  stop(): Promise<void>;
};

export type TaskWatchOptions = {
  resolve: Resolve;
  random: () => number;
  timeoutMs?: number | undefined;
  log: FastifyBaseLogger;
};

/**
 * Reads the tasks that agents spoke of and keeps one item for the state that each is in (appendix A.6). What a push
 * notification says is never believed, so a second, a late or a forged one changes nothing.
 */
export function createTaskWatch(desk: Desk, options: TaskWatchOptions): TaskWatch {
  const { store, clock, onLoopback } = desk;
  const { resolve, random, timeoutMs = webhookTimeoutMs, log } = options;
  const underWay = new Map<number, { bridgeId: Bridge['id']; work: Promise<void> }>();
  const ending = new AbortController();
  let cancelAlarm = () => {};

  const look = async (task: WatchedTask): Promise<void> => {
    const settings = store.bridges.find(task.bridgeId)?.settings;
    if (settings?.kind !== 'a2a') return;
    const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(timeoutMs)]);
    const read = await readTask(settings, task.taskId, { onLoopback, resolve, signal });
    // It may have been removed meanwhile; and what the end of the server called off says nothing about the agent.
    const bridge = store.bridges.find(task.bridgeId);
    if (bridge && !ending.signal.aborted) settle(bridge, task, read);
  };

  const settle = (bridge: Bridge, task: WatchedTask, read: Result<Task, RpcFailure>): void => {
    if (read.ok) {
      keepItem(bridge, task, read.value);
      return;
    }
    const { unknownTask, outcome } = read.error;
    if (unknownTask) {
      takeBack(bridge, task.notificationId, 'The agent no longer knows this task.');
      if (task.mark === null) store.a2aTasks.forget(task);
      else store.a2aTasks.looked(task, 0, null);
      return;
    }
    const attempts = task.attempts + 1;
    const delay = retryDelay(attempts, random());
    const why = outcome.kind === 'answered' ? `HTTP ${outcome.status}` : outcome.message;
    log.warn({ bridge_id: bridge.id, attempts, why }, 'a task could not be read');
    store.a2aTasks.looked(task, attempts, delay === undefined ? null : clock.now() + delay);
  };

  const keepItem = (bridge: Bridge, watched: WatchedTask, task: Task): void => {
    const { settings, serviceId } = bridge;
    const item = itemOfTask(settings.kind === 'a2a' ? settings.agent_name : '', task);
    const mark = markOf(task);
    let { notificationId } = watched;
    if (mark !== watched.mark) {
      takeBack(bridge, notificationId, 'The agent no longer waits for this.');
      notificationId = item ? (randomUUID() as NotificationId) : null;
      // Stored before it is sent: if the server ends between the two, the next look sends it under the same id.
      store.a2aTasks.enter(watched, mark, notificationId);
    }
    if (item && notificationId && !store.notifications.find(notificationId)) {
      const service = store.services.find(serviceId);
      const sent = service && send(desk, service, { id: notificationId, ...item });
      if (sent && !sent.ok) log.warn({ bridge_id: bridge.id, code: sent.error.code }, 'an item was refused');
    }
    const shown = notificationId === null ? undefined : store.notifications.find(notificationId);
    const waits = task.status.state === 'input-required' || task.status.state === 'auth-required';
    const again = waits && shown !== undefined && isOpen(shown.status);
    store.a2aTasks.looked(watched, 0, again ? clock.now() + lookAgainMs : null);
  };

  /** One that was answered or has expired stays what it is. */
  const takeBack = ({ serviceId }: Bridge, id: NotificationId | null, reason: string): void => {
    if (id !== null && store.notifications.find(id)) withdraw(desk, id, serviceId, reason);
  };

  const countOf = (id: Bridge['id']) => [...underWay.values()].filter(({ bridgeId }) => bridgeId === id).length;

  const start = (task: WatchedTask): void => {
    const { place, bridgeId } = task;
    const work = look(task).then(
      () => {
        underWay.delete(place);
        wake();
      },
      (error: unknown) => {
        log.error({ err: error }, 'what was read of a task could not be stored');
        clock.at(clock.now() + afterFaultMs, () => {
          underWay.delete(place);
          wake();
        });
      },
    );
    underWay.set(place, { bridgeId, work });
  };

  const wake = (): void => {
    if (ending.signal.aborted) return;
    cancelAlarm();
    if (!runUnattended(desk, startDue)) cancelAlarm = clock.at(clock.now() + afterFaultMs, wake);
  };

  const startDue = (): void => {
    const now = clock.now();
    while (underWay.size < atOnce) {
      const bridges = [...new Set([...underWay.values()].map(({ bridgeId }) => bridgeId))];
      const full = bridges.filter((one) => countOf(one) >= atOncePerBridge);
      const due = store.a2aTasks.due(now, { bridges: full, places: [...underWay.keys()] }, atOnce - underWay.size);
      if (due.length === 0) break;
      for (const task of due) if (countOf(task.bridgeId) < atOncePerBridge) start(task);
    }
    const next = store.a2aTasks.nextAfter(now);
    cancelAlarm = next === undefined ? () => {} : clock.at(next, wake);
  };

  return {
    start: wake,
    call: (bridge, taskId) => {
      store.a2aTasks.call(bridge.id, taskId, clock.now());
      wake();
    },
    stop: async () => {
      ending.abort();
      cancelAlarm();
      await Promise.all([...underWay.values()].map(({ work }) => work));
    },
  };
}
