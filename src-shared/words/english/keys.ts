/** Keys as they are printed on a keyboard. */
export const keys = { ctrl: 'Ctrl', escape: 'esc', pageDown: 'PgDn', pageUp: 'PgUp', home: 'Home', end: 'End' };
