import { createStore } from 'zustand/vanilla';
import type { AnswerView } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';
import type { Bridge } from '#shared/ipc/contract';
import type { ReturnReason } from '#shared/outbox/outbox';
import { unreachable } from '#shared/result';
import type { Clock } from './clock.ts';
import type { RowStore } from './rows.ts';

/** What is said about one answer. `answer` is the answer in words, e.g. "Grow the volume". */
export type Toast = { key: ItemKey; answer: string } & (
  | { kind: 'held'; savedAt: number; sendAt: number }
  | { kind: 'sending' | 'sent' | 'taken-back' }
  | { kind: 'waiting'; onHold: boolean }
  | { kind: 'returned'; because: ReturnReason; message: string }
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

function toastOf(key: ItemKey, view: AnswerView, now: number): Toast {
  const about = { key, answer: view.words };
  switch (view.state) {
    case 'held':
      if (now >= view.sendAt) return { ...about, kind: 'sending' };
      return { ...about, kind: 'held', savedAt: view.savedAt, sendAt: view.sendAt };
    case 'waiting':
      return { ...about, kind: 'waiting', onHold: view.hold !== undefined };
    case 'sending':
      return { ...about, kind: 'sending' };
    case 'accepted':
    case 'delivered':
      return { ...about, kind: 'sent' };
    case 'returned':
      return { ...about, kind: 'returned', because: view.because, message: view.message };
    default:
      return unreachable(view);
  }
}

/** What was last said of an answer, so that each thing is said once: retries go back and forth for hours. */
type Followed = { savedAt: number; said: Toast['kind'] };

/** Follows the answers given here until they are through, and says at the bottom of the window how they stand. */
export function createToastStore({ bridge, clock, rows }: { bridge: Bridge; clock: Clock; rows: RowStore }) {
  const store = createStore<ToastsState>(() => ({ toasts: [] }));
  const followed = new Map<ItemKey, Followed>();
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

  function follow(key: ItemKey, view: AnswerView): void {
    const before = followed.get(key);
    const toast = toastOf(key, view, clock.now());
    const sameAnswer = before?.savedAt === view.savedAt;
    if (sameAnswer && before.said === 'taken-back') return;
    const news =
      !sameAnswer || (before.said !== toast.kind && !(before.said === 'waiting' && toast.kind === 'sending'));
    if (!news) return;
    followed.set(key, { savedAt: view.savedAt, said: toast.kind });
    rows.want('toasts', [...followed.keys()]);
    say(toast);
    if (toast.kind === 'sent' || toast.kind === 'returned') unfollow(key);
  }

  function unfollow(key: ItemKey): void {
    followed.delete(key);
    rows.want('toasts', [...followed.keys()]);
  }

  /** An answer in its take-back window is followed wherever it was given; others only if they were before. */
  function lookAtRows(): void {
    for (const [key, row] of rows.store.getState().rows) {
      const { answer } = row;
      if (answer && (followed.has(key) || (answer.state === 'held' && clock.now() < answer.sendAt)))
        follow(key, answer);
      else if (!answer && followed.get(key)?.said === 'held') dismiss(key);
    }
  }

  return {
    store,
    start: () => void rows.store.subscribe(lookAtRows),
    /** The person just gave this answer. */
    answered: follow,
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

    /** The latest answer that can still be taken back. */
    latestHeld(): ItemKey | undefined {
      return store.getState().toasts.findLast((one) => one.kind === 'held')?.key;
    },
  };
}
export type ToastStore = ReturnType<typeof createToastStore>;
