import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Draft, type DraftInput, emptyDraft } from '#shared/inbox/draft';
import type { ItemDetail } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';
import type { Bridge } from '#shared/ipc/contract';
import type { Action } from '#shared/protocol/action';
import { needsConfirmation } from '#shared/protocol/flags';
import type { ActionId } from '#shared/protocol/ids';
import type { AppError } from '#shared/result';
import type { ResponseData } from '#shared/validation/validate-response';
import { isAnswerable, shownAction, takesAnswer } from '../controls/answerable.ts';
import { controlOf } from '../controls/registry.tsx';

/** Drafts are saved at most this often while a person types, in ms. */
const draftSaveMs = 400;
/** What was written before an item came on screen is not sent before it has been there this long, in ms. */
const settleMs = 250;

export type OpenItemState = {
  key: ItemKey | undefined;
  /** Undefined until it is loaded. */
  item: ItemDetail | undefined;
  loadError: AppError | undefined;
  draft: Draft;
  /** Whether the person has put something into the draft since the item was opened. */
  touched: boolean;
  /** The revision that the person has looked at; an answer is bound to it. */
  revision: string | undefined;
  /** What is asked changed while it was open: nothing can be answered before a fresh look. */
  changed: boolean;
  /** The action whose Send was tried although something is missing, so that the control says what. */
  attempted: ActionId | undefined;
  /** The answer that waits for a second, deliberate act. */
  confirming: { actionId: ActionId; data: ResponseData } | undefined;
  submitting: boolean;
  /** Why the last submit, undo or save did not work. */
  error: AppError | undefined;
};

export type OpenItemCommands = {
  /** Opens an item. `confirmAction` goes straight to that action: its confirmation, or its control. */
  open: (key: ItemKey, options?: { confirmAction?: ActionId | undefined }) => Promise<void>;
  /** Leaves the item; what was typed is kept. */
  close: () => void;
  retryLoad: () => Promise<void>;
  /** The person has it in front of them: told to the server once per opening. */
  markSeen: () => void;
  /** Says that the changed question was read again. */
  lookedAgain: () => void;
  setInput: (actionId: ActionId, input: DraftInput | undefined) => void;
  /** Presses an action's button: a `simple` one answers, another opens or closes its control. */
  press: (actionId: ActionId) => void;
  /** Sends what stands in the shown control, or says there what is missing. */
  send: () => void;
  confirm: () => void;
  cancelConfirmation: () => void;
  /** Asks again for an answer that came back because it had waited too long. */
  confirmAgain: () => void;
  undo: () => void;
  dismissError: () => void;
  /**
   * The digit keys 1 to 9: the nth action, or the nth option of the only one. Returns whether it meant something. Whether a
   * key may answer now is the keyboard's to know (stores/sight.ts).
   */
  pressDigit: (digit: number) => boolean;
  /** `y` and `n` choose a side of a binary action; Send still sends it. Returns whether it meant something. */
  answerBinary: (yes: boolean) => boolean;
  flushDraft: () => void;
  openLink: (url: string) => void;
  saveAttachment: (index: number) => Promise<boolean>;
  copyText: (text: string) => Promise<boolean>;
  /** Stops listening to the bridge. */
  dispose: () => void;
};

export type OpenItemStore = StoreApi<OpenItemState & OpenItemCommands>;

export type OpenItemPorts = {
  bridge: Bridge;
  now: () => number;
  setTimer: (run: () => void, ms: number) => number;
  clearTimer: (timer: number) => void;
};

const nothingOpen: OpenItemState = {
  key: undefined,
  item: undefined,
  loadError: undefined,
  draft: emptyDraft,
  touched: false,
  revision: undefined,
  changed: false,
  attempted: undefined,
  confirming: undefined,
  submitting: false,
  error: undefined,
};

