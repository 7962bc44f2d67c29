import { type ReactNode, useCallback } from 'react';
import { words } from '#shared/words/words';
import { ListPane } from '../../list/ListPane.tsx';
import { Note } from '../../list/Note.tsx';
import { dayOf } from '../../stores/list-entries.ts';
import { useRedrawAt } from '../../ui/use-moment.ts';
import { comingDayWords } from '../../words/moments.ts';
import { SnoozedRow } from './SnoozedRow.tsx';

/** What is put off, by the day on which it comes back. */
export function Snoozed({ before }: { before?: ReactNode }) {
  const now = Date.now();
  useRedrawAt(new Date(now).setHours(24, 0, 0, 0));
  const today = dayOf(now);
  const headerWords = useCallback((day: string) => comingDayWords(noonOf(day), noonOf(today)), [today]);
  return (
    <ListPane
      view="snoozed"
      label={words.shell.views.snoozed}
      headerWords={headerWords}
      Row={SnoozedRow}
      empty={<Note title={words.snooze.empty} hint={words.snooze.emptyHint} />}
      before={before}
    />
  );
}

const noonOf = (day: string) => new Date(`${day}T12:00:00`).getTime();
