import { z } from 'zod';
import { Draft, emptyDraft } from '#shared/inbox/draft';
import { type ItemKey, partsOf } from '#shared/inbox/item-key';
import type { Database } from './database.ts';

const Row = z.object({ draft: z.string() }).optional();

/** What a person typed and chose so far, per item. */
export class DraftStore {
  readonly #read;
  readonly #write;
  readonly #remove;

  constructor(database: Database) {
    this.#read = database.prepare('SELECT draft FROM drafts WHERE account = ? AND id = ?');
    this.#write = database.prepare(`INSERT INTO drafts (account, id, draft, saved_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (account, id) DO UPDATE SET draft = excluded.draft, saved_at = excluded.saved_at`);
    this.#remove = database.prepare('DELETE FROM drafts WHERE account = ? AND id = ?');
  }

  read(key: ItemKey): Draft {
    const { account, id } = partsOf(key);
    const row = Row.parse(this.#read.get(account, id));
    return row === undefined ? emptyDraft : Draft.catch(emptyDraft).parse(JSON.parse(row.draft));
  }

  write(key: ItemKey, draft: Draft, now: number): void {
    const { account, id } = partsOf(key);
    if (isEmpty(draft)) this.#remove.run(account, id);
    else this.#write.run(account, id, JSON.stringify(draft), now);
  }

  remove(key: ItemKey): void {
    const { account, id } = partsOf(key);
    this.#remove.run(account, id);
  }
}

function isEmpty({ openAction, inputs }: Draft): boolean {
  return openAction === null && Object.keys(inputs).length === 0;
}

/** Whether there is something typed or chosen in a draft, and not just an opened control. */
export function holdsInput({ inputs }: Draft): boolean {
  return Object.values(inputs).some(
    (input) => input !== null && input !== '' && !(Array.isArray(input) && !input.length),
  );
}
