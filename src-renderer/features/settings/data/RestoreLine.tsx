import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActsLine } from '../ActsLine.tsx';
import { Progress } from '../Progress.tsx';
import { Failure } from '../parts.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';

/** Reads a backup through, shows what it holds, and puts it in the place of what is here once the person agreed. */
export function RestoreLine() {
  const { dataCare } = useStores();
  const work = useStore(dataCare.store, (state) => state.work);
  const inFlight = useStore(dataCare.store, (state) => state.inFlight);
  const isRunning = work.at === 'checking';
  const hint = (
    <>
      {words.data.restoreHint}
      {isRunning && <Progress label={words.data.checking} done={work.done} total={work.total} />}
      <span role="status">{work.at === 'leaving' && work.doing === 'restore' && ` ${words.data.leaving.restore}`}</span>
      {work.at === 'failed' && work.doing === 'restore' && (
        <Failure>
          {work.error.message} {work.error.hint}
        </Failure>
      )}
    </>
  );
  return (
    <ActsLine label={words.data.restore} hint={hint}>
      {isRunning ? (
        <Button size="s" onClick={() => void dataCare.cancel()}>
          {words.data.cancel}
        </Button>
      ) : (
        <Button size="s" onClick={() => void dataCare.check()}>
          {words.data.choose}
        </Button>
      )}
      {work.at === 'checked' && (
        <RestoreDialog
          summary={work.summary}
          inFlight={inFlight}
          onCancel={() => void dataCare.cancel()}
          onConfirm={() => void dataCare.restore()}
        />
      )}
    </ActsLine>
  );
}
