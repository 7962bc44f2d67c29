import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Lazily } from './lazily.ts';

/** The next piece is drawn when the end of what is drawn comes this near to the screen. */
const ahead = '1200px';

/**
 * How many pieces of a long text are drawn: its beginning, and once the person wants the whole, as many as were scrolled
 * to. What nobody looks at costs nothing. `end` belongs to an element that follows the last piece.
 */
export function useGrowing<T>(beginning: number, pieces: Lazily<T>) {
  const [isWhole, setIsWhole] = useState(false);
  const [drawn, setDrawn] = useState(0);
  const end: RefObject<HTMLDivElement | null> = useRef(null);
  const count = isWhole ? pieces.first(Math.max(drawn, beginning)).length : beginning;

  useEffect(() => {
    const element = end.current;
    if (!isWhole || !element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setDrawn(count + 1);
      },
      { root: scrollerOf(element), rootMargin: ahead },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isWhole, count]);

  return { count, isWhole, showWhole: () => setIsWhole(true), end };
}

/** What scrolls an element: margins count only against it, not against the window. */
function scrollerOf(element: Element): Element | null {
  let parent = element.parentElement;
  while (parent && !/auto|scroll/.test(getComputedStyle(parent).overflowY)) parent = parent.parentElement;
  return parent;
}
