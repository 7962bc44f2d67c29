import type { AppState } from '#shared/inbox/app-state';
import type { AnswerView, ItemRow } from '#shared/inbox/item';
import { type ItemKey, itemKey, localAccount } from '#shared/inbox/item-key';
import { noMarks } from '#shared/inbox/marks';
import { nothingMissed } from '#shared/inbox/missed';
import { defaultSettings } from '#shared/inbox/settings';
import type { ActionId, NotificationId, ServiceId } from '#shared/protocol/ids';

export function aKey(id: string): ItemKey {
  return itemKey(localAccount, id as NotificationId);
}

export function aRow(id: string, over: Partial<ItemRow> = {}): ItemRow {
  return {
    key: aKey(id),
    account: localAccount,
    title: `Question ${id}`,
    serviceId: 'release-bot' as ServiceId,
    serviceName: 'Release Bot',
    project: 'backend-api',
    timestamp: 0,
    deadline: undefined,
    status: 'delivered',
    flags: [],
    unread: false,
    marks: noMarks,
    hasDraft: false,
    answer: undefined,
    ending: undefined,
    ...over,
  };
}

type Standing = AnswerView extends infer View ? (View extends AnswerView ? Omit<View, keyof Given> : never) : never;
type Given = { actionId: ActionId; words: string; data: unknown; savedAt: number };

export function anAnswer(standing: Standing, given: Partial<Given> = {}): AnswerView {
  return { actionId: 'a' as ActionId, words: 'Approve', data: null, savedAt: 1_000_000, ...given, ...standing };
}

export function anAppState(over: Partial<AppState> = {}): AppState {
  return {
    version: '0.1.0',
    platform: 'linux',
    electronVersion: '33.2.1',
    dataFolder: '/data',
    speech: { language: 'en', locale: 'en-GB' },
    settings: defaultSettings,
    accounts: [
      {
        id: localAccount,
        name: 'This computer',
        colour: 'iris',
        kind: 'local',
        paused: false,
        token: undefined,
        url: 'http://127.0.0.1:4680',
        connection: { state: 'live' },
        transport: 'websocket',
        clockOffsetMs: 0,
        lastConnectedAt: 0,
        lastError: undefined,
      },
    ],
    formerAccounts: [],
    localServer: { state: 'listening', url: 'http://127.0.0.1:4680', keyFile: '/data/f.json', maskedKey: 'atp_…1' },
    desktop: { tray: 'there', summon: 'off', startAtLogin: 'off', links: 'on' },
    counts: { open: 0, dueSoon: 0, snoozed: 0, history: 0 },
    missed: nothingMissed,
    services: [],
    warnings: [],
    ...over,
  };
}
