import { number } from '../plural.ts';

/** What the tray's icon and menu say, and the badge of the taskbar. Names are ready to be shown. */
export const tray = {
  tooltip: (parts: readonly string[]) => `Triage Inbox: ${parts.join(', ')}`,
  offline: 'offline',
  nothingWaits: 'nothing waits',
  waiting: (count: number) => `${number(count)} waiting`,
  oneIsOffline: (name: string) => `${name} is offline`,
  moreAreOffline: (name: string, others: number) => `${name} and ${number(others)} more are offline`,
  openInbox: 'Open inbox',
  settings: 'Settings',
  quit: 'Quit',
  open: 'Open…',
  pausedUntil: (time: string) => `Notifications are paused until ${time}`,
  resume: 'Show them again now',
  pause: 'Pause notifications',
  forAnHour: 'For one hour',
  untilTomorrow: 'Until tomorrow, 8 o’clock',
};
