import type { AppState } from '#shared/inbox/app-state';
import type { ItemRow } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';
import { timeLeft } from '#shared/inbox/urgency';
import { cutText, visibleText } from '#shared/text/hidden-characters';

export type TrayIcon = { state: 'idle' } | { state: 'waiting'; count: number } | { state: 'offline' };

export type TrayCommand =
  | { do: 'open-inbox' }
  | { do: 'open-item'; key: ItemKey }
  | { do: 'open-settings' }
  | { do: 'quit' };

export type TrayMenuEntry = { label: string; command: TrayCommand } | 'separator';

/** Everything the tray shows, as data. */
export type TrayModel = { icon: TrayIcon; tooltip: string; menu: TrayMenuEntry[] };

/** What the tray says. `urgent`: the most urgent open items, at most three; `now` is server time in ms. */
export function trayModel(
  state: Pick<AppState, 'accounts' | 'counts'>,
  urgent: readonly ItemRow[],
  now: number,
): TrayModel {
  const waiting = state.counts.open;
  const lost = state.accounts.filter(
    ({ connection }) => connection.state === 'offline' || connection.state === 'refused',
  );
  const isOffline = lost.length === state.accounts.length;
  const parts = [
    isOffline ? 'offline' : undefined,
    waiting === 0 ? 'nothing waits' : `${waiting} waiting`,
    isOffline ? undefined : offlineWords(lost.map(({ name }) => name)),
  ];
  return {
    icon: isOffline ? { state: 'offline' } : waiting > 0 ? { state: 'waiting', count: waiting } : { state: 'idle' },
    tooltip: `Triage Inbox: ${parts.filter(Boolean).join(', ')}`,
    menu: [
      ...urgent.map((row) => ({ label: itemLabel(row, now), command: { do: 'open-item' as const, key: row.key } })),
      ...(urgent.length > 0 ? (['separator'] as const) : []),
      { label: 'Open inbox', command: { do: 'open-inbox' } },
      { label: 'Settings', command: { do: 'open-settings' } },
      'separator',
      { label: 'Quit', command: { do: 'quit' } },
    ],
  };
}

function itemLabel({ title, deadline }: ItemRow, now: number): string {
  // An ampersand marks a menu's access key on Windows and Linux; doubled it is itself.
  const words = cutText(visibleText(title), 60).replaceAll('&', '&&');
  return deadline === undefined ? words : `${words} (${timeLeft(deadline, now).words})`;
}

/** Which of several servers cannot be reached, by name; none when all can. */
function offlineWords(names: readonly string[]): string | undefined {
  const [first, ...others] = names.map((name) => cutText(visibleText(name), 30));
  if (first === undefined) return undefined;
  return others.length === 0 ? `${first} is offline` : `${first} and ${others.length} more are offline`;
}
