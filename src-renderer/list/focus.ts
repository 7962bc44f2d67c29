/** Gives the focus to the list on screen, where there is one. */
export function focusList(): void {
  document.querySelector<HTMLElement>('[data-items]')?.focus({ preventScroll: true });
}

/** Gives the focus to the search field of the list on screen. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-search]');
  field?.focus();
  field?.select();
}

/** Gives the focus to the open item, so that Tab goes on to its controls. */
export function focusDetail(): void {
  document.querySelector<HTMLElement>('[data-detail]')?.focus({ preventScroll: true });
}
