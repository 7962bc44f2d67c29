import type { DesktopView } from '#shared/inbox/desktop-view';
import type { Note } from '#shared/native/native-note';
import { words } from '#shared/words/words';

/** What is said once when the window is closed: where the app is now, and how it ends. */
export function keepsRunningNote(tray: DesktopView['tray']): Note {
  return {
    tag: 'tray-hint',
    title: words.notes.keepsRunning,
    body: tray === 'there' ? words.notes.runsInTray : words.notes.runsWithoutTray,
    urgency: 'normal',
    isSilent: true,
    isSending: false,
    buttons: [],
  };
}
