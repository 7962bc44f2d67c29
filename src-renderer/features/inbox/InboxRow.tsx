import { memo } from 'react';
import type { AnswerView, ItemRow } from '#shared/inbox/item';
import { foreign } from '#shared/words/foreign';
import { words } from '#shared/words/words';
import type { RowProps } from '../../list/Option.tsx';
import { Origin } from '../../list/Origin.tsx';
import { RowFrame } from '../../list/RowFrame.tsx';
import { Age } from '../../ui/Age.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { useSpeech } from '../../ui/speech-context.ts';
import { useRedrawAt } from '../../ui/use-moment.ts';
import { answerStateWords } from '../../words/answering.ts';
import { flagBadge } from '../../words/flags.ts';
import { flagsToShow } from './flags-to-show.ts';

/** An open item: what is asked, by whom, what it would do, and how long there is. */
export const InboxRow = memo(function InboxRow({ row, clockOffsetMs, accountName, accountColour }: RowProps) {
  useSpeech();
  return (
    <RowFrame
      row={row}
      accountName={accountName}
      accountColour={accountColour}
      unread={row.unread}
      about={<Origin row={row} />}
      pills={<Pills row={row} />}
      when={
        row.deadline === undefined ? (
          <Age since={row.timestamp} clockOffsetMs={clockOffsetMs} />
        ) : (
          <Countdown deadline={row.deadline} clockOffsetMs={clockOffsetMs} />
        )
      }
    />
  );
});

/** How the person's own answer stands comes before what the sender says of the question; the project stays readable. */
function Pills({ row }: { row: ItemRow }) {
  const { shown, more } = flagsToShow(
    row.flags,
    row.answer || row.hasDraft || row.marks.returnedAt !== undefined ? 0 : 1,
  );
  return (
    <>
      {row.answer && <AnswerPill answer={row.answer} />}
      {!row.answer && row.hasDraft && <Pill>{words.list.draft}</Pill>}
      {row.marks.returnedAt !== undefined && <Pill>{words.snooze.back}</Pill>}
      {shown.map((flag) => (
        <Pill key={flag}>{foreign(flagBadge(flag), 24)}</Pill>
      ))}
      {shown.length > 0 && more > 0 && <Pill>{words.list.moreFlags(more)}</Pill>}
    </>
  );
}

function AnswerPill({ answer }: { answer: AnswerView }) {
  const now = Date.now();
  const counting = answer.state === 'held' && answer.sendAt > now;
  useRedrawAt(counting ? answer.sendAt - (Math.ceil((answer.sendAt - now) / 1000) - 1) * 1000 : undefined);
  return <Pill tone={answer.state === 'returned' ? 'warn' : 'neutral'}>{answerStateWords(answer, now)}</Pill>;
}
