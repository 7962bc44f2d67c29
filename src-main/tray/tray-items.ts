import type { Inbox } from '#main/inbox/inbox';
import type { InboxDatabase } from '#main/store/inbox-database';
import type { ItemRow } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';
import type { NoteButton } from '#shared/native/native-note';
import { quickAnswers } from '#shared/native/quick-answers';
import { speech } from '#shared/words/language';
import type { TrayItem } from './tray-model.ts';

/** The menu lists so many items. */
const most = 3;

export type TrayItemsPorts = {
  inbox: Inbox;
  store: InboxDatabase;
  /** Which showing of an item's buttons counts now. */
  roundOf: (key: ItemKey) => number;
};

/** The most urgent items with their quick answers. An item is read in full only when it, or what is asked, is new. */
export class TrayItems {
  readonly #ports: TrayItemsPorts;
  #known = new Map<string, NoteButton[]>();

  constructor(ports: TrayItemsPorts) {
    this.#ports = ports;
  }

  read(): TrayItem[] {
    const { inbox } = this.#ports;
    const known = new Map<string, NoteButton[]>();
    const items = inbox.rows(inbox.order({ view: 'inbox', search: '', limit: most }).keys).map((row) => {
      const answers = row.answer && row.answer.state !== 'returned' ? [] : this.#answersOf(row, known);
      return { row, answers };
    });
    this.#known = known;
    return items;
  }

  #answersOf({ key }: ItemRow, known: Map<string, NoteButton[]>): NoteButton[] {
    const { store, inbox, roundOf } = this.#ports;
    const round = roundOf(key);
    const name = JSON.stringify([key, store.queries.row(key)?.revision, round, speech]);
    const item = this.#known.has(name) ? undefined : inbox.item(key);
    const read = item?.ok ? quickAnswers({ ...item.value, round }) : [];
    const answers = this.#known.get(name) ?? read;
    known.set(name, answers);
    return answers;
  }
}
