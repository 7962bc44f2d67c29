import { createStore } from 'zustand/vanilla';
import type { AnswerView, Ending, WaitsFor } from '#shared/inbox/item';
import { type AccountId, type ItemKey, partsOf } from '#shared/inbox/item-key';
import type { Bridge } from '#shared/ipc/contract';
import type { ReturnReason } from '#shared/outbox/outbox';
import { unreachable } from '#shared/result';
import type { Clock } from './clock.ts';
import type { RowStore } from './rows.ts';

/** What is said about one answer. `answer` is the answer in words, e.g. "Grow the volume". */
export type Toast = { key: ItemKey; answer: string } & (
  | { kind: 'held'; savedAt: number; sendAt: number }
  | { kind: 'sending' | 'sent' | 'taken-back' }
  | { kind: 'waiting'; waitsFor: WaitsFor }
  | { kind: 'returned'; because: ReturnReason; winner: string | undefined; message: string }
  | { kind: 'not-undone'; message: string }
);

export type ToastsState = { toasts: readonly Toast[] };

const shownAtOnce = 3;
const briefMs = 3_000;
const readableMs = 8_000;

/** How long a toast stays, in ms; undefined: until its window ends, or the person puts it away. */
function stay(toast: Toast): number | undefined {
  switch (toast.kind) {
    case 'held':
    case 'returned':
      return undefined;
    case 'sent':
    case 'taken-back':
      return briefMs;
    case 'sending':
    case 'waiting':
    case 'not-undone':
      return readableMs;
    default:
      return unreachable(toast);
  }
}

function toastOf(key: ItemKey, view: AnswerView, ending: Ending | undefined, now: number): Toast {
  const about = { key, answer: view.words };
  switch (view.state) {
    case 'held':
      if (now >= view.sendAt) return { ...about, kind: 'sending' };
      return { ...about, kind: 'held', savedAt: view.savedAt, sendAt: view.sendAt };
    case 'waiting':
      return { ...about, kind: 'waiting', waitsFor: view.waitsFor };
    case 'sending':
      return { ...about, kind: 'sending' };
    case 'accepted':
    case 'delivered':
      return { ...about, kind: 'sent' };
    case 'returned':
      return {
        ...about,
        kind: 'returned',
        because: view.because,
        winner: winnerOf(view, ending),
        message: view.message,
      };
    default:
      return unreachable(view);
  }
}

/** Who was first, where somebody was and is known. */
function winnerOf({ because }: Extract<AnswerView, { state: 'returned' }>, ending: Ending | undefined) {
  if (because !== 'already-answered' || ending?.how !== 'answered' || ending.byMe) return undefined;
  return ending.responder?.id;
}

/** What was last said of an answer, so that each thing is said once: retries go back and forth for hours. */
type Said = Toast['kind'] | 'waiting-for-token' | 'returned-and-who-was-first';
type Followed = { savedAt: number; said: Said };

function saidBy(toast: Toast): Said {
  if (toast.kind === 'waiting' && toast.waitsFor === 'token') return 'waiting-for-token';
  return toast.kind === 'returned' && toast.winner !== undefined ? 'returned-and-who-was-first' : toast.kind;
}

export type ToastPorts = {
  bridge: Bridge;
  clock: Clock;
  rows: RowStore;
  /** Whether the answer to an item was given together with others, whose result is told of in one place. */
  isToldElsewhere?: (key: ItemKey) => boolean;
};

