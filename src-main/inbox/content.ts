import { createHash } from 'node:crypto';
import type { NotificationContent } from '#main/store/notification-store';
import { parseInstant } from '#shared/protocol/instant';
import { isObject } from '#shared/protocol/json-shape';
import type { Notification } from '#shared/protocol/notification';
import { cutText } from '#shared/text/hidden-characters';

/** A list shows one line of a title and search reads this much of a description; the raw object keeps all of it. */
const titleLimit = 256;
const searchedLimit = 20_000;

/** What the store writes of a notification. `serverNow` stands in for a time that the sender left out. */
export function contentOf(
  raw: Record<string, unknown>,
  notification: Notification,
  serverNow: number,
): NotificationContent {
  const { service, context, actions, deadline, timestamp } = notification;
  return {
    raw: JSON.stringify(raw),
    revision: revisionOf(raw),
    title: cutText(context.title.replaceAll(/\s+/g, ' ').trim(), titleLimit),
    serviceId: service.id,
    serviceName: service.name || service.id,
    project: context.project,
    timestamp: instantOf(timestamp) ?? serverNow,
    deadline: instantOf(deadline),
    flags: [...new Set(actions.flatMap((action) => action.flags))],
    search: searchText([
      context.title,
      service.name,
      context.project,
      context.description,
      searchable(context.metadata),
    ]),
  };
}

function instantOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseInstant(text);
}

function searchable(metadata: Record<string, unknown>): string {
  return Object.keys(metadata).length === 0 ? '' : JSON.stringify(metadata);
}

function searchText(parts: readonly (string | undefined)[]): string {
  const text = parts.filter(Boolean).join('\n').slice(0, searchedLimit);
  return text.toLocaleLowerCase('en');
}

/**
 * Names what is asked: context, actions and deadline, in any order of fields. An answer says to which revision it was
 * given, so that what was read is what is sent (guarantees.md 2).
 */
export function revisionOf({ context, actions, deadline, version }: Record<string, unknown>): string {
  const asked = JSON.stringify(inOrder({ context, actions, deadline, version }));
  return createHash('sha256').update(asked).digest('base64url').slice(0, 22);
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  return names.map((name) => [name, inOrder(value[name])]);
}

/** Whether an attachment lost its body on the way: frames over 1 MB are sent without it (section 6.3). */
export function lacksBodies({ context }: Notification): boolean {
  return context.attachments.some(({ uri, data }) => uri === undefined && data === undefined);
}
