import { useEffect } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActsLine } from '../ActsLine.tsx';
import { Failure } from '../parts.tsx';

/** Raises a notification for the person to see that they work. */
export function TestLine() {
  const { notices } = useStores();
  const test = useStore(notices.store, (state) => state.test);
  useEffect(() => notices.forgetTest, [notices]);
  return (
    <ActsLine
      label={words.notices.test}
      hint={
        <>
          {words.notices.testHint}
          <span role="status">{test.at === 'sent' && ` ${words.notices.testSent}`}</span>
          {test.at === 'failed' && (
            <Failure>
              {words.notices.testFailed} {test.error.message} {test.error.hint}
            </Failure>
          )}
        </>
      }
    >
      <Button size="s" aria-busy={test.at === 'sending'} onClick={() => void notices.sendTest()}>
        {words.notices.sendTest}
      </Button>
    </ActsLine>
  );
}
