import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { KeyTable } from '../../keyboard/KeyTable.tsx';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './KeySheet.module.css';

/** The sheet of keys that `?` opens. */
export function KeySheet() {
  const { overlay } = useStores();
  const isOpen = useStore(overlay.store, (state) => state.open === 'keys');
  return isOpen ? <OpenSheet onClose={overlay.close} /> : null;
}

function OpenSheet({ onClose }: { onClose: () => void }) {
  const { app } = useStores();
  const isMac = useStore(app.store, (state) => state.app?.platform === 'darwin');
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby="keys-title" onClose={onClose}>
      <header className={styles.header}>
        <h2 id="keys-title" className={styles.title}>
          {words.help.title}
        </h2>
        <Button size="s" keyHint={words.keys.escape} onClick={onClose}>
          {words.help.close}
        </Button>
      </header>
      <KeyTable isMac={isMac} />
    </dialog>
  );
}
