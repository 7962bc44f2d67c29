import { useStore } from 'zustand';
import { unreachable } from '#shared/result';
import { words } from '#shared/words/words';
import { useKeyHint } from '../../keyboard/key-hints.tsx';
import type { Toast } from '../../stores/toasts.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Icon } from '../../ui/Icon.tsx';
import { toastWords } from '../../ui/toast-words.ts';
import { UndoRing } from '../../ui/UndoRing.tsx';
import { useRedrawAt } from '../../ui/use-moment.ts';
import { MarkToast } from './MarkToast.tsx';
import styles from './Toasts.module.css';

/** How the answers just given stand, at the bottom of the window; the announcer says it too. */
export function Toasts() {
  const { toasts } = useStores();
  const shown = useStore(toasts.store, (state) => state.toasts);
  const latest = shown.findLast((toast) => toast.kind === 'held');
  return (
    <section className={styles.place} aria-label={words.toast.region}>
      {shown.map((toast) => (
        <OneToast key={toast.key} toast={toast} isLatest={toast === latest} />
      ))}
      <MarkToast />
    </section>
  );
}

function OneToast({ toast, isLatest }: { toast: Toast; isLatest: boolean }) {
  const { toasts, navigation } = useStores();
  const undoKey = useKeyHint('undo');
  const undo = useStores().undo;
  return (
    <div className={styles.toast} data-kind={toast.kind}>
      <Mark toast={toast} />
      <button
        type="button"
        className={styles.text}
        title={words.toast.open}
        onClick={() => void navigation.showItem(toast.key)}
      >
        <span dir="auto">{toastWords(toast)}</span>
        {toast.kind === 'held' && <Seconds until={toast.sendAt} />}
      </button>
      {toast.kind === 'held' ? (
        <button type="button" className={styles.act} onClick={() => void undo(toast.key)}>
          {words.toast.undo}
          {isLatest && undoKey !== undefined && (
            <span className={styles.key} translate="no" aria-hidden="true">
              {undoKey}
            </span>
          )}
        </button>
      ) : (
        <button
          type="button"
          className={styles.dismiss}
          aria-label={words.banners.dismiss}
          onClick={() => toasts.dismiss(toast.key)}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </div>
  );
}

/** Drawn, not announced. */
function Seconds({ until }: { until: number }) {
  const now = Date.now();
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  useRedrawAt(seconds > 0 ? until - (seconds - 1) * 1000 : undefined);
  return (
    <span className={styles.seconds} aria-hidden="true">
      {words.toast.inSeconds(seconds)}
    </span>
  );
}

function Mark({ toast }: { toast: Toast }) {
  switch (toast.kind) {
    case 'held':
      return <UndoRing key={toast.savedAt} since={toast.savedAt} until={toast.sendAt} />;
    case 'sending':
      return <Icon name="send" className={styles.mark} />;
    case 'sent':
      return <Icon name="check" className={styles.mark} />;
    case 'waiting':
      return <Icon name="cloud" className={styles.mark} />;
    case 'taken-back':
      return <Icon name="undo" className={styles.mark} />;
    case 'returned':
    case 'not-undone':
      return <Icon name="warning" className={styles.mark} />;
    default:
      return unreachable(toast);
  }
}
