import type { ReactNode } from 'react';
import { ListPane, Note } from '../../list/ListPane.tsx';
import { words } from '../../words/shell.ts';
import { InboxRow } from './InboxRow.tsx';

const headerWords = (group: string) => words.list.sections[group === 'due-soon' ? 'due-soon' : 'waiting'];

/** The list of what waits for the person. `whenEmpty` stands in its place where there is no room beside it. */
export function Inbox({ before, whenEmpty }: { before?: ReactNode; whenEmpty?: ReactNode }) {
  return (
    <ListPane
      view="inbox"
      label={words.views.inbox}
      headerWords={headerWords}
      Row={InboxRow}
      empty={whenEmpty ?? <Note title={words.empty.inbox} hint={words.empty.inboxHint} />}
      before={before}
    />
  );
}
