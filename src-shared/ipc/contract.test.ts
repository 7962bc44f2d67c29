import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../inbox/settings.ts';
import type { Json } from '../testing/builders.ts';
import { ipcChannelNames, ipcEventNames } from './channels.ts';
import { type IpcArgs, type IpcChannel, ipcContract } from './contract.ts';

const key = 'local/n1';
/** One well-formed call of every channel; the compiler asks for a line when a channel is added. */
const calls: { [C in IpcChannel]: Record<keyof (IpcArgs<C> & object), unknown> | undefined } = {
  'app:read': undefined,
  'app:change-settings': defaultSettings,
  'app:retry-connection': undefined,
  'inbox:order': { view: 'inbox', search: '', limit: 5 },
  'inbox:facets': { view: 'history', search: '' },
  'inbox:count': { searches: ['a'] },
  'inbox:rows': { keys: [key] },
  'inbox:snippets': { search: 'a', keys: [key] },
  'inbox:open-item': { key },
  'inbox:earlier': { key },
  'inbox:see': { key },
  'inbox:snooze': { key, until: 1 },
  'inbox:unsnooze': { key },
  'inbox:pin': { key, isPinned: true },
  'inbox:read-missed': undefined,
  'inbox:said-missed': undefined,
  'inbox:put-missed-away': undefined,
  'answer:submit': { key, revision: 'r', actionId: 'a', data: null, confirmed: false },
  'answer:undo': { key },
  'answer:save-draft': { key, draft: { openAction: null, inputs: {} } },
  'batch:read': { keys: [key] },
  'batch:submit': { answers: [{ key, revision: 'r' }], actionId: 'a', data: null, of: 2 },
  'batch:undo': { keys: [key] },
  'evidence:save-attachment': { key, index: 0 },
  'evidence:open-link': { url: 'https://a.example' },
  'services:list': undefined,
  'services:register': { name: 'n', description: '', callbackUrl: '', signatureScheme: 'plain' },
  'services:set-callback': { serviceId: 's', callbackUrl: '' },
  'services:rotate-key': { serviceId: 's' },
  'services:suspend': { serviceId: 's' },
  'services:resume': { serviceId: 's' },
  'services:revoke': { serviceId: 's' },
  'services:list-deliveries': { serviceId: 's' },
  'services:send-again': { notificationId: 'n', deliveryId: 'd' },
  'services:copy-local-key': undefined,
  'accounts:read-protection': undefined,
  'accounts:check': { url: 'u', token: 't', allowUnencrypted: false },
  'accounts:add': {
    url: 'u',
    token: 't',
    allowUnencrypted: false,
    name: '',
    colour: 'iris',
    mayBeReadable: false,
  },
  'accounts:rename': { account: 'a', name: 'n' },
  'accounts:recolour': { account: 'a', colour: 'teal' },
  'accounts:pause': { account: 'a' },
  'accounts:resume': { account: 'a' },
  'accounts:retry': { account: 'a' },
  'accounts:set-token': { account: 'a', token: 't', mayBeReadable: true },
  'accounts:in-flight': { account: 'a' },
  'accounts:remove': { account: 'a', historyKept: true, discardAnswers: false },
  'bridges:list': undefined,
  'bridges:register': { kind: 'a2a', name: '', agentUrl: 'http://localhost:8000', answerUrl: '', events: '' },
  'bridges:rotate-token': { bridgeId: 'b' },
  'bridges:remove': { bridgeId: 'b' },
  'welcome:command': undefined,
  'welcome:copy-command': undefined,
  'welcome:send-samples': undefined,
  'agents:list': undefined,
  'agents:preview': { agent: 'claude-code', isRemoval: false },
  'agents:change': { agent: 'codex', isRemoval: true, diff: '--- a\n' },
  'native:records': undefined,
  'native:send-test': undefined,
  'history:export': { format: 'csv', filter: { search: '' } },
  'history:verify': undefined,
  'history:read-verification': undefined,
  'history:stop-verifying': undefined,
  'data:read': undefined,
  'data:back-up': undefined,
  'data:check-backup': undefined,
  'data:cancel': undefined,
  'data:restore': undefined,
  'data:erase': { confirmed: true },
  'about:read': undefined,
  'about:read-licences': undefined,
  'about:open-logs': undefined,
  'about:copy-diagnostics': undefined,
  'window:show-item': { key, confirmAction: 'a' },
  'window:show-inbox': undefined,
  'window:fit': { height: 300 },
  'clipboard:copy-text': { text: 'x' },
};
/** Fields for which null says something. */
const nullable = new Set(['historyRetentionDays']);
const optional = new Set([...['limit', 'data', 'filter', 'confirmAction'], ...Object.keys(defaultSettings)]);
const channels = Object.keys(ipcContract) as IpcChannel[];
const takes = (channel: IpcChannel, args: unknown) => ipcContract[channel].args.safeParse(args).success;

