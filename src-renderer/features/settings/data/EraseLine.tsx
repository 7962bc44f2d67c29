import { useState } from 'react';
import { useStore } from 'zustand';
import type { AppState } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActsLine } from '../ActsLine.tsx';
import { Failure } from '../parts.tsx';
import { EraseDialog } from './EraseDialog.tsx';

/** Takes everything away that this app stored, after two deliberate acts. */
export function EraseLine({ counts }: { counts: AppState['counts'] }) {
  const { dataCare } = useStores();
  const work = useStore(dataCare.store, (state) => state.work);
  const inFlight = useStore(dataCare.store, (state) => state.inFlight);
  const failure = useStore(dataCare.store, (state) => state.failure);
  const [isAsking, setAsking] = useState(false);
  const hint = (
    <>
      {words.data.eraseHint}
      <span role="status">{work.at === 'leaving' && work.doing === 'erase' && ` ${words.data.leaving.erase}`}</span>
      {failure && <Failure>{failure.message}</Failure>}
    </>
  );
  return (
    <ActsLine label={words.data.erase} hint={hint}>
      <Button
        size="s"
        destructive
        onClick={() => {
          void dataCare.read(); // how many answers are on their way
          setAsking(true);
        }}
      >
        {words.data.eraseStart}
      </Button>
      {isAsking && (
        <EraseDialog
          counts={counts}
          inFlight={inFlight}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            void dataCare.erase();
          }}
        />
      )}
    </ActsLine>
  );
}
