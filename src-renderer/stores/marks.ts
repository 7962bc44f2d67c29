import { createStore } from 'zustand/vanilla';
import type { ItemRow } from '#shared/inbox/item';
import { type ItemKey, partsOf } from '#shared/inbox/item-key';
import type { Bridge } from '#shared/ipc/contract';
import type { AppError, Result } from '#shared/result';
import { type AppStore, clockOffset } from './app.ts';
import type { Clock } from './clock.ts';
import type { ListStore } from './list.ts';
import type { Navigation } from './navigation.ts';
import type { OpenItemStore } from './open-item.ts';

/** The question that the snooze menu is about. Times are ms of this machine's clock. */
export type Asking = Pick<ItemRow, 'key' | 'title'> & {
  deadline: number | undefined;
  snoozedUntil: number | undefined;
};

/** What is said about the latest mark. `before`: until when it was snoozed already. */
export type MarkNotice = { at: number } & (
  | { kind: 'snoozed'; key: ItemKey; title: string; until: number; before: number | undefined }
  | { kind: 'brought-back'; key: ItemKey; title: string }
  | { kind: 'refused'; error: AppError }
  | { kind: 'still-open' }
);
type NewNotice = MarkNotice extends infer One ? (One extends MarkNotice ? Omit<One, 'at'> : never) : never;

export type MarksState = { asking: Asking | undefined; notice: MarkNotice | undefined };

export type MarksPorts = {
  bridge: Bridge;
  clock: Clock;
  app: AppStore;
  openItem: OpenItemStore;
  navigation: Navigation;
  inbox: ListStore;
};

/** A notice stays so long, in ms. */
const stayMs = 8_000;

/** What a person marks on the item before them: put off, pinned, done with. */
export function createMarksStore({ bridge, clock, app, openItem, navigation, inbox }: MarksPorts) {
  const store = createStore<MarksState>(() => ({ asking: undefined, notice: undefined }));
  let cancelAlarm = () => {};

  function say(notice: NewNotice): void {
    store.setState({ notice: { ...notice, at: clock.now() } });
    cancelAlarm();
    cancelAlarm = clock.at(clock.now() + stayMs, dismiss);
  }

  function dismiss(): void {
    cancelAlarm();
    store.setState({ notice: undefined });
  }

  function isDone(reply: Result<undefined>): boolean {
    if (!reply.ok) say({ kind: 'refused', error: reply.error });
    return reply.ok;
  }

  /** The open item, while it can still be put off or pinned. */
  function waiting() {
    const { item } = openItem.getState();
    const isAnswered = item?.answer !== undefined && item.answer.state !== 'returned';
    return item === undefined || item.ending !== undefined || isAnswered ? undefined : item;
  }

  return {
    store,
    dismiss,

    /** Whether the open item can be put off or pinned now. */
    takesMarks: () => waiting() !== undefined,

    /** Opens the menu for the open item. */
    ask(): boolean {
      const item = waiting();
      if (!item) return false;
      const { key, title, deadline, marks } = item;
      const offset = clockOffset(app.store.getState().app, partsOf(key).account);
      const local = deadline === undefined ? undefined : deadline - offset;
      openItem.getState().flushDraft();
      store.setState({ asking: { key, title, deadline: local, snoozedUntil: marks.snoozedUntil } });
      return true;
    },

    cancel: () => store.setState({ asking: undefined }),

    /** Puts off what the menu is about; the next item opens. */
    async snooze(until: number): Promise<void> {
      const { asking } = store.getState();
      if (!asking) return;
      const { key, title, snoozedUntil: before } = asking;
      store.setState({ asking: undefined });
      if (!isDone(await bridge.call('inbox:snooze', { key, until }))) return;
      say({ kind: 'snoozed', key, title, until, before });
      if (before === undefined) navigation.leaveItem(key);
    },

    /** Brings the open item back now. */
    async bringBack(): Promise<void> {
      const { item } = openItem.getState();
      store.setState({ asking: undefined });
      if (item?.marks.snoozedUntil === undefined) return;
      const { key, title } = item;
      if (!isDone(await bridge.call('inbox:unsnooze', { key }))) return;
      say({ kind: 'brought-back', key, title });
      navigation.leaveItem(key);
    },

    /** Pins the open item, or takes the pin out. */
    async pin(): Promise<void> {
      const item = waiting();
      if (!item) return;
      const reply = await bridge.call('inbox:pin', { key: item.key, isPinned: !item.marks.isPinned });
      if (isDone(reply)) inbox.retry(); // it goes to its new place at once
    },

    /** Leaves an item that is over, or answered; one that waits is left where it is, and it is said why. */
    archive(): void {
      const { item } = openItem.getState();
      if (item === undefined) return;
      if (waiting()) say({ kind: 'still-open' });
      else navigation.leaveItem(item.key);
    },

    /** When the latest snooze was, in ms of this machine's clock, while it is said and can be taken back. */
    undoableAt(): number | undefined {
      const { notice } = store.getState();
      return notice?.kind === 'snoozed' ? notice.at : undefined;
    },

    /** Takes the latest snooze back and shows its item again. */
    async undo(): Promise<void> {
      const { notice } = store.getState();
      if (notice?.kind !== 'snoozed') return;
      const { key, before } = notice;
      dismiss();
      const isSooner = before === undefined || before <= clock.now();
      const reply = isSooner
        ? await bridge.call('inbox:unsnooze', { key })
        : await bridge.call('inbox:snooze', { key, until: before });
      if (!isDone(reply)) return;
      inbox.retry(); // it stands in its place at once, and not behind "1 new"
      await navigation.showItem(key);
    },
  };
}
export type MarksStore = ReturnType<typeof createMarksStore>;
