import { type Fault, fault } from '#shared/protocol/error';
import { isObject } from '#shared/protocol/json-shape';
import { fail, ok, type Result } from '#shared/result';

/** What a task may be called: anything that a line can show. */
const taskIdShape = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{1,256}$/u;

/** Whether a value can be a task's id. */
export function isTaskId(value: unknown): value is string {
  return typeof value === 'string' && taskIdShape.test(value);
}

/** Where each of the body shapes of appendix A.3 has the id of its task, in the order in which they are looked at. */
const places = [
  ['statusUpdate', 'taskId'],
  ['artifactUpdate', 'taskId'],
  ['task', 'id'],
  ['message', 'taskId'],
  ['taskId'],
  ['id'],
] as const;

/**
 * Which task a push notification is about (appendix A.3). Nothing else of it is believed: the task is read from the agent.
 * Undefined is a message outside every task. Faults: MALFORMED_REQUEST, CONSTRAINT_VIOLATION for an id that can be none.
 */
export function taskOfPush(body: unknown): Result<string | undefined, Fault> {
  if (!isObject(body)) return fail(fault('MALFORMED_REQUEST', 'The body must be a JSON object.'));
  for (const place of places) {
    const id = place.reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), body);
    if (id === undefined || id === null || id === '') continue;
    if (isTaskId(id)) return ok(id);
    const path = place.join('.');
    return fail(fault('CONSTRAINT_VIOLATION', `The field "${path}" is not the id of a task.`, { path }));
  }
  if (isObject(body.message) || body.kind === 'message') return ok(undefined);
  return fail(fault('MALFORMED_REQUEST', 'The body names no task.'));
}
