import { type RefObject, useEffect } from 'react';
import { ItemKey } from '#shared/inbox/item-key';

export type OnClick = {
  open: (key: ItemKey) => void;
  /** With Shift a stretch, with Ctrl or Cmd one more; undefined where nothing can be selected. */
  select: ((key: ItemKey, how: 'stretch' | 'one') => void) | undefined;
};

/** Opens or selects the row that is clicked, by pointer or by assistive technology. Keys are the keyboard layer's. */
export function useOpenOnClick(list: RefObject<HTMLElement | null>, { open, select }: OnClick): void {
  useEffect(() => {
    const element = list.current;
    const onClick = (event: MouseEvent) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
      const key = ItemKey.safeParse(option?.dataset.key);
      if (!key.success) return;
      element?.focus({ preventScroll: true });
      if (select && event.shiftKey) select(key.data, 'stretch');
      else if (select && (event.ctrlKey || event.metaKey)) select(key.data, 'one');
      else open(key.data);
    };
    element?.addEventListener('click', onClick);
    return () => element?.removeEventListener('click', onClick);
  }, [list, open, select]);
}
