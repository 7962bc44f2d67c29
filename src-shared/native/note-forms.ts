import type { ItemKey } from '../inbox/item-key.ts';
import type { Action, ActionOf } from '../protocol/action.ts';
import { needsConfirmation } from '../protocol/flags.ts';
import { isReadableVersion, type Notification, type OfferedAction } from '../protocol/notification.ts';
import { unreachable } from '../result.ts';
import { lastReachable } from '../validation/steps.ts';
import { numberHint } from '../validation/typed-number.ts';
import { exact } from '../words/plural.ts';
import { words } from '../words/words.ts';
import type { Note, NoteButton, NoteCapabilities } from './native-note.ts';
import { idOfAct } from './note-act.ts';
import { plainLine } from './plain.ts';

/** What a note's forms are made from: the question, and which showing of its buttons this is. */
export type Asked = {
  key: ItemKey;
  revision: string;
  round: number;
  notification: Pick<Notification, 'version' | 'actions'>;
};

/** The buttons and fields of a note. */
export type NoteForms = Pick<Note, 'buttons' | 'reply' | 'selection'>;

/** What the forms draw on; the tray's menu has a list of buttons and nothing else. */
export type FormLimits = Pick<
  NoteCapabilities,
  'actions' | 'choiceButtons' | 'scaleButtons' | 'hasReply' | 'hasSelection'
>;

const labelLimit = 60;
const noForms: NoteForms = { buttons: [] };

/**
 * The buttons and fields for a question (the table of design.md 4), in the sender's order and within what the system
 * can show. An action that finds no room has none: a click opens the item. A flagged action is never answered by a
 * button: one "Review…" stands for all of them, where there is room left.
 */
export function formsFor(asked: Asked, limits: FormLimits): NoteForms {
  const { version, actions } = asked.notification;
  if (limits.actions === 0 || !isReadableVersion(version)) return noForms;
  const forms = new Map<OfferedAction, NoteForms>();
  let free = limits.actions;
  const taken = { reply: false, selection: false };
  for (const action of actions) {
    if (action.response_type === 'unanswerable' || needsConfirmation(action.flags)) continue;
    const form = formOf(action, asked, limits, free, taken);
    if (!form) continue;
    forms.set(action, form);
    free -= slots(form);
    taken.reply ||= form.reply !== undefined;
    taken.selection ||= form.selection !== undefined;
  }
  const flagged = actions.filter((one) => one.response_type !== 'unanswerable' && needsConfirmation(one.flags));
  if (flagged[0] && free > 0) forms.set(flagged[0], review(asked.key, flagged));
  // In the order of the sender, whatever was given room first.
  return together(actions.flatMap((action) => forms.get(action) ?? []));
}

function slots({ buttons, reply, selection }: NoteForms): number {
  return buttons.length + (reply ? 1 : 0) + (selection ? 1 : 0);
}

function together(forms: readonly NoteForms[]): NoteForms {
  const reply = forms.find((form) => form.reply)?.reply;
  const selection = forms.find((form) => form.selection)?.selection;
  return {
    buttons: forms.flatMap((form) => form.buttons),
    ...(reply ? { reply } : {}),
    ...(selection ? { selection } : {}),
  };
}

function formOf(
  action: Action,
  asked: Asked,
  limits: FormLimits,
  free: number,
  taken: { reply: boolean; selection: boolean },
): NoteForms | undefined {
  if (free === 0) return undefined;
  const direct = directButtons(action, asked, limits);
  if (direct && direct.length <= free) return { buttons: direct };
  switch (action.response_type) {
    case 'simple':
    case 'binary': // one side alone would steer
      return undefined;
    case 'choice':
      return limits.hasSelection && !taken.selection ? selectionOf(action, asked) : undefined;
    case 'text':
    case 'number':
    case 'scale':
      return limits.hasReply && !taken.reply ? replyTo(action, asked) : composer(action, asked);
    case 'multi_choice':
    case 'datetime':
      return composer(action, asked);
    default:
      return unreachable(action);
  }
}

/** The buttons that answer an action in one click, if it can be answered so. */
function directButtons(action: Action, asked: Asked, limits: FormLimits): NoteButton[] | undefined {
  const button = (label: string, value: null | boolean | number) => ({
    id: idOfAct({ do: 'answer', ...boundTo(asked, action), value }),
    label: plainLine(label, labelLimit),
  });
  const named = (label: string) => withQuestion(label, action, asked);
  switch (action.response_type) {
    case 'simple':
      return [button(action.label, null)];
    case 'binary':
      return [button(named(action.options.true_label), true), button(named(action.options.false_label), false)];
    case 'choice':
      if (action.options.length > limits.choiceButtons) return undefined;
      return action.options.map(({ label }, place) => button(named(label), place));
    case 'scale': {
      const steps = stepsOf(action, limits.scaleButtons);
      return steps?.map((value) => button(named(stepLabel(action, value, steps)), value));
    }
    default:
      return undefined;
  }
}

