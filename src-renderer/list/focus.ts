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

/** Gives the focus to the first control of the open item's answer. */
export function focusAnswer(): void {
  document.querySelector<HTMLElement>('[data-answer] :is(input, textarea, select, [role="slider"])')?.focus();
}

/** Brings the answers of the open item into view where they are beyond its edge; answers whether that was needed. */
export function showAnswers(): boolean {
  const answers = document.querySelector('[data-answer]');
  const pane = answers?.closest('[data-detail]');
  if (!answers || !pane) return false;
  const [at, edge] = [answers.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (at.top < edge.bottom - seenPx && at.bottom > edge.top + seenPx) return false;
  answers.scrollIntoView({ block: 'center' });
  return true;
}

/** Less of something than this many px is not seen. */
const seenPx = 32;
