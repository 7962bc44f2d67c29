import { type ReactNode, useCallback } from 'react';
import { words } from '#shared/words/words';
import { ListPane } from '../../list/ListPane.tsx';
import { Note } from '../../list/Note.tsx';
import { dayOf } from '../../stores/list-entries.ts';
import { useRedrawAt } from '../../ui/use-moment.ts';
import { dayWords } from '../../words/times.ts';
import { ExportBar } from './ExportBar.tsx';
import { HistoryRow } from './HistoryRow.tsx';

/** The list of what is over, by day. */
export function History({ before }: { before?: ReactNode }) {
  const now = Date.now();
  useRedrawAt(new Date(now).setHours(24, 0, 0, 0));
  const today = dayOf(now);
  const headerWords = useCallback((day: string) => dayWords(day, today), [today]);
  return (
    <ListPane
      view="history"
      label={words.shell.views.history}
      headerWords={headerWords}
      Row={HistoryRow}
      empty={<Note title={words.empty.history} hint={words.empty.historyHint} />}
      before={before}
      after={<ExportBar />}
    />
  );
}
