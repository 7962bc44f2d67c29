import { useLayoutEffect, useRef, useState } from 'react';
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
  const { app, route, navigation } = useStores();
  const singleKeys = useStore(app.store, (state) => state.app?.settings.singleKeys ?? true);
  const [typed, setTyped] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    search.current?.focus();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  const change = () => {
    onClose();
    route.goToSection('keyboard');
    navigation.show('settings');
  };
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby="keys-title" onClose={onClose}>
      <header className={styles.header}>
        <h2 id="keys-title" className={styles.title}>
          {words.help.title}
        </h2>
        <Button size="s" variant="ghost" onClick={change}>
          {words.keyboard.change}
        </Button>
        <Button size="s" keyHint={words.keys.escape} onClick={onClose}>
          {words.help.close}
        </Button>
      </header>
      <input
        ref={search}
        type="text"
        className={styles.search}
        aria-label={words.keyboard.search}
        placeholder={words.keyboard.search}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {!singleKeys && <p className={styles.note}>{words.keyboard.singleKeysAreOff}</p>}
      <KeyTable typed={typed} />
    </dialog>
  );
}
