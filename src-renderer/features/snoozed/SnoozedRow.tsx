import { memo } from 'react';
import { words } from '#shared/words/words';
import type { RowProps } from '../../list/Option.tsx';
import { Origin } from '../../list/Origin.tsx';
import { RowFrame } from '../../list/RowFrame.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { useSpeech } from '../../ui/speech-context.ts';
import { comingMomentWords } from '../../words/moments.ts';
import { timeOfDay } from '../../words/times.ts';

/** An item that is put off: what is asked, by whom, and when it comes back. */
export const SnoozedRow = memo(function SnoozedRow({ row, clockOffsetMs, ...account }: RowProps) {
  useSpeech();
  const until = row.marks.snoozedUntil;
  return (
    <RowFrame
      row={row}
      {...account}
      about={<Origin row={row} />}
      pills={
        <>
          {row.hasDraft && <Pill>{words.list.draft}</Pill>}
          {row.deadline !== undefined && <Countdown deadline={row.deadline} clockOffsetMs={clockOffsetMs} />}
        </>
      }
      when={
        until !== undefined && (
          <time dateTime={new Date(until).toISOString()} title={comingMomentWords(until, Date.now())}>
            {timeOfDay(until)}
          </time>
        )
      }
    />
  );
});
