/** What the popover says besides the inbox in it. */
export const popover = { openInWindow: 'Open in window' };