/** The item that is open in the window, with what the person does to it. Works without React. */
export function createOpenItemStore({ bridge, now, setTimer, clearTimer }: OpenItemPorts): OpenItemStore {
  /** Counts openings and reads, so that a reply to an earlier one is dropped. */
  let opening = 0;
  let reading = 0;
  let shownAt = Number.POSITIVE_INFINITY;
  let seen = false;
  let unsaved = false;
  let saveTimer: number | undefined;
  /** Shown once more on demand: what was typed in another window since is in the stored draft. */
  let adoptsDraft = false;

  return createStore<OpenItemState & OpenItemCommands>()((set, get) => {
    const unsubscribe = bridge.on('inbox:changed', ({ keys }) => {
      const { key } = get();
      if (key !== undefined && (keys === null || keys.includes(key))) void read(key);
    });

    async function read(key: ItemKey): Promise<void> {
      const mine = ++reading;
      const reply = await bridge.call('inbox:open-item', { key });
      if (mine !== reading || get().key !== key) return;
      if (reply.ok) return show(reply.value);
      if (get().item === undefined || reply.error.code === 'item/not-found') {
        set({ item: undefined, loadError: reply.error, confirming: undefined });
      }
    }

    function show(item: ItemDetail): void {
      const { item: before, revision, confirming } = get();
      if (before === undefined) {
        shownAt = now();
        set({ item, revision: item.revision, draft: withReturned(item, item.draft), loadError: undefined });
        return;
      }
      const changed = item.revision !== revision;
      set({
        item,
        changed,
        loadError: undefined,
        draft: withReturned(item, adoptsDraft && !unsaved ? item.draft : get().draft),
        confirming: changed || !takesAnswer(item) ? undefined : confirming,
      });
      adoptsDraft = false;
    }

    function submit(actionId: ActionId, data: ResponseData, confirmed: boolean): void {
      const { key, revision, submitting } = get();
      if (key === undefined || revision === undefined || submitting) return;
      const mine = opening;
      flushDraft();
      set({ submitting: true, confirming: undefined, attempted: undefined, error: undefined });
      void bridge.call('answer:submit', { key, revision, actionId, data, confirmed }).then((reply) => {
        const { item } = get();
        if (mine !== opening || item === undefined) return;
        if (reply.ok) return set({ submitting: false, item: { ...item, answer: reply.value } });
        set({ submitting: false, error: reply.error });
        // Whatever is known here may be out of date: the answer was refused for it.
        return read(key);
      });
    }

    function answer(action: Action, data: ResponseData): void {
      if (!mayAnswer()) return;
      if (needsConfirmation(action.flags)) set({ confirming: { actionId: action.id, data }, error: undefined });
      else submit(action.id, data, false);
    }

    function mayAnswer(): boolean {
      const { item, changed, submitting, confirming } = get();
      return item !== undefined && takesAnswer(item) && !changed && !submitting && confirming === undefined;
    }

    function changeDraft(change: (draft: Draft) => Draft): void {
      set({ draft: change(get().draft), attempted: undefined, touched: true });
      unsaved = true;
      saveTimer ??= setTimer(flushDraft, draftSaveMs);
    }

    function flushDraft(): void {
      if (saveTimer !== undefined) clearTimer(saveTimer);
      saveTimer = undefined;
      const { key, draft } = get();
      if (!unsaved || key === undefined) return;
      unsaved = false;
      const mine = opening;
      void bridge.call('answer:save-draft', { key, draft }).then((reply) => {
        if (mine === opening && !reply.ok) set({ error: reply.error });
      });
    }

    function openAction(actionId: ActionId | null): void {
      changeDraft((draft) => ({ ...draft, openAction: actionId }));
    }

    function actionOf(actionId: ActionId | undefined): Action | undefined {
      const action = get().item?.notification.actions.find((one) => one.id === actionId);
      return action && isAnswerable(action) ? action : undefined;
    }

    /** Whether what was written earlier may be sent: not as soon as it comes up under somebody's fingers. */
    function isSettled(): boolean {
      return now() - shownAt >= settleMs;
    }

    function leave(): void {
      flushDraft();
      opening++;
      reading++;
      seen = false;
      adoptsDraft = false;
      shownAt = Number.POSITIVE_INFINITY;
    }

    return {
      ...nothingOpen,

      async open(key, { confirmAction } = {}) {
        if (get().key !== key) {
          leave();
          set({ ...nothingOpen, key });
        } else if (!unsaved) adoptsDraft = true;
        await read(key);
        const action = get().key === key ? actionOf(confirmAction) : undefined;
        if (!action) return;
        if (!controlOf(action).asksForValue) answer(action, null);
        else openAction(action.id);
      },

      close() {
        leave();
        set(nothingOpen);
      },

      async retryLoad() {
        const { key } = get();
        if (key !== undefined) await read(key);
      },

      markSeen() {
        const { key, item } = get();
        if (seen || key === undefined || item === undefined) return;
        seen = true;
        void bridge.call('inbox:see', { key });
      },

      lookedAgain() {
        const { item } = get();
        if (item) set({ changed: false, revision: item.revision, error: undefined });
      },

      setInput(actionId, input) {
        changeDraft((draft) => {
          const { [actionId]: _, ...others } = draft.inputs;
          return { ...draft, inputs: input === undefined ? others : { ...others, [actionId]: input } };
        });
      },

      press(actionId) {
        const action = actionOf(actionId);
        if (!action || !mayAnswer()) return;
        if (controlOf(action).asksForValue) openAction(get().draft.openAction === actionId ? null : actionId);
        else answer(action, null);
      },

      send() {
        const { item, draft, touched } = get();
        const action = item && shownAction(item, draft);
        if (!action || !mayAnswer() || (!touched && !isSettled())) return;
        const answered = controlOf(action).read(action, draft.inputs[action.id]);
        if (answered.ok) answer(action, answered.value);
        else set({ attempted: action.id });
      },

      confirm() {
        const { confirming } = get();
        if (confirming) submit(confirming.actionId, confirming.data, true);
      },

      cancelConfirmation() {
        set({ confirming: undefined });
      },

      confirmAgain() {
        const { item } = get();
        const returned = item?.answer;
        const action = actionOf(returned?.actionId);
        if (returned?.state !== 'returned' || !action || !mayAnswer()) return;
        set({ confirming: { actionId: action.id, data: returned.data as ResponseData }, error: undefined });
      },

      undo() {
        const { key, item } = get();
        if (key === undefined || item?.answer?.state !== 'held') return;
        const mine = opening;
        void bridge.call('answer:undo', { key }).then((reply) => {
          const current = get().item;
          if (mine !== opening || current === undefined) return;
          if (reply.ok) set({ item: { ...current, answer: undefined }, error: undefined });
          else set({ error: reply.error });
          return read(key);
        });
      },

      dismissError() {
        set({ error: undefined });
      },

      pressDigit(digit) {
        const { item, draft } = get();
        if (!item || !mayAnswer()) return false;
        const actions = item.notification.actions;
        const shown = actions.length === 1 ? shownAction(item, draft) : undefined;
        if (shown) {
          const input = controlOf(shown).pressDigit?.(shown, draft.inputs[shown.id], digit);
          if (input !== undefined) get().setInput(shown.id, input);
          return input !== undefined;
        }
        const action = actionOf(actions[digit - 1]?.id);
        if (!action) return false;
        if (controlOf(action).asksForValue) openAction(action.id);
        else answer(action, null);
        return true;
      },

      answerBinary(yes) {
        const { item, draft } = get();
        if (!item || !mayAnswer()) return false;
        const candidates = item.notification.actions.filter(isAnswerable).filter((one) => controlOf(one).pressYesNo);
        const shown = shownAction(item, draft);
        const action =
          candidates.find((one) => one.id === shown?.id) ?? (candidates.length === 1 ? candidates[0] : undefined);
        const input = action && controlOf(action).pressYesNo?.(yes);
        if (!action || input === undefined) return false;
        if (item.notification.actions.length > 1 && draft.openAction !== action.id) openAction(action.id);
        get().setInput(action.id, input);
        return true;
      },

      flushDraft,

      openLink(url) {
        const mine = opening;
        void bridge.call('evidence:open-link', { url }).then((reply) => {
          if (mine === opening && !reply.ok) set({ error: reply.error });
        });
      },

      async saveAttachment(index) {
        const { key } = get();
        if (key === undefined) return false;
        const mine = opening;
        const reply = await bridge.call('evidence:save-attachment', { key, index });
        if (!reply.ok && mine === opening) set({ error: reply.error });
        return reply.ok && reply.value.saved;
      },

      async copyText(text) {
        return (await bridge.call('clipboard:copy-text', { text })).ok;
      },

      dispose() {
        leave();
        unsubscribe();
      },
    };
  });
}

/** Puts an answer that came back into its control, unless something was typed there since. */
function withReturned(item: ItemDetail, draft: Draft): Draft {
  const { answer } = item;
  if (answer?.state !== 'returned' || draft.inputs[answer.actionId] !== undefined) return draft;
  const action = item.notification.actions.find((one) => one.id === answer.actionId);
  if (!action || !isAnswerable(action)) return draft;
  const input = controlOf(action).write(action, answer.data as ResponseData);
  if (input === undefined) return draft;
  return { openAction: action.id, inputs: { ...draft.inputs, [action.id]: input } };
}
