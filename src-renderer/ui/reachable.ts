/** What scrolls must be reachable by keyboard, although it is nothing to press (WCAG 2.1.1). */
export const reachable = { tabIndex: 0 } as const;

/** The same for one of many in a text: a group, since a landmark for each would be in the way. */
export const reachableGroup = (label: string) => ({ tabIndex: 0, role: 'group', 'aria-label': label }) as const;
