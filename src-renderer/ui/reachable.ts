/** What scrolls must be reachable by keyboard, although it is nothing to press (WCAG 2.1.1). */
export const reachable = { tabIndex: 0 } as const;
