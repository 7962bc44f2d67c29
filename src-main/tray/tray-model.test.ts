import { afterEach, expect, test } from 'vitest';
import type { AccountView } from '#shared/inbox/app-state';
import type { ItemRow } from '#shared/inbox/item';
import { AccountId, itemKey } from '#shared/inbox/item-key';
import { noMarks } from '#shared/inbox/marks';
import { NotificationId, ServiceId } from '#shared/protocol/ids';
import { speak } from '#shared/words/words';
import { type TrayItem, type TrayMenuEntry, trayModel } from './tray-model.ts';

afterEach(() => speak({ language: 'en', locale: 'en' }));

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
    marks: noMarks,
    hasDraft: false,
    answer: undefined,
    ending: undefined,
  };
}

const live = anAccount({ state: 'live' });
const offline = anAccount({ state: 'offline', retryAt: now, why: 'x' });
const state = (open: number, accounts = [live]) => ({ accounts, counts: { open, dueSoon: 0, snoozed: 0, history: 0 } });

const facts = { pausedUntil: undefined, now };
const plain = (row: ItemRow): TrayItem => ({ row, answers: [] });
const labels = (menu: readonly TrayMenuEntry[]) => menu.map((entry) => (entry === 'separator' ? '-' : entry.label));

test('nothing waits', () => {
  const { icon, tooltip, menu } = trayModel({ ...facts, state: state(0), urgent: [] });
  expect(icon).toEqual({ state: 'idle' });
  expect(tooltip).toBe('Triage Inbox: nothing waits');
  expect(labels(menu)).toEqual(['Open inbox', 'Pause notifications', 'Settings', '-', 'Quit']);
});

test('three wait: the number, and the items above the rest', () => {
  const urgent = [plain(aRow('Ship it?', now + 240_000)), plain(aRow('R&D?'))];
  const { icon, tooltip, menu } = trayModel({ ...facts, state: state(3), urgent });
  expect(icon).toEqual({ state: 'waiting', count: 3 });
  expect(tooltip).toBe('Triage Inbox: 3 waiting');
  expect(labels(menu).slice(0, 3)).toEqual(['Ship it? (4:00 left)', 'R&&D?', '-']);
  expect(menu[0]).toMatchObject({ command: { do: 'open-item', key: 'local/a' } });
});

test('quick answers stand in the item’s submenu, with the item itself below', () => {
  const answers = [
    { id: 'x', label: 'Yes & no' },
    { id: 'y', label: 'No' },
  ];
  const [entry] = trayModel({ ...facts, state: state(1), urgent: [{ row: aRow('Ship it?'), answers }] }).menu;
  const submenu = entry !== 'separator' && entry && 'submenu' in entry ? (entry.submenu ?? []) : [];
  expect(labels(submenu)).toEqual(['Yes && no', 'No', '-', 'Open…']);
  expect(submenu[0]).toMatchObject({ command: { do: 'press', key: 'local/a', id: 'x' } });
  expect(submenu.at(-1)).toMatchObject({ command: { do: 'open-item', key: 'local/a' } });
});

test('a pause is said, with its end, and can be ended', () => {
  const { menu } = trayModel({ ...facts, state: state(0), urgent: [], pausedUntil: 'Fri 14:05' });
  expect(labels(menu)).toContain('Notifications are paused until Fri 14:05');
  expect(JSON.stringify(menu)).toContain('"resume"');
});

test('the words stay the same while nothing changes, so that an open menu keeps working', () => {
  const model = () => JSON.stringify(trayModel({ ...facts, state: state(1), urgent: [plain(aRow('Ship it?'))] }));
  expect(model()).toBe(model());
});

test('offline only when no server can be reached', () => {
  expect(trayModel({ ...facts, state: state(2, [offline]), urgent: [] })).toMatchObject({
    icon: { state: 'offline' },
    tooltip: 'Triage Inbox: offline, 2 waiting',
  });
  const { icon } = trayModel({ ...facts, state: state(2, [offline, live]), urgent: [] });
  expect(icon).toEqual({ state: 'waiting', count: 2 });
});

test('with several servers the one that cannot be reached is named', () => {
  const lost = (name: string) => anAccount({ state: 'refused', because: 'unauthorized' }, name);
  const tooltip = (...accounts: AccountView[]) =>
    trayModel({ ...facts, state: state(2, accounts), urgent: [] }).tooltip;
  expect(tooltip(live, lost('Work'))).toBe('Triage Inbox: 2 waiting, Work is offline');
  expect(tooltip(live, lost('Work'), offline)).toBe('Triage Inbox: 2 waiting, Work and 1 more are offline');
  expect(tooltip(live, lost('a\u202eb'))).not.toContain('\u202e');
  expect(tooltip(lost('Work'), offline)).toBe('Triage Inbox: offline, 2 waiting');
});

test('a title cannot hide or reorder itself in the menu', () => {
  const urgent = [plain(aRow(`a\u202eb${'c'.repeat(100)}`))];
  const [label = ''] = labels(trayModel({ ...facts, state: state(1), urgent }).menu);
  expect(label).not.toContain('\u202e');
  expect([...label].length).toBeLessThanOrEqual(60);
});

test('in German', () => {
  speak({ language: 'de', locale: 'de-DE' });
  const row = aRow('Ship it?', now + 38 * 60_000);
  const paused = { ...facts, pausedUntil: 'So., 08:00' };
  const three = [anAccount(offline.connection, 'a'), anAccount(offline.connection, 'b'), live];
  const { tooltip, menu } = trayModel({ ...paused, state: state(1_234, three), urgent: [plain(row)] });
  expect(tooltip).toBe('Triage Inbox: 1.234 Fragen warten, a und ein weiterer sind offline');
  expect(labels(menu)).toEqual([
    'Ship it? (noch 38 Min.)',
    '-',
    'Eingang öffnen',
    'Benachrichtigungen angehalten bis So., 08:00',
    'Einstellungen',
    '-',
    'Beenden',
  ]);
});
