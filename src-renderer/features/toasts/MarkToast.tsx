import { useStore } from 'zustand';
import { unreachable } from '#shared/result';
import { words } from '#shared/words/words';
import { drawnKeys } from '../../keyboard/table.ts';
import type { MarkNotice } from '../../stores/marks.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Icon } from '../../ui/Icon.tsx';
import { momentWords } from '../../words/moments.ts';
import styles from './Toasts.module.css';

/** What became of the latest mark, with Undo where it can be taken back. */
export function MarkToast() {
  const { marks, app } = useStores();
  const notice = useStore(marks.store, (state) => state.notice);
  const locale = useStore(app.store, (state) => state.app?.locale ?? 'en');
  const singleKeys = useStore(app.store, (state) => state.app?.settings.singleKeys ?? true);
  if (!notice) return null;
  return (
    <div key={notice.at} className={styles.toast} data-kind={notice.kind}>
      <Icon name={notice.kind === 'refused' ? 'warning' : 'snooze'} className={styles.mark} />
      <span className={styles.text} dir="auto">
        {noticeWords(notice, locale)}
      </span>
      {notice.kind === 'snoozed' ? (
        <button type="button" className={styles.act} onClick={() => void marks.undo()}>
          {words.snooze.undo}
          {singleKeys && (
            <span className={styles.key} aria-hidden="true">
              {drawnKeys('undo', false)}
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

function noticeWords(notice: MarkNotice, locale: string): string {
  switch (notice.kind) {
    case 'snoozed':
      return words.snooze.toast(notice.title, momentWords(notice.until, notice.at, locale));
    case 'brought-back':
      return words.snooze.broughtBack(notice.title);
    case 'refused':
      return words.snooze.notMarked(notice.error.message);
    case 'still-open':
      return words.snooze.stillOpen;
    default:
      return unreachable(notice);
  }
}
