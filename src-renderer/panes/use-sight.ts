import { type RefObject, useEffect } from 'react';
import { useStore } from 'zustand';
import { askedNow } from '../stores/sight.ts';
import { useStores } from '../stores/use-stores.ts';

/** What grows or shrinks this soon after a key or a click, in ms, is taken for its doing, as the browser itself does. */
const ownDoingMs = 500;

/** Tells the keyboard what is before the person's eyes: when a question was painted, when it moved, when the window came up. */
export function useSight(pane: RefObject<HTMLElement | null>): void {
  const { openItem, sight } = useStores();
  const asked = useStore(openItem, askedNow);

  useEffect(() => {
    if (asked === undefined) return;
    const end = afterPaint(() => sight.painted(asked));
    return () => {
      end();
      sight.gone();
    };
  }, [asked, sight]);

  useEffect(() => {
    const cameUp = () => document.visibilityState === 'visible' && sight.disturbed();
    window.addEventListener('focus', cameUp);
    document.addEventListener('visibilitychange', cameUp);
    return () => {
      window.removeEventListener('focus', cameUp);
      document.removeEventListener('visibilitychange', cameUp);
    };
  }, [sight]);

  useEffect(() => {
    const answers = asked === undefined ? null : pane.current?.querySelector<HTMLElement>('[data-answer]');
    if (!pane.current || !answers) return;
    return onMove(answers, pane.current, sight.disturbed);
  }, [asked, pane, sight]);
}

/** The frame that was drawn with the first call is on screen by the second. In a hidden window neither comes. */
function afterPaint(run: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(run);
  });
  return () => cancelAnimationFrame(frame);
}

/** Tells when an element moved on the page, and when it changed its size by itself. Scrolling is neither. */
function onMove(element: HTMLElement, pane: HTMLElement, run: () => void): () => void {
  const column = element.parentElement ?? pane;
  const scroller = column.parentElement ?? pane;
  const place = () => {
    const { top, width, height } = element.getBoundingClientRect();
    return { top: Math.round(top + scroller.scrollTop), width: Math.round(width), height: Math.round(height) };
  };
  let before = place();
  let actedAt = Number.NEGATIVE_INFINITY;
  const onAct = () => {
    actedAt = performance.now();
  };
  const observer = new ResizeObserver(() => {
    const now = place();
    const hasMoved = now.top !== before.top || now.width !== before.width;
    const isOwnDoing = performance.now() - actedAt < ownDoingMs;
    const hasGrown = now.height !== before.height && !isOwnDoing;
    before = now;
    if (hasMoved || hasGrown) run();
  });
  // What comes in above makes the column longer, or the pane shorter.
  for (const one of [element, column, pane]) observer.observe(one);
  for (const act of acts) window.addEventListener(act, onAct, { capture: true });
  return () => {
    observer.disconnect();
    for (const act of acts) window.removeEventListener(act, onAct, { capture: true });
  };
}

const acts = ['keydown', 'pointerdown', 'pointerup'] as const;
