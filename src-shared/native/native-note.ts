/** A button of a native notification. `id` comes back as it is when the button is pressed. */
export type NoteButton = { id: string; label: string };

/** A field to type an answer into, inside the notification. `id` comes back with what was typed. */
export type NoteReply = { id: string; placeholder: string; sendLabel: string };

/** A list to pick one answer from, inside the notification. `id` comes back with the `id` of the option. */
export type NoteSelection = { id: string; label: string; options: readonly NoteButton[]; sendLabel: string };

/**
 * A native notification in our words: what the plan decides and an adapter shows. All texts are plain; an adapter
 * escapes them where its system reads markup. `tag` names it: showing the same tag again replaces it in place.
 */
export type Note = {
  tag: string;
  title: string;
  body: string;
  urgency: 'normal' | 'critical';
  isSilent: boolean;
  /** It stays on screen while its button's answer is on the way (`resident`). */
  isSending: boolean;
  /** Never more than the capabilities allow. */
  buttons: readonly NoteButton[];
  reply?: NoteReply | undefined;
  selection?: NoteSelection | undefined;
};

/** What a notification service can do here and now: the columns of design.md 4, read from the system, never from its name. */
export type NoteCapabilities = {
  /** No notification can be shown at all. */
  isAbsent: boolean;
  /** How many actions get a form of their own in one notification; 0: a click opens the item, nothing else. */
  actions: number;
  /** A `choice` with at most so many options becomes buttons. */
  choiceButtons: number;
  /** A `scale` with at most so many steps becomes buttons. */
  scaleButtons: number;
  hasReply: boolean;
  hasSelection: boolean;
  /** The system's own do-not-disturb, as far as it can be read. */
  isInhibited: boolean;
};

/** What a person did with a notification. May arrive twice, late, and after a restart of the app. */
export type NoteActivation =
  | { kind: 'open' }
  | { kind: 'button'; id: string }
  | { kind: 'reply'; id: string; text: string }
  | { kind: 'selection'; id: string; option: string };

export type NoteEvent =
  /** `activationToken`: what the window system wants to see before it lets a window come to the front. */
  | { type: 'activated'; tag: string; activation: NoteActivation; activationToken?: string | undefined }
  /** Gone from the screen. Never an answer. */
  | { type: 'closed'; tag: string; because: 'timed-out' | 'dismissed' | 'withdrawn' | 'unknown' }
  /** The system did not show it. */
  | { type: 'failed'; tag: string; why: string }
  | { type: 'capabilities-changed' };
