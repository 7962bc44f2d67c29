import { useStore } from 'zustand';
import { Note } from '../../list/Note.tsx';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { words } from '../../words/shell.ts';

/** The main process did not say how things are. */
export function StartFailed() {
  const { app } = useStores();
  const failure = useStore(app.store, (state) => state.failure);
  return (
    <Note title={words.startFailed} hint={failure?.hint ?? failure?.message}>
      <Button size="s" onClick={() => void app.read()}>
        {words.tryAgain}
      </Button>
    </Note>
  );
}
