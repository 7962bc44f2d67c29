import { type Fault, fault } from '#shared/protocol/error';
import { isObject } from '#shared/protocol/json-shape';
import { parseSend } from '#shared/protocol/send';
import { fail, ok, type Result } from '#shared/result';
import type { TriggerSettings } from '../settings.ts';

const mostTypes = 100;

/**
 * Reads which actions each type of event offers: `{ "<event_type>": [action, …], "*": […] }`, actions as in a notification
 * (section 10). Faults: those of a sent notification's actions, with the path below `events`.
 */
export function parseMapping(value: unknown): Result<TriggerSettings['events'], Fault> {
  if (value === undefined || value === null) return ok({});
  const wrong = (path: string, message: string) => fail(fault('MALFORMED_REQUEST', message, { path }));
  if (!isObject(value)) return wrong('events', 'The field "events" must be an object of lists of actions.');
  const types = Object.entries(value);
  if (types.length > mostTypes) return wrong('events', `A bridge maps at most ${mostTypes} types of events.`);
  const events: [string, Record<string, unknown>[]][] = [];
  for (const [type, actions] of types) {
    if (!Array.isArray(actions)) return wrong(`events.${type}`, 'The actions of an event type must be a list.');
    const probe = parseSend({ context: { title: '-', description: '' }, actions }, '', 0);
    if (!probe.ok) return fail(belowEvents(probe.error, type));
    events.push([type, probe.value.wire.actions]);
  }
  return ok(Object.fromEntries(events));
}

/** `actions.0.label` is `events.<type>.0.label`. */
function belowEvents({ code, message, details }: Fault, type: string): Fault {
  const path = String(details?.path ?? '').replace(/^actions/, `events.${type}`);
  return fault(code, message, { ...details, path });
}