/** Follows the answers given here until they are through, and says at the bottom of the window how they stand. */
export function createToastStore({ bridge, clock, rows, isToldElsewhere = () => false }: ToastPorts) {
  const store = createStore<ToastsState>(() => ({ toasts: [] }));
  const followed = new Map<ItemKey, Followed>();
  const tokenAskedFor = new Set<AccountId>();
  const alarms = new Map<ItemKey, () => void>();

  function say(toast: Toast): void {
    const others = store.getState().toasts.filter((one) => one.key !== toast.key);
    store.setState({ toasts: [...others, toast].slice(-shownAtOnce) });
    const ms = stay(toast);
    const until = toast.kind === 'held' ? toast.sendAt : ms === undefined ? undefined : clock.now() + ms;
    alarms.get(toast.key)?.();
    alarms.delete(toast.key);
    if (until === undefined) return;
    alarms.set(
      toast.key,
      clock.at(until, () =>
        toast.kind === 'held' ? say({ key: toast.key, answer: toast.answer, kind: 'sending' }) : dismiss(toast.key),
      ),
    );
  }

  function dismiss(key: ItemKey): void {
    alarms.get(key)?.();
    alarms.delete(key);
    store.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.key !== key) }));
  }

  function follow(key: ItemKey, view: AnswerView, ending?: Ending): void {
    const before = followed.get(key);
    const toast = toastOf(key, view, ending, clock.now());
    const said = saidBy(toast);
    const sameAnswer = before?.savedAt === view.savedAt;
    if (sameAnswer && before.said === 'taken-back') return;
    const isRetry = toast.kind === 'sending' && before?.said.startsWith('waiting');
    if (sameAnswer && (before.said === said || isRetry)) return;
    followed.set(key, { savedAt: view.savedAt, said });
    rows.want('toasts', [...followed.keys()]);
    if (said === 'waiting-for-token' && wasTokenAskedFor(key)) dismiss(key);
    else say(toast);
    if (toast.kind === 'sent') tokenAskedFor.delete(partsOf(key).account);
    const isWinnerSought = toast.kind === 'returned' && toast.because === 'already-answered' && said === 'returned';
    if (toast.kind === 'sent' || (toast.kind === 'returned' && !isWinnerSought)) unfollow(key);
  }

  /** One refused token concerns every answer of an account: it is said once, until one of them is through. */
  function wasTokenAskedFor(key: ItemKey): boolean {
    const { account } = partsOf(key);
    const wasAsked = tokenAskedFor.has(account);
    tokenAskedFor.add(account);
    return wasAsked;
  }

  function unfollow(key: ItemKey): void {
    followed.delete(key);
    rows.want('toasts', [...followed.keys()]);
  }

  /** An answer in its take-back window is followed wherever it was given; others only if they were before. */
  function lookAtRows(): void {
    for (const [key, row] of rows.store.getState().rows) {
      const { answer, ending } = row;
      if (isToldElsewhere(key)) continue;
      if (answer && (followed.has(key) || (answer.state === 'held' && clock.now() < answer.sendAt)))
        follow(key, answer, ending);
      else if (!answer && followed.get(key)?.said === 'held') dismiss(key);
    }
  }

  return {
    store,
    start: () => void rows.store.subscribe(lookAtRows),
    /** The person just gave this answer. */
    answered: (key: ItemKey, view: AnswerView) => follow(key, view),
    dismiss,

    /** Takes an answer back; answers whether no byte of it was sent. */
    async undo(key: ItemKey): Promise<boolean> {
      const toast = store.getState().toasts.find((one) => one.key === key);
      const answer = toast?.answer ?? '';
      const reply = await bridge.call('answer:undo', { key });
      if (!reply.ok) {
        say({ key, answer, kind: 'not-undone', message: reply.error.message });
        return false;
      }
      if (toast?.kind === 'held') followed.set(key, { savedAt: toast.savedAt, said: 'taken-back' });
      say({ key, answer, kind: 'taken-back' });
      return true;
    },

    /** When the latest answer was given that can still be taken back, in ms. */
    latestHeldAt(): number {
      const toast = store.getState().toasts.findLast((one) => one.kind === 'held');
      return toast?.kind === 'held' ? toast.savedAt : Number.NEGATIVE_INFINITY;
    },

    /** The latest answer that can still be taken back. */
    latestHeld(): ItemKey | undefined {
      return store.getState().toasts.findLast((one) => one.kind === 'held')?.key;
    },
  };
}
export type ToastStore = ReturnType<typeof createToastStore>;
