import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { sections } from '#shared/inbox/urgency';
import { words } from '#shared/words/words';
import { ListPane } from '../../list/ListPane.tsx';
import { Note } from '../../list/Note.tsx';
import { useStores } from '../../stores/use-stores.ts';
import { InboxRow } from './InboxRow.tsx';

const headerWords = (group: string) => words.list.sections[sections.find((one) => one === group) ?? 'waiting'];

type InboxProps = { before?: ReactNode; head?: ReactNode; after?: ReactNode; whenEmpty?: ReactNode };

/**
 * The list of what waits for the person. `head` stands above its rows and `after` under them; `whenEmpty` in its place
 * where there is no room beside it.
 */
export function Inbox({ before, head, after, whenEmpty }: InboxProps) {
  const { openItem } = useStores();
  // Beside the list stands the same in more words, unless an item is still open there.
  const isItemOpen = useStore(openItem, (state) => state.key !== undefined);
  return (
    <ListPane
      view="inbox"
      label={words.shell.views.inbox}
      headerWords={headerWords}
      Row={InboxRow}
      empty={whenEmpty ?? (isItemOpen && <Note title={words.empty.inbox} />)}
      before={before}
      head={head}
      after={after}
    />
  );
}
