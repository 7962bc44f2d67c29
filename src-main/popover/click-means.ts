/** Times in ms. `hiddenAt`: when the popover was last hidden. */
export type PopoverFacts = { isVisible: boolean; hiddenAt: number; now: number };

/** Between the press that takes the focus from the popover, and so hides it, and the click that the same press becomes. */
const samePressMs = 300;

/** What a click on the tray icon is for: the click on the icon of an open popover first takes the focus from it. */
export function clickMeans({ isVisible, hiddenAt, now }: PopoverFacts): 'show' | 'hide' {
  return isVisible || now - hiddenAt < samePressMs ? 'hide' : 'show';
}
