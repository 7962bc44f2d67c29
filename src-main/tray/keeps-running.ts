import type { DesktopView } from '#shared/inbox/desktop-view';

/** What is said once when the window is closed: where the app is now, and how it ends. */
export function keepsRunningWords(tray: DesktopView['tray']): string {
  return tray === 'there'
    ? 'It goes on waiting for questions. Its icon in the tray shows them; Quit in the icon’s menu ends it.'
    : 'It goes on waiting for questions and notifies you. Start it again to see its window; Quit in its File menu ends it.';
}
