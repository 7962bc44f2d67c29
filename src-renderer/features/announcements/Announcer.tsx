import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { markNoticeWords } from '../../ui/mark-notice-words.ts';
import { toastWords } from '../../ui/toast-words.ts';
import styles from './Announcer.module.css';

/** News that was read out is gone from the page this long after, in ms: nobody comes upon it later as if it were new. */
const standsMs = 5_000;

/**
 * The one place of the window that a screen reader reads out by itself: what arrived and what ended, and how the person's
 * own answers stand. Everything else is read where it stands.
 */
export function Announcer() {
  const { announcements, toasts, marks } = useStores();
  const { turn, heard } = useStore(announcements.store);
  const latest = useStore(toasts.store, (state) => state.toasts.at(-1));
  const mark = useStore(marks.store, (state) => state.notice);
  const [said, setSaid] = useState({ at: 0, text: '' });

  useEffect(() => {
    if (turn > 0) setSaid(({ at }) => ({ at: at + 1, text: words.announcements.news(heard) }));
  }, [turn, heard]);
  useEffect(() => {
    if (latest) setSaid(({ at }) => ({ at: at + 1, text: toastWords(latest) }));
  }, [latest]);
  useEffect(() => {
    if (mark) setSaid(({ at }) => ({ at: at + 1, text: markNoticeWords(mark) }));
  }, [mark]);

  useEffect(() => {
    if (said.text === '') return;
    const timer = window.setTimeout(() => setSaid(({ at }) => ({ at: at + 1, text: '' })), standsMs);
    return () => window.clearTimeout(timer);
  }, [said]);

  return (
    <div role="status" aria-label={words.announcements.region} className={styles.spoken}>
      {/* A new element each time: the same words twice are read twice. */}
      <p key={said.at}>{said.text}</p>
    </div>
  );
}
