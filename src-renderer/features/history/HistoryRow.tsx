import { memo } from 'react';
import type { RowProps } from '../../list/Option.tsx';
import { RowFrame } from '../../list/RowFrame.tsx';
import { useSpeech } from '../../ui/speech-context.ts';
import { endingParts } from '../../words/endings.ts';
import { timeOfDay } from '../../words/times.ts';

/** An item that is over: what was asked, and how it ended. */
export const HistoryRow = memo(function HistoryRow({ row, clockOffsetMs, ...account }: RowProps) {
  useSpeech();
  const { ending } = row;
  if (ending === undefined) return <RowFrame row={row} {...account} about={null} when={null} />;
  const at = ending.at - clockOffsetMs;
  const { what, who } = endingParts({ ...row, ending });
  return (
    <RowFrame
      row={row}
      {...account}
      about={what}
      after={who === undefined ? undefined : `· ${who}`}
      when={<time dateTime={new Date(at).toISOString()}>{timeOfDay(at)}</time>}
    />
  );
});
