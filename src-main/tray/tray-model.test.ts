import { expect, test } from 'vitest';
import type { AccountView } from '#shared/inbox/app-state';
import type { ItemRow } from '#shared/inbox/item';
import { AccountId, itemKey } from '#shared/inbox/item-key';
import { NotificationId, ServiceId } from '#shared/protocol/ids';
import { trayModel } from './tray-model.ts';

const now = Date.parse('2026-01-15T09:00:00Z');
const id = AccountId.parse('local');

function anAccount(connection: AccountView['connection'], name = 'This computer'): AccountView {
  return {
    id,
    name,
    colour: 'iris',
    kind: 'local',
    paused: false,
    token: undefined,
    url: '',
    connection,
    transport: 'websocket',
    clockOffsetMs: 0,
    lastConnectedAt: undefined,
    lastError: undefined,
  };
}

function aRow(title: string, deadline?: number): ItemRow {
  return {
    key: itemKey(id, NotificationId.parse('a')),
    account: id,
    title,
    serviceId: ServiceId.parse('bot'),
    serviceName: 'Bot',
    project: undefined,
    timestamp: now,
    deadline,
    status: 'delivered',
    flags: [],
    unread: true,
    hasDraft: false,
    answer: undefined,
    ending: undefined,
  };
}

const live = anAccount({ state: 'live' });
const offline = anAccount({ state: 'offline', retryAt: now, why: 'x' });
const state = (open: number, accounts = [live]) => ({ accounts, counts: { open, dueSoon: 0, history: 0 } });

test('nothing waits', () => {
  const { icon, tooltip, menu } = trayModel(state(0), [], now);
  expect(icon).toEqual({ state: 'idle' });
  expect(tooltip).toBe('Triage Inbox: nothing waits');
  expect(menu.map((entry) => (entry === 'separator' ? '-' : entry.label))).toEqual([
    'Open inbox',
    'Settings',
    '-',
    'Quit',
  ]);
});

test('three wait: the number, and the items above the rest', () => {
  const { icon, tooltip, menu } = trayModel(state(3), [aRow('Ship it?', now + 240_000), aRow('R&D?')], now);
  expect(icon).toEqual({ state: 'waiting', count: 3 });
  expect(tooltip).toBe('Triage Inbox: 3 waiting');
  expect(menu.slice(0, 3).map((entry) => (entry === 'separator' ? '-' : entry.label))).toEqual([
    'Ship it? (4:00 left)',
    'R&&D?',
    '-',
  ]);
  expect(menu[0]).toMatchObject({ command: { do: 'open-item', key: 'local/a' } });
});

test('offline only when no server can be reached', () => {
  expect(trayModel(state(2, [offline]), [], now)).toMatchObject({
    icon: { state: 'offline' },
    tooltip: 'Triage Inbox: offline, 2 waiting',
  });
  expect(trayModel(state(2, [offline, live]), [], now).icon).toEqual({ state: 'waiting', count: 2 });
});

test('with several servers the one that cannot be reached is named', () => {
  const lost = (name: string) => anAccount({ state: 'refused', because: 'unauthorized' }, name);
  const tooltip = (...accounts: AccountView[]) => trayModel(state(2, accounts), [], now).tooltip;
  expect(tooltip(live, lost('Work'))).toBe('Triage Inbox: 2 waiting, Work is offline');
  expect(tooltip(live, lost('Work'), offline)).toBe('Triage Inbox: 2 waiting, Work and 1 more are offline');
  expect(tooltip(live, lost('a\u202eb'))).not.toContain('\u202e');
  expect(tooltip(lost('Work'), offline)).toBe('Triage Inbox: offline, 2 waiting');
});

test('a title cannot hide or reorder itself in the menu', () => {
  const [entry] = trayModel(state(1), [aRow(`a\u202eb${'c'.repeat(100)}`)], now).menu;
  const label = entry === 'separator' ? '' : (entry?.label ?? '');
  expect(label).not.toContain('\u202e');
  expect([...label].length).toBeLessThanOrEqual(60);
});
