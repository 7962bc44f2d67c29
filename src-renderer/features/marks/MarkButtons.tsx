import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useKeyHint } from '../../keyboard/key-hints.tsx';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './MarkButtons.module.css';

/** At the end of the open item's header: pin and snooze while it waits, done with once it is over. */
export function MarkButtons() {
  const { marks, openItem, route } = useStores();
  const isOver = useStore(openItem, ({ item }) => item?.ending !== undefined);
  const isAnswered = useStore(openItem, ({ item }) => item?.answer !== undefined && item.answer.state !== 'returned');
  const isPinned = useStore(openItem, ({ item }) => item?.marks.isPinned ?? false);
  const isSnoozed = useStore(openItem, ({ item }) => item?.marks.snoozedUntil !== undefined);
  const isAsking = useStore(marks.store, (state) => state.asking !== undefined);
  const inHistory = useStore(route.store, ({ view }) => view === 'history');
  const keys = { archive: useKeyHint('archive'), pin: useKeyHint('pin'), snooze: useKeyHint('snooze') };
  if (isOver || isAnswered) {
    if (inHistory) return null;
    return (
      <Button size="s" variant="ghost" keyHint={keys.archive} onClick={marks.archive}>
        {words.snooze.archive}
      </Button>
    );
  }
  return (
    <div className={styles.buttons}>
      <Button
        size="s"
        variant="ghost"
        aria-label={words.snooze.pin}
        aria-pressed={isPinned}
        title={words.snooze.pin}
        keyHint={keys.pin}
        onClick={() => void marks.pin()}
      >
        <Icon name="pin" />
      </Button>
      <Button
        size="s"
        variant="ghost"
        aria-label={words.snooze.button}
        aria-haspopup="dialog"
        aria-expanded={isAsking}
        data-snoozed={isSnoozed || undefined}
        title={words.snooze.button}
        keyHint={keys.snooze}
        onClick={() => marks.ask()}
      >
        <Icon name="snooze" />
      </Button>
    </div>
  );
}