function boundTo({ key, revision, round }: Asked, { id }: Action) {
  return { key, revision, round, actionId: id };
}

const bareWords = /^(?:yes|no|ok|-?\d[\d\s().·a-z-]*)$/i;

/** Beside other actions a label that says nothing by itself, or that stands there twice, is shown with its question. */
function withQuestion(label: string, action: Action, { notification }: Asked): string {
  if (notification.actions.length === 1) return label;
  const isTwice = notification.actions.some((other) => other !== action && labelsOf(other).includes(label));
  if (!bareWords.test(label) && !isTwice) return label;
  // The question gives way, for it is the answer that tells two buttons apart.
  const question = plainLine(action.label, Math.max(labelLimit - [...label].length - 2, 8));
  return `${question}${/[?!.:…]$/.test(question) ? '' : ':'} ${label}`;
}

function labelsOf(action: OfferedAction): string[] {
  if (action.response_type === 'binary') return Object.values(action.options);
  if (action.response_type === 'choice') return action.options.map(({ label }) => label);
  return [action.label];
}

/** Every value of a scale, if they are no more than `most`. */
function stepsOf({ constraints: { min, max, step } }: ActionOf<'scale'>, most: number): number[] | undefined {
  const count = Math.floor((lastReachable(min, max, step) - min) / step) + 1;
  return count <= most ? Array.from({ length: count }, (_, place) => min + place * step) : undefined;
}

function stepLabel({ constraints }: ActionOf<'scale'>, value: number, steps: readonly number[]): string {
  const end =
    value === steps[0] ? constraints.min_label : value === constraints.max ? constraints.max_label : undefined;
  return end ? `${exact(value)} (${end})` : exact(value);
}

function selectionOf(action: ActionOf<'choice'>, asked: Asked): NoteForms {
  return {
    buttons: [],
    selection: {
      id: idOfAct({ do: 'select', ...boundTo(asked, action) }),
      label: plainLine(action.label, labelLimit),
      options: action.options.map(({ label }, place) => ({ id: String(place), label: plainLine(label, labelLimit) })),
      sendLabel: words.notes.send,
    },
  };
}

function replyTo(action: ActionOf<'text' | 'number' | 'scale'>, asked: Asked): NoteForms {
  const isOnly = asked.notification.actions.length === 1;
  const wanted = wantedOf(action);
  const label = plainLine(action.label, labelLimit);
  const placeholder = isOnly && wanted.inSendersWords ? wanted.text : [label, wanted.text].filter(Boolean).join(': ');
  return {
    buttons: [],
    reply: {
      id: idOfAct({ do: 'reply', ...boundTo(asked, action) }),
      placeholder: plainLine(placeholder, 120),
      sendLabel: words.notes.send,
    },
  };
}

/** What to type: the sender's own placeholder, or the range and unit. */
function wantedOf(action: ActionOf<'text' | 'number' | 'scale'>): { text: string; inSendersWords: boolean } {
  if (action.response_type === 'scale') {
    const { min, max, step } = action.constraints;
    return {
      text: words.notes.scale(min, lastReachable(min, max, step), step),
      inSendersWords: false,
    };
  }
  if (action.constraints.placeholder) return { text: action.constraints.placeholder, inSendersWords: true };
  if (action.response_type === 'text') return { text: '', inSendersWords: false };
  const hint = numberHint(action);
  const { unit } = action.constraints;
  return { text: [hint, unit].filter(Boolean).join(hint ? ', ' : ''), inSendersWords: false };
}

/** "Reply…", or the action's own label where there is more than one that could be meant. */
function composer(action: Action, { key, notification }: Asked): NoteForms {
  const others = notification.actions.filter((one) => !['simple', 'unanswerable'].includes(one.response_type));
  const label = others.length === 1 ? words.notes.reply : `${plainLine(action.label, labelLimit - 1)}…`;
  return { buttons: [{ id: idOfAct({ do: 'compose', key, actionId: action.id }), label }] };
}

function review(key: ItemKey, flagged: readonly OfferedAction[]): NoteForms {
  const only = flagged.length === 1 ? flagged[0]?.id : undefined;
  const act = { do: 'review' as const, key, ...(only === undefined ? {} : { actionId: only }) };
  return { buttons: [{ id: idOfAct(act), label: words.notes.review }] };
}
