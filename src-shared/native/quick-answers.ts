import type { NoteButton } from './native-note.ts';
import { readAct } from './note-act.ts';
import { type Asked, formsFor } from './note-forms.ts';

/** A menu shows so many answers of one item; `choice` up to as many options. */
const limits = { actions: 6, choiceButtons: 5, scaleButtons: 0, hasReply: false, hasSelection: false };

/** The answers that one click in the tray's menu gives: the buttons of a notification without its fields. */
export function quickAnswers(asked: Asked): NoteButton[] {
  return formsFor(asked, limits).buttons.filter(({ id }) => readAct(id)?.do === 'answer');
}
