import { useEffect } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { placeOf } from '../../keyboard/place.ts';
import { focusList } from '../../list/focus.ts';
import type { Popover } from '../../stores/popover.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Brand } from '../../ui/Brand.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './PopoverBar.module.css';

/** What the popover has above the inbox: the way to the full window. */
export function PopoverBar({ popover }: { popover: Popover }) {
  const { app } = useStores();
  const isMac = useStore(app.store, (state) => state.app?.platform === 'darwin');
  useKeys(popover, isMac);
  useFocusOnShow();
  return (
    <header className={styles.bar}>
      <Brand />
      <Button
        size="s"
        variant="ghost"
        keyHint={isMac ? '⌘ O' : `${words.keys.ctrl} O`}
        onClick={() => void popover.openInWindow()}
      >
        {words.popover.openInWindow}
      </Button>
    </header>
  );
}

/** Escape hides the popover where it has nothing else to leave. */
function useKeys(popover: Popover, isMac: boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.shiftKey || document.querySelector('dialog[open]')) return;
      const mod = isMac ? event.metaKey : event.ctrlKey;
      if (mod && event.key === 'o') void popover.openInWindow();
      else if (event.key === 'Escape' && !popover.isReading() && placeOf(event.target) !== 'field') popover.hide();
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [popover, isMac]);
}

/** Keys go to the list at once when the popover comes up. */
function useFocusOnShow(): void {
  useEffect(() => {
    const onFocus = () => {
      if (document.activeElement === document.body) focusList();
    };
    onFocus();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, []);
}
