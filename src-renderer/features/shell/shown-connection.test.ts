import { expect, test } from 'vitest';
import { AccountId, localAccount } from '#shared/inbox/item-key';
import { anAppState } from '../../testing/builders.ts';
import { shownConnection } from './shown-connection.ts';

const [account] = anAppState().accounts;
if (!account) throw new Error('The builder makes an account.');
const offline = { state: 'offline' as const, retryAt: 5_000, why: 'Nothing listens.' };
const local = { ...account, id: localAccount, connection: offline };
const failed = { state: 'failed' as const, message: 'It crashed.', retryAt: 60_000 };
const listening = { state: 'listening' as const, url: '', keyFile: '', maskedKey: '' };

test('while the server on this computer is down, its own restart is what is counted down, everywhere', () => {
  expect(shownConnection(local, failed)).toEqual({ state: 'offline', retryAt: 60_000, why: 'It crashed.' });
  expect(shownConnection(local, { ...failed, retryAt: undefined })).toEqual({ state: 'stopped' });
  expect(shownConnection(local, { state: 'starting' })).toEqual({ state: 'connecting' });
  expect(shownConnection(local, listening)).toBe(offline);
});

test('other servers have nothing to do with it', () => {
  const work = { ...local, id: AccountId.parse('work') };
  expect(shownConnection(work, failed)).toBe(offline);
});
