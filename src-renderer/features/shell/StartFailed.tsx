import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { Note } from '../../list/Note.tsx';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';

/** The main process did not say how things are. */
export function StartFailed() {
  const { app } = useStores();
  const failure = useStore(app.store, (state) => state.failure);
  return (
    <Note title={words.shell.startFailed} hint={failure?.hint ?? failure?.message}>
      <Button size="s" onClick={() => void app.read()}>
        {words.shell.tryAgain}
      </Button>
    </Note>
  );
}
