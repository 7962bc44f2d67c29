import { mkdtempSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AppState } from '#shared/inbox/app-state';
import { AccountId } from '#shared/inbox/item-key';
import { nothingMissed } from '#shared/inbox/missed';
import { Settings } from '#shared/inbox/settings';
import { ServiceId } from '#shared/protocol/ids';
import { diagnosticsOf } from './diagnostics.ts';
import { lastTroubles } from './log-tail.ts';

const canary = (what: string) => `CANARY-${what}`;

/** A state in which everything that a person, a server or an agent chose is a canary. */
const state: AppState = {
  version: '0.1.0',
  platform: 'linux',
  electronVersion: '33.2.1',
  dataFolder: join(homedir(), canary('folder')),
  speech: { language: 'de', locale: 'de-DE' },
  settings: Settings.parse({
    density: 'compact',
    certificateFile: canary('certificate'),
    summonShortcut: 'Control+Alt+Y',
    mutedServices: [{ account: 'a', serviceId: 'b', name: canary('muted'), until: 5 }],
  }),
  accounts: [
    {
      id: AccountId.parse('work-1'),
      url: `https://user:${canary('password')}@${canary('host').toLowerCase()}.example/${canary('path')}?token=${canary('token')}`,
      name: canary('name'),
      colour: 'teal',
      kind: 'added',
      paused: false,
      token: 'encrypted',
      connection: { state: 'offline', retryAt: 5, why: canary('why') },
      clockOffsetMs: 12.4,
      transport: 'websocket',
      lastConnectedAt: 0,
      lastError: { at: 1_000, why: canary('error') },
    },
  ],
  formerAccounts: [{ id: AccountId.parse('old'), name: canary('former') }],
  localServer: { state: 'listening', url: canary('url'), keyFile: canary('keyfile'), maskedKey: canary('key') },
  desktop: { tray: 'there', summon: 'on', startAtLogin: 'off', links: 'on' },
  counts: { open: 3, dueSoon: 1, snoozed: 2, history: 12 },
  services: [{ id: ServiceId.parse('s'), name: canary('service'), open: 3 }],
  missed: nothingMissed,
  warnings: [{ id: 'disk', message: canary('warning'), hint: canary('hint') }],
};
const versions = {
  app: '0.1.0',
  electron: '33',
  chromium: '130',
  node: '20',
  sqlite: '3.53',
  os: 'Linux 6',
  arch: 'x64',
};

function aLog(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'log-')), 'main.log');
  const lines = [
    { time: '2026-01-15T09:00:00.000Z', level: 'info', message: 'all is well', reason: canary('info') },
    { time: '2026-01-15T09:00:01.000Z', level: 'warn', message: 'a call failed', reason: canary('reason') },
    { time: '2026-01-15T09:00:02.000Z', level: 'error', message: 'a bug', stack: canary('stack') },
  ];
  writeFileSync(path, `{"cut": "${canary('cut')}\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  return path;
}

const made = (changes: Partial<AppState> = {}) =>
  diagnosticsOf({
    versions,
    state: { ...state, ...changes },
    inFlight: 2,
    troubles: lastTroubles(aLog()),
    usualFolder: '/home/somebody/.config/triage-inbox',
    now: Date.parse('2026-01-15T09:00:03Z'),
  });

test('nothing that a person, a server or an agent wrote is in it', () => {
  const text = made();
  expect(text.toUpperCase()).not.toContain('CANARY');
  expect(text).not.toContain(homedir());
  expect(text).not.toContain('work-1');
  expect(text).not.toContain('Control+Alt');
});

test('it says what helps: versions, states, counts, settings and the latest troubles', () => {
  expect(JSON.parse(made())).toMatchObject({
    versions: { chromium: '130', sqlite: '3.53' },
    dataFolder: 'elsewhere',
    counts: { open: 3, history: 12, inFlight: 2, services: 1 },
    accounts: [
      { kind: 'added', scheme: 'https', state: 'offline', token: 'encrypted', lastFailed: '1970-01-01T00:00:01.000Z' },
    ],
    settings: { density: 'compact', theme: 'system', mutedServices: 1, certificateFile: 'set', takeBackSeconds: 5 },
    warnings: ['disk'],
    troubles: [
      { time: '2026-01-15T09:00:01.000Z', level: 'warn', message: 'a call failed' },
      { time: '2026-01-15T09:00:02.000Z', level: 'error', message: 'a bug' },
    ],
  });
});

test('a setting of a later version that holds words is left out until somebody names it', () => {
  const settings = { ...state.settings, notes: canary('notes'), filters: [canary('filter')], isNew: true };
  const text = made({ settings });
  expect(text).not.toContain('CANARY');
  expect(JSON.parse(text).settings.isNew).toBe(true);
});

test('two servers can be told apart, and none is named', () => {
  const [account] = state.accounts;
  if (!account) throw new Error('no account');
  const hostOf = (url: string) => JSON.parse(made({ accounts: [{ ...account, url }] })).accounts[0].host as string;
  expect(hostOf('https://a.example/x')).toBe(hostOf('https://a.example/y'));
  expect(hostOf('https://a.example')).not.toBe(hostOf('https://b.example'));
  expect(hostOf('https://a.example')).toMatch(/^[0-9a-f]{8}$/);
});
