import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { words } from '#shared/words/words';
import { Button } from './Button.tsx';
import styles from './ConfirmDialog.module.css';

/**
 * Asks for a second, deliberate act. The browser's own modal dialog: the page behind it is inert, Escape cancels, and
 * the focus, which starts on Cancel, goes back to where it was.
 */
export function ConfirmDialog({
  title,
  children,
  confirmLabel = words.buttons.confirm,
  danger = false,
  isReady = true,
  onConfirm,
  onCancel,
}: {
  title: ReactNode;
  children?: ReactNode;
  confirmLabel?: string;
  /** Something is destroyed: the confirming button is red. */
  danger?: boolean;
  /** What the person has to do before is done. */
  isReady?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    cancel.current?.focus();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  const latestCancel = useRef(onCancel);
  latestCancel.current = onCancel;
  useEffect(() => {
    const element = dialog.current;
    const onEscape = (event: Event) => {
      event.preventDefault();
      latestCancel.current();
    };
    element?.addEventListener('cancel', onEscape);
    return () => element?.removeEventListener('cancel', onEscape);
  }, []);

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      // The second click of a double click lands here: the focus stays on Cancel.
      onMouseDown={(event) => event.target === dialog.current && event.preventDefault()}
    >
      <h2 id={`${id}-title`} className={styles.title} dir="auto">
        {title}
      </h2>
      <div id={`${id}-body`} className={styles.body}>
        {children}
      </div>
      <div className={styles.buttons}>
        <Button ref={cancel} variant="primary" keyHint={words.keys.escape} onClick={onCancel}>
          {words.buttons.cancel}
        </Button>
        <Button
          variant={danger ? 'danger' : 'plain'}
          aria-disabled={!isReady || undefined}
          onClick={() => isReady && onConfirm()}
        >
          {confirmLabel}
        </Button>
      </div>
    </dialog>
  );
}
