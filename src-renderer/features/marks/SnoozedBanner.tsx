import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { comingMomentWords } from '../../words/moments.ts';
import styles from './SnoozedBanner.module.css';

/** Says of the open item that it is put off, and until when. */
export function SnoozedBanner() {
  const { marks, openItem } = useStores();
  const until = useStore(openItem, ({ item }) => (item?.ending ? undefined : item?.marks.snoozedUntil));
  if (until === undefined) return null;
  return (
    <div className={styles.banner}>
      <Icon name="snooze" className={styles.icon} />
      <div className={styles.words}>
        <b>{words.snooze.until(comingMomentWords(until, Date.now()))}</b> {words.snooze.untilHint}
      </div>
      <Button size="s" onClick={() => void marks.bringBack()}>
        {words.snooze.bringBack}
      </Button>
    </div>
  );
}
