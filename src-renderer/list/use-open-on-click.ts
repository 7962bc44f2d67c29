import { type RefObject, useEffect } from 'react';
import { ItemKey } from '#shared/inbox/item-key';

/** Opens the row that is clicked, by pointer or by assistive technology. Keys are the keyboard layer's. */
export function useOpenOnClick(list: RefObject<HTMLElement | null>, open: (key: ItemKey) => void): void {
  useEffect(() => {
    const element = list.current;
    const onClick = (event: MouseEvent) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
      const key = ItemKey.safeParse(option?.dataset.key);
      if (!key.success) return;
      element?.focus({ preventScroll: true });
      open(key.data);
    };
    element?.addEventListener('click', onClick);
    return () => element?.removeEventListener('click', onClick);
  }, [list, open]);
}
