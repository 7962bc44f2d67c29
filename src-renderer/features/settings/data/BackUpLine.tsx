import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActsLine } from '../ActsLine.tsx';
import { Progress } from '../Progress.tsx';
import { Failure } from '../parts.tsx';
import styles from './DataSection.module.css';

/** Writes everything that is the person's own to one file, while the app goes on. */
export function BackUpLine() {
  const { dataCare } = useStores();
  const work = useStore(dataCare.store, (state) => state.work);
  const isRunning = work.at === 'backing-up';
  const hint = (
    <>
      {words.data.backUpHint}
      {isRunning && <Progress label={words.data.backingUp} done={work.done} total={work.total} />}
      <span role="status">
        {work.at === 'backed-up' && <span className={styles.done}>{words.data.backedUp(work.path)}</span>}
      </span>
      {work.at === 'failed' && work.doing === 'back-up' && (
        <Failure>
          {work.error.message} {work.error.hint}
        </Failure>
      )}
    </>
  );
  return (
    <ActsLine label={words.data.backUp} hint={hint}>
      {isRunning ? (
        <Button size="s" onClick={() => void dataCare.cancel()}>
          {words.data.cancel}
        </Button>
      ) : (
        <Button size="s" onClick={() => void dataCare.backUp()}>
          {words.data.start}
        </Button>
      )}
    </ActsLine>
  );
}
