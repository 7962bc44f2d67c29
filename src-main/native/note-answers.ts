import type { Inbox } from '#main/inbox/inbox';
import type { AnswerPlace } from '#shared/history/decision-record';
import type { AnswerView, ItemDetail, ItemRow } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';
import type { ComposerRequest } from '#shared/native/composer';
import type { NoteActivation } from '#shared/native/native-note';
import { type AnswerAct, type NoteAct, readAct } from '#shared/native/note-act';
import { saidOfAnswer, saidOfLateUndo, saidOfOldButton, saidOfRefusal, saidOfUnknown } from '#shared/native/said-words';
import type { OfferedAction } from '#shared/protocol/notification';
import { type AppError, fail, ok, type Result, unreachable } from '#shared/result';
import { parseTypedNumber } from '#shared/validation/typed-number';
import { speech } from '#shared/words/language';
import { words } from '#shared/words/words';
import type { ItemNotes } from './item-notes.ts';
import type { NativeDoors } from './native-doors.ts';
import type { NoticeFile } from './notice-file.ts';

export type NoteAnswersPorts = {
  inbox: Inbox;
  notes: ItemNotes;
  file: NoticeFile;
  doors: NativeDoors;
  now: () => number;
};

/** A press that comes again this soon is the same press: systems deliver signals twice. In ms. */
const echoMs = 10_000;

/**
 * Answers given on a notification, or in the tray's menu, which uses the same ids. They go the way of every answer: the
 * inbox's `submit`, its outbox and its take-back window. Plain success is silent, everything else is said.
 */
export class NoteAnswers {
  readonly #ports: NoteAnswersPorts;

  constructor(ports: NoteAnswersPorts) {
    this.#ports = ports;
  }

  /** A button was pressed or a field was sent. `item`: whose note it was, if it was an item's. */
  activated(
    item: ItemKey | undefined,
    activation: Exclude<NoteActivation, { kind: 'open' }>,
    token?: string,
    from: AnswerPlace = 'notification',
  ): void {
    const act = readAct(activation.id);
    if (activation.kind === 'reply' && act?.do === 'reply') this.#answer(act, { text: activation.text, token, from });
    else if (activation.kind === 'selection' && act?.do === 'select') {
      this.#answer(act, { option: activation.option, token, from });
    } else if (activation.kind === 'button' && act) this.#pressed(item, act, token, from);
    else this.#ports.notes.say(item, saidOfUnknown());
  }

