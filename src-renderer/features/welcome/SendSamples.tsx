import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './SendSamples.module.css';

/** Sends one question of every kind the way an agent would. */
export function SendSamples({ isReady }: { isReady: boolean }) {
  const { welcome } = useStores();
  const samples = useStore(welcome.store, (state) => state.samples);
  const isSending = samples.at === 'sending';
  return (
    <div className={styles.line}>
      <Button disabled={!isReady} aria-disabled={isSending} onClick={() => void welcome.sendSamples()}>
        {isSending ? words.welcome.sending : words.welcome.sendSamples}
      </Button>
      <p role="status" className={styles.outcome} data-at={samples.at}>
        {samples.at === 'sent' && words.welcome.sent(samples.sent)}
        {samples.at === 'failed' &&
          `${words.welcome.samplesFailed} ${samples.error.message} ${samples.error.hint ?? ''}`}
      </p>
    </div>
  );
}
