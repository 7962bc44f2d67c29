import type { DesktopView } from '#shared/inbox/desktop-view';
import { words } from '#shared/words/words';

/** What is said once when the window is closed: where the app is now, and how it ends. */
export function keepsRunningWords(tray: DesktopView['tray']): string {
  return tray === 'there' ? words.notes.runsInTray : words.notes.runsWithoutTray;
}