  #pressed(item: ItemKey | undefined, act: NoteAct, token: string | undefined, from: AnswerPlace): void {
    const { doors, notes } = this.#ports;
    switch (act.do) {
      case 'open':
        if (item) doors.showItem(item, undefined, token);
        else doors.raise(token);
        break;
      case 'answer':
        this.#answer(act, { token, from });
        break;
      case 'compose':
        this.#compose({ key: act.key, actionId: act.actionId, activationToken: token });
        break;
      case 'review':
        doors.showItem(act.key, act.actionId, token);
        break;
      case 'undo':
        this.#undo(act);
        break;
      case 'reply':
      case 'select': // a field without what was put into it
        notes.say(item, saidOfUnknown());
        break;
      default:
        unreachable(act);
    }
  }

  /** What became of an answer that was given here, as far as it is to be said. */
  follow(key: ItemKey, row: ItemRow | undefined): void {
    const { file, notes } = this.#ports;
    const followed = file.followed.get(key);
    if (!followed) return;
    const answer = row?.answer;
    if (!row || answer?.savedAt !== followed.savedAt) {
      notes.withdraw(key); // taken back in the window
      this.#unfollow(key);
      return;
    }
    if (answer.state === 'held') return;
    notes.withdraw(key);
    const said = saidOfAnswer(answer, row.ending);
    if (said && !(answer.state === 'waiting' && followed.isSaid)) notes.say(key, said);
    if (answer.state === 'waiting' && said) file.followed.set(key, { ...followed, isSaid: true });
    const isAccepted = answer.state === 'accepted' || answer.state === 'delivered';
    if (isAccepted && followed.isSaid) notes.unsay(key); // "will be sent" is no longer true
    if (isAccepted || answer.state === 'returned') this.#unfollow(key);
  }

  #answer(act: AnswerAct, given: Given): void {
    const { inbox, notes } = this.#ports;
    const item = inbox.item(act.key);
    if (!item.ok) {
      notes.say(undefined, saidOfRefusal(item.error, undefined));
      return;
    }
    const answered = this.#isOld(act) ? fail(oldButton()) : this.#submit(act, item.value, given);
    if (!answered.ok) {
      this.#refused(act, answered.error, item.value, given);
      return;
    }
    this.answered(item.value, answered.value);
  }

  /** An answer was saved and there is no window that says what becomes of it: its notification does. */
  answered(item: ItemRow, answer: AnswerView): void {
    const { file, notes, now } = this.#ports;
    file.rounds.set(item.key, { round: (file.rounds.get(item.key)?.round ?? 0) + 1, at: now() });
    file.followed.set(item.key, { key: item.key, savedAt: answer.savedAt, isSaid: false });
    file.changed();
    notes.send(item, answer);
  }

  #submit(act: AnswerAct, item: ItemDetail, given: Given): Result<AnswerView> {
    const { key, revision, actionId } = act;
    const action = item.notification.actions.find((one) => one.id === actionId);
    const data = action ? this.#dataOf(act, action, given) : ok(undefined);
    // What cannot be read goes on as the text it is, for the inbox to refuse: it may have a better reason.
    const value = data.ok ? data.value : given.text;
    const submitted = this.#ports.inbox.submit(key, {
      revision,
      actionId,
      data: value,
      confirmed: false,
      from: given.from,
    });
    return !submitted.ok && submitted.error.code === 'answer/invalid' && !data.ok ? data : submitted;
  }

  #dataOf(act: AnswerAct, action: OfferedAction, { text, option }: Given): Result<unknown> {
    if (act.do === 'answer') {
      if (action.response_type !== 'choice') return ok(act.value);
      return ok(action.options[Number(act.value)]?.value);
    }
    if (act.do === 'select') {
      return ok(action.response_type === 'choice' ? action.options[Number(option)]?.value : undefined);
    }
    if (action.response_type !== 'number' && action.response_type !== 'scale') return ok(text);
    const number = parseTypedNumber(text ?? '', speech.locale);
    return number.ok ? number : fail({ code: 'answer/invalid', message: number.error });
  }

  /** Buttons of a showing that has answered already. */
  #isOld({ key, round }: AnswerAct): boolean {
    return round !== (this.#ports.file.rounds.get(key)?.round ?? 0);
  }

  #refused(act: AnswerAct, error: AppError, item: ItemDetail, { text, token }: Given): void {
    const { inbox, notes, doors, file, now } = this.#ports;
    const { key, actionId } = act;
    const isOld = this.#isOld(act);
    if (isOld && now() - (file.rounds.get(key)?.at ?? 0) < echoMs) return;
    if (error.code === 'answer/unconfirmed') {
      doors.showItem(key, actionId, token);
      return;
    }
    notes.refresh(key, inbox.row(key));
    const isOver = item.ending !== undefined || error.code === 'item/closed';
    if (text !== undefined && isOver) this.#keep(act, item, text);
    else if (text !== undefined && !isOld) {
      this.#compose({ key, actionId, text, problem: error.message, activationToken: token });
      return;
    }
    const isTakenBack = isOld && !isOver && item.answer === undefined;
    notes.say(key, isTakenBack ? saidOfOldButton() : saidOfRefusal(error, item));
  }

  /** What was typed for a question that is over stays with it. */
  #keep({ key, actionId }: AnswerAct, { draft }: ItemDetail, text: string): void {
    this.#ports.inbox.saveDraft(key, { openAction: actionId, inputs: { ...draft.inputs, [actionId]: text } });
  }

  #compose(request: ComposerRequest): void {
    this.#ports.notes.withdraw(request.key);
    this.#ports.doors.openComposer(request);
  }

  #undo({ key, savedAt }: Extract<NoteAct, { do: 'undo' }>): void {
    const { inbox, notes } = this.#ports;
    const answer = inbox.row(key)?.answer;
    if (answer === undefined) return; // the same Undo once more
    if (answer.savedAt !== savedAt || !inbox.undo(key).ok) {
      notes.say(key, saidOfLateUndo());
      return;
    }
    this.#unfollow(key);
    notes.ask(key, { kind: 'asked-again', said: words.said.takenBack });
  }

  #unfollow(key: ItemKey): void {
    this.#ports.file.followed.delete(key);
    this.#ports.file.changed();
  }
}

/** What came with a press: a typed text, or the chosen option's id, and where it was made. */
type Given = { text?: string; option?: string; token: string | undefined; from: AnswerPlace };

function oldButton(): AppError {
  return { code: 'answer/in-flight', message: words.said.buttonIsDone };
}
