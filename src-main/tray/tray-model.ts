import type { AppState } from '#shared/inbox/app-state';
import type { ItemRow } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';
import { timeLeft } from '#shared/inbox/urgency';
import type { NoteButton } from '#shared/native/native-note';
import type { PauseUntil } from '#shared/native/pause';
import { cutText, visibleText } from '#shared/text/hidden-characters';
import { words } from '#shared/words/words';

export type TrayIcon = { state: 'idle' } | { state: 'waiting'; count: number } | { state: 'offline' };

export type TrayCommand =
  | { do: 'open-inbox' }
  | { do: 'open-item'; key: ItemKey }
  /** A quick answer; `id` is that of a notification's button. */
  | { do: 'press'; key: ItemKey; id: string }
  | { do: 'pause'; until: PauseUntil }
  | { do: 'resume' }
  | { do: 'open-settings' }
  | { do: 'quit' };

export type TrayMenuEntry =
  | { label: string; command: TrayCommand; submenu?: TrayMenuEntry[] }
  | { label: string; submenu: TrayMenuEntry[] }
  | 'separator';

/** Everything the tray shows, as data. */
export type TrayModel = { icon: TrayIcon; tooltip: string; menu: TrayMenuEntry[] };

/** One of the most urgent items, with the answers that the menu offers for it. */
export type TrayItem = { row: ItemRow; answers: readonly NoteButton[] };

export type TrayFacts = {
  state: Pick<AppState, 'accounts' | 'counts'>;
  /** The most urgent open items, at most three. */
  urgent: readonly TrayItem[];
  /** Until when notifications are paused, in words; undefined when they are not. */
  pausedUntil: string | undefined;
  /** Server time in ms. */
  now: number;
};

/** What the tray says. */
export function trayModel({ state, urgent, pausedUntil, now }: TrayFacts): TrayModel {
  const waiting = state.counts.open;
  const lost = state.accounts.filter(
    ({ connection }) => connection.state === 'offline' || connection.state === 'refused',
  );
  const isOffline = lost.length === state.accounts.length;
  const parts = [
    isOffline ? words.tray.offline : undefined,
    waiting === 0 ? words.tray.nothingWaits : words.tray.waiting(waiting),
    isOffline ? undefined : offlineWords(lost.map(({ name }) => name)),
  ];
  return {
    icon: isOffline ? { state: 'offline' } : waiting > 0 ? { state: 'waiting', count: waiting } : { state: 'idle' },
    tooltip: words.tray.tooltip(parts.filter((part) => part !== undefined)),
    menu: [
      ...urgent.map((item) => itemEntry(item, now)),
      ...(urgent.length > 0 ? (['separator'] as const) : []),
      { label: words.tray.openInbox, command: { do: 'open-inbox' } },
      pauseEntry(pausedUntil),
      { label: words.tray.settings, command: { do: 'open-settings' } },
      'separator',
      { label: words.tray.quit, command: { do: 'quit' } },
    ],
  };
}

function itemEntry({ row, answers }: TrayItem, now: number): TrayMenuEntry {
  const { key, title, deadline } = row;
  const open = { do: 'open-item' as const, key };
  const asked = menuText(cutText(visibleText(title), 60));
  const label = deadline === undefined ? asked : `${asked} (${timeLeft(deadline, now).words})`;
  if (answers.length === 0) return { label, command: open };
  const submenu: TrayMenuEntry[] = [
    ...answers.map((answer) => ({
      label: menuText(answer.label),
      command: { do: 'press' as const, key, id: answer.id },
    })),
    'separator',
    { label: words.tray.open, command: open },
  ];
  return { label, command: open, submenu };
}

function pauseEntry(pausedUntil: string | undefined): TrayMenuEntry {
  if (pausedUntil !== undefined) {
    return {
      label: words.tray.pausedUntil(pausedUntil),
      submenu: [{ label: words.tray.resume, command: { do: 'resume' } }],
    };
  }
  return {
    label: words.tray.pause,
    submenu: [
      { label: words.tray.forAnHour, command: { do: 'pause', until: 'in-an-hour' } },
      { label: words.tray.untilTomorrow, command: { do: 'pause', until: 'tomorrow' } },
    ],
  };
}

/** An ampersand marks a menu's access key on Windows and Linux; doubled it is itself. */
function menuText(text: string): string {
  return text.replaceAll('&', '&&');
}

/** Which of several servers cannot be reached, by name; none when all can. */
function offlineWords(names: readonly string[]): string | undefined {
  const [first, ...others] = names.map((name) => cutText(visibleText(name), 30));
  if (first === undefined) return undefined;
  return others.length === 0 ? words.tray.oneIsOffline(first) : words.tray.moreAreOffline(first, others.length);
}
