import { type BridgeItem, gotIt, jsonEvidence } from '../item.ts';
import type { TriggerSettings } from '../settings.ts';
import { cut, firstLine, maxDescription, maxTitle } from '../texts.ts';
import type { TriggerEvent } from './event.ts';
import { severityOf } from './severity.ts';

/** The actions that a bridge offers for a type of event; undefined when it names none, so that it is only told. */
export function actionsFor(
  { events }: TriggerSettings,
  eventType: string,
): TriggerSettings['events'][string] | undefined {
  return Object.hasOwn(events, eventType) ? events[eventType] : Object.hasOwn(events, '*') ? events['*'] : undefined;
}

/** The item of an event: what happened, where, how pressing it is, and all of its data as evidence (appendix B). */
export function itemOfEvent(settings: TriggerSettings, event: TriggerEvent): BridgeItem {
  const { trigger_source, event_type, timestamp, correlation_id, data } = event;
  const severity = severityOf(data.priority);
  const presses = severity === 'urgent' || severity === 'high';
  const actions = actionsFor(settings, event_type) ?? [gotIt];
  return {
    ...(severity === undefined ? {} : { priority: severity }),
    context: {
      title: cut(textAt(data, 'title', firstLine) ?? readable(event_type), maxTitle),
      description: cut(descriptionOf(data), maxDescription),
      project: trigger_source,
      metadata: {
        source: trigger_source,
        event_type,
        ...(severity === undefined ? {} : { severity }),
        happened_at: timestamp,
        correlation_id,
      },
      attachments: jsonEvidence([{ description: 'Data of the event', value: data }]),
    },
    actions: presses ? actions.map(pressing) : actions,
  };
}

function pressing(action: Record<string, unknown>): Record<string, unknown> {
  const flags = Array.isArray(action.flags) ? action.flags : [];
  return flags.includes('time_sensitive') ? action : { ...action, flags: [...flags, 'time_sensitive'] };
}

/** `nightly_build_failed` is "Nightly build failed". */
function readable(eventType: string): string {
  const words = firstLine(eventType.replace(/[_.\-\s]+/g, ' '));
  return words === '' ? eventType : words.charAt(0).toUpperCase() + words.slice(1);
}

function descriptionOf(data: TriggerEvent['data']): string {
  const said = textAt(data, 'description', (text) => text.trim());
  const link = textAt(data, 'url', firstLine);
  const isLink = link !== undefined && /^https?:\/\//i.test(link);
  if (said !== undefined) return isLink ? `${said}\n\n${link}` : said;
  return Object.entries(data)
    .filter(([key, value]) => key !== 'title' && value !== null && typeof value !== 'object')
    .map(([key, value]) => `${key}: ${cut(firstLine(String(value)), 200)}`)
    .join('\n');
}

/** A text in the data, brought into shape; undefined when it is none or says nothing. */
function textAt(data: TriggerEvent['data'], key: string, shape: (text: string) => string): string | undefined {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  const text = typeof value === 'string' ? shape(value) : '';
  return text === '' ? undefined : text;
}
