import type { Handlers } from '#main/ipc/handle';
import type { AnswerPlace } from '#shared/history/decision-record';
import type { BatchItem, BatchSaved } from '#shared/inbox/batch';
import type { ItemKey } from '#shared/inbox/item-key';
import { isReadableVersion } from '#shared/protocol/notification';
import { ok, type Result } from '#shared/result';
import type { Inbox } from './inbox.ts';

export type BatchHandlerPorts = {
  inbox: Inbox;
  /** In which of our windows that page is. */
  placeOf: (pageId: number) => AnswerPlace;
};

/**
 * Answers to many items at once. Each is an answer like any other: checked, saved and sent by itself, and taken back by
 * itself; here they only come in one call.
 */
export function batchHandlers({ inbox, placeOf }: BatchHandlerPorts) {
  return {
    'batch:read': ({ keys }) => ok(keys.flatMap((key) => batchItem(inbox, key) ?? [])),
    'batch:submit': ({ answers, of, ...given }, pageId) => {
      const from = placeOf(pageId);
      return ok(
        answers.map(({ key, revision }) =>
          savedOf(key, inbox.submit(key, { ...given, revision, confirmed: false, from, together: of })),
        ),
      );
    },
    'batch:undo': ({ keys }) => ok(keys.map((key) => savedOf(key, inbox.undo(key)))),
  } satisfies Partial<Handlers>;
}

function savedOf(key: ItemKey, result: Result<unknown>): BatchSaved {
  if (result.ok) return { key, saved: true };
  const { message, hint } = result.error;
  return { key, saved: false, message: [message, hint].filter(Boolean).join(' ') };
}

function batchItem(inbox: Inbox, key: ItemKey): BatchItem | undefined {
  const found = inbox.item(key);
  if (!found.ok) return undefined;
  const { account, serviceId, serviceName, title, revision, notification, ending, answer } = found.value;
  const hindrance = () => {
    if (ending !== undefined) return 'closed';
    if (answer !== undefined && answer.state !== 'returned') return 'on-its-way';
    return isReadableVersion(notification.version) ? undefined : 'unreadable';
  };
  const { actions } = notification;
  return { key, account, serviceId, serviceName, title, revision, actions, hindrance: hindrance() };
}
