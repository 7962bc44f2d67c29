import { type Fault, fault } from '#shared/protocol/error';
import type { UserId } from '#shared/protocol/ids';
import { fail, ok, type Result } from '#shared/result';

/** The most users that a notification may name. */
const mostRecipients = 100;

/**
 * Reads our extension field `recipients` of a sent notification: the ids of the only users who get it, see it and may
 * answer it. Absent is everyone. Servers that do not know it ignore it. Faults: MALFORMED_REQUEST when it is no list of
 * strings, CONSTRAINT_VIOLATION when it is empty, too long or names somebody who `isUser` does not know.
 */
export function parseRecipients(value: unknown, isUser: (id: string) => boolean): Result<UserId[] | undefined, Fault> {
  if (value === undefined || value === null) return ok(undefined);
  const wrong = (code: 'MALFORMED_REQUEST' | 'CONSTRAINT_VIOLATION', message: string, path = 'recipients', more = {}) =>
    fail(fault(code, message, { path, ...more }));
  if (!Array.isArray(value)) return wrong('MALFORMED_REQUEST', 'The field "recipients" must be an array of user ids.');
  if (value.length === 0) {
    return wrong('CONSTRAINT_VIOLATION', 'The field "recipients" must name a user; leave it out for everyone.');
  }
  if (value.length > mostRecipients) {
    const message = `A notification names at most ${mostRecipients} recipients.`;
    return wrong('CONSTRAINT_VIOLATION', message, 'recipients', { limit: mostRecipients });
  }
  const ids = new Set<UserId>();
  for (const [index, one] of value.entries()) {
    const path = `recipients.${index}`;
    if (typeof one !== 'string') return wrong('MALFORMED_REQUEST', `The field "${path}" must be a string.`, path);
    if (!isUser(one)) {
      const message = `There is no user "${one.slice(0, 80)}" on this server.`;
      return wrong('CONSTRAINT_VIOLATION', message, path, { user_id: one });
    }
    ids.add(one as UserId);
  }
  return ok([...ids]);
}
