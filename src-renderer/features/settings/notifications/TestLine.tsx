import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { noticeWords as words } from '../../../words/notices.ts';
import { Failure } from '../parts.tsx';
import { ActsLine } from './ActsLine.tsx';

/** Raises a notification for the person to see that they work. */
export function TestLine() {
  const { notices } = useStores();
  const test = useStore(notices.store, (state) => state.test);
  useEffect(() => notices.forgetTest, [notices]);
  return (
    <ActsLine
      label={words.test}
      hint={
        <>
          {words.testHint}
          <span role="status">{test.at === 'sent' && ` ${words.testSent}`}</span>
          {test.at === 'failed' && (
            <Failure>
              {words.testFailed} {test.error.message} {test.error.hint}
            </Failure>
          )}
        </>
      }
    >
      <Button size="s" aria-busy={test.at === 'sending'} onClick={() => void notices.sendTest()}>
        {words.sendTest}
      </Button>
    </ActsLine>
  );
}
