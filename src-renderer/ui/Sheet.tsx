import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { words } from '#shared/words/words';
import { Button } from './Button.tsx';
import { reachable } from './reachable.ts';
import styles from './Sheet.module.css';

/**
 * Something to read over the page: the browser's own modal dialog, so that the page behind it is inert, Escape closes it
 * and the focus goes back to where it was. `footer`: what can be done with it.
 */
export function Sheet({
  title,
  closeLabel,
  onClose,
  children,
  footer,
}: {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const latestClose = useRef(onClose);
  latestClose.current = onClose;
  useEffect(() => {
    const element = dialog.current;
    const onEscape = (event: Event) => {
      event.preventDefault();
      latestClose.current();
    };
    element?.addEventListener('cancel', onEscape);
    return () => element?.removeEventListener('cancel', onEscape);
  }, []);
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby={`${id}-title`}>
      <header className={styles.header}>
        <h2 id={`${id}-title`} className={styles.title}>
          {title}
        </h2>
        <Button size="s" keyHint={words.keys.escape} onClick={onClose}>
          {closeLabel}
        </Button>
      </header>
      <div className={styles.body} {...reachable}>
        {children}
      </div>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </dialog>
  );
}
