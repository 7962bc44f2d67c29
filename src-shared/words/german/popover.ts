import type { popover as english } from '../english/popover.ts';

export const popover: typeof english = { openInWindow: 'Im Fenster öffnen' };