describe('the table of IPC', () => {
  it('is the list that the preload script lets through, each name once', () => {
    expect(ipcChannelNames.toSorted()).toEqual(channels.toSorted());
    const names = [...ipcChannelNames, ...ipcEventNames];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+:[a-z]+(-[a-z]+)*$/);
  });

  it('holds no channel back from this test', () => {
    expect(Object.keys(calls).toSorted()).toEqual(channels.toSorted());
  });
});

describe.each(channels)('%s', (channel) => {
  const call = calls[channel] as Json | undefined;

  it('takes a well-formed call', () => {
    expect(takes(channel, call)).toBe(true);
  });

  it('refuses junk without throwing', () => {
    for (const junk of [null, 0, 'x', [], true, Number.NaN, () => 1, ...(call ? [undefined] : [{}])]) {
      expect(takes(channel, junk)).toBe(false);
    }
    fc.assert(
      fc.property(fc.jsonValue(), (junk) => {
        fc.pre(!(typeof junk === 'object' && junk !== null && Object.keys(junk).length === 0));
        expect(takes(channel, junk)).toBe(false);
      }),
    );
  });

  it('refuses a call with a field missing or of another kind', () => {
    for (const name of Object.keys(call ?? {})) {
      if (!optional.has(name)) expect(takes(channel, { ...call, [name]: undefined })).toBe(false);
      if (name === 'data') continue;
      for (const junk of [{ a: [] }, Number.NaN, null, [[]]]) {
        if (junk === null && nullable.has(name)) continue;
        expect(takes(channel, { ...call, [name]: junk })).toBe(false);
      }
    }
  });
});

describe('the bounds of what a page may ask', () => {
  it.each<[IpcChannel, unknown]>([
    ['inbox:rows', { keys: new Array(201).fill(key) }],
    ['inbox:order', { view: 'inbox', search: 'x'.repeat(2_001) }],
    ['inbox:count', { searches: new Array(51).fill('') }],
    ['batch:read', { keys: new Array(201).fill(key) }],
    ['batch:submit', { answers: new Array(11).fill({ key, revision: 'r' }), actionId: 'a', data: null, of: 11 }],
    ['batch:submit', { answers: [{ key, revision: 'r' }], actionId: 'a', data: null, of: 1_001 }],
    ['batch:undo', { keys: new Array(21).fill(key) }],
    ['inbox:order', { view: 'trash', search: '' }],
    ['inbox:order', { view: 'inbox', search: '', limit: 0 }],
    ['inbox:open-item', { key: 'no-slash' }],
    ['accounts:rename', { account: 'a', name: ' ' }],
    ['accounts:recolour', { account: 'a', colour: 'red' }],
    ['accounts:pause', { account: 'a/b' }],
    ['services:send-again', { notificationId: 'n', deliveryId: 'x'.repeat(257) }],
    ['evidence:save-attachment', { key, index: -1 }],
    ['evidence:save-attachment', { key, index: 0.5 }],
    ['evidence:open-link', { url: 'x'.repeat(8193) }],
    ['window:fit', { height: 0 }],
    ['window:fit', { height: 10_001 }],
    ['clipboard:copy-text', { text: 'x'.repeat(1_000_001) }],
    ['app:change-settings', { takeBackSeconds: -1 }],
    ['app:change-settings', { admin: true }],
  ])('%s does not take more', (channel, args) => {
    expect(takes(channel, args)).toBe(false);
  });
});
