import { parseInstant } from '../protocol/instant.ts';
import type { OfferedAction } from '../protocol/notification.ts';
import { cutText, visibleText } from '../text/hidden-characters.ts';
import { exact } from '../words/plural.ts';
import { words } from '../words/words.ts';

/** Says an answer in one line: the action's label and, where there is a value, the value in the sender's words. */
export function answerWords(action: OfferedAction, data: unknown, timeWords: (ms: number) => string): string {
  const label = cutText(visibleText(action.label), 60);
  const value = valueWords(action, data, timeWords);
  return value === undefined ? label : `${label}: ${cutText(visibleText(value), 120)}`;
}

/** Says only the value of an answer, e.g. "High, Low", "25 %", "Yes, include logs"; undefined where there is none. */
export function valueWords(
  action: OfferedAction,
  data: unknown,
  timeWords: (ms: number) => string,
): string | undefined {
  if (data === null || data === undefined) return undefined;
  switch (action.response_type) {
    case 'binary':
      if (typeof data !== 'boolean') return JSON.stringify(data);
      return data ? action.options.true_label : action.options.false_label;
    case 'choice':
      return action.options.find((o) => o.value === data)?.label ?? textOf(data);
    case 'multi_choice': {
      const chosen = Array.isArray(data) ? data : [data];
      const labels = chosen.map((value) => action.options.find((o) => o.value === value)?.label ?? textOf(value));
      return labels.length === 0 ? words.answers.nothing : labels.join(', ');
    }
    case 'number':
      return action.constraints.unit ? `${textOf(data)} ${action.constraints.unit}` : textOf(data);
    case 'datetime': {
      const at = typeof data === 'string' ? parseInstant(data) : undefined;
      return at === undefined ? textOf(data) : timeWords(at);
    }
    default:
      return textOf(data);
  }
}

/** Whatever a server recorded, as text. An object of its making is never asked to turn itself into one. */
function textOf(data: unknown): string {
  if (typeof data === 'string') return data;
  return typeof data === 'number' ? exact(data) : JSON.stringify(data);
}
