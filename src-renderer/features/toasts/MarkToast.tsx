import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useKeyHint } from '../../keyboard/key-hints.tsx';
import { useStores } from '../../stores/use-stores.ts';
import { Icon } from '../../ui/Icon.tsx';
import { markNoticeWords } from '../../ui/mark-notice-words.ts';
import styles from './Toasts.module.css';

/** What became of the latest mark, with Undo where it can be taken back. */
export function MarkToast() {
  const { marks } = useStores();
  const notice = useStore(marks.store, (state) => state.notice);
  const undoKey = useKeyHint('undo');
  if (!notice) return null;
  return (
    <div key={notice.at} className={styles.toast} data-kind={notice.kind}>
      <Icon name={notice.kind === 'refused' ? 'warning' : 'snooze'} className={styles.mark} />
      <span className={styles.said} dir="auto">
        {markNoticeWords(notice)}
      </span>
      {notice.kind === 'snoozed' ? (
        <button type="button" className={styles.act} onClick={() => void marks.undo()}>
          {words.snooze.undo}
          {undoKey !== undefined && (
            <span className={styles.key} aria-hidden="true">
              {undoKey}
            </span>
          )}
        </button>
      ) : (
        <button type="button" className={styles.dismiss} aria-label={words.missed.dismiss} onClick={marks.dismiss}>
          <Icon name="close" size={12} />
        </button>
      )}
    </div>
  );
}
