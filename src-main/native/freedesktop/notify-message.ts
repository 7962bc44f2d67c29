import type { Note } from '#shared/native/native-note';
import { escapeMarkup } from '#shared/native/notify-plan';
import { words } from '#shared/words/words';
import { writeActionKey } from './action-key.ts';
import { BusVariant } from './session-bus.ts';

/** The action of a click on the notification itself, as the specification names it. */
export const defaultKey = 'default';
/** The action that becomes a field to type into (KDE's extension, listed as a capability under the same name). */
export const inlineReplyKey = 'inline-reply';

export const appName = 'Triage Inbox';
/** The name of our .desktop file, without its ending. */
const desktopEntry = 'triage-inbox';
const serverDecides = -1;

export type NotifyContext = {
  capabilities: ReadonlySet<string>;
  nonce: string;
  /** The id of what it takes the place of; 0 for a new one. */
  replaces: number;
  /** A `file:` URL of our icon. */
  icon: string;
};

/** The arguments of `Notify` for a note: only what the service says it can do. */
export function notifyArguments(note: Note, context: NotifyContext): readonly unknown[] {
  const { replaces, icon } = context;
  const [summary, body] = textsOf(note, context.capabilities);
  return [appName, replaces, icon, summary, body, actionsOf(note, context), hintsOf(note, context), serverDecides];
}

// The specification has no markup in a summary: escaped, it would show its entities on every desktop that keeps to it.
function textsOf({ title, body }: Note, capabilities: ReadonlySet<string>): [string, string] {
  const [summary, text] = [sendable(title), sendable(body)];
  if (!capabilities.has('body')) return [[summary, text].filter((part) => part !== '').join(': '), ''];
  return [summary, capabilities.has('body-markup') ? escapeMarkup(text) : text];
}

function actionsOf({ tag, buttons, reply }: Note, { capabilities, nonce }: NotifyContext): string[] {
  if (!capabilities.has('actions')) return [];
  const actions = [
    [defaultKey, words.notes.open],
    ...buttons.map(({ id, label }) => [writeActionKey(nonce, { tag, button: id }), sendable(label)]),
  ];
  if (reply && capabilities.has('inline-reply')) actions.push([inlineReplyKey, words.notes.reply]);
  return actions.flat();
}

function hintsOf(note: Note, { capabilities }: NotifyContext): Record<string, BusVariant> {
  const hints: Record<string, BusVariant> = {
    urgency: new BusVariant('y', note.urgency === 'critical' ? 2 : 1),
    category: new BusVariant('s', 'im.received'),
    'desktop-entry': new BusVariant('s', desktopEntry),
  };
  if (note.isSilent) hints['suppress-sound'] = new BusVariant('b', true);
  else if (capabilities.has('sound')) hints['sound-name'] = new BusVariant('s', 'message-new-instant');
  if (note.isSending) {
    hints.resident = new BusVariant('b', true);
    hints.transient = new BusVariant('b', true); // nothing to find in a list of old notifications
  }
  if (note.reply && capabilities.has('inline-reply')) {
    const { placeholder, sendLabel } = note.reply;
    hints['x-kde-reply-placeholder-text'] = new BusVariant('s', sendable(placeholder));
    hints['x-kde-reply-submit-button-text'] = new BusVariant('s', sendable(sendLabel));
  }
  return hints;
}

/** The bus cuts off whoever sends it a zero character. */
function sendable(text: string): string {
  return text.replaceAll('\0', '');
}
