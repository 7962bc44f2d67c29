import { expect, test } from 'vitest';
import { KeptLog } from '#main/testing/kept-log';
import { ipcChannelNames, ipcEventNames } from '#shared/ipc/channels';
import { ipcContract } from '#shared/ipc/contract';
import { ok } from '#shared/result';
import { type Handlers, handleAll } from './handle.ts';

type Listener = (event: never, raw: unknown) => Promise<unknown>;

function aTable(isOwn = true) {
  const channels = new Map<string, Listener>();
  const calls: [string, unknown, number][] = [];
  const log = new KeptLog();
  const entries = ipcChannelNames.map((channel) => [
    channel,
    (args: unknown, pageId: number) => {
      calls.push([channel, args, pageId]);
      if (channel === 'app:read') throw new Error('secret detail');
      return ok(undefined);
    },
  ]);
  const ipcMain = { handle: (channel: string, listener: Listener) => void channels.set(channel, listener) };
  handleAll({ ipcMain, isOwnPage: () => isOwn, log }, Object.fromEntries(entries) as Handlers);
  const call = (channel: string, raw: unknown) => channels.get(channel)?.({ sender: { id: 7 } } as never, raw);
  return { channels, calls, log, call };
}

test('the table, its names and the handlers are the same', () => {
  expect([...aTable().channels.keys()].toSorted()).toEqual(Object.keys(ipcContract).toSorted());
  expect([...ipcChannelNames].toSorted()).toEqual(Object.keys(ipcContract).toSorted());
  expect(new Set(ipcEventNames).size).toBe(ipcEventNames.length);
});

test('a call from another page does nothing', async () => {
  const { call, calls } = aTable(false);
  expect(await call('answer:undo', { key: 'local/a' })).toMatchObject({
    ok: false,
    error: { code: 'ipc/untrusted-sender' },
  });
  expect(calls).toEqual([]);
});

test.each([
  ['answer:undo', undefined],
  ['answer:undo', { key: 'no slash' }],
  ['inbox:rows', { keys: Array.from({ length: 201 }, () => 'local/a') }],
  ['app:change-settings', { takeBackSeconds: 3_600 }],
  ['app:change-settings', { unknown: true }],
  ['evidence:open-link', { url: 7 }],
  ['app:read', { surprise: true }],
])('%s with %o does nothing', async (channel, args) => {
  const { call, calls } = aTable();
  expect(await call(channel, args)).toMatchObject({ ok: false, error: { code: 'ipc/bad-arguments' } });
  expect(calls).toEqual([]);
});

test('a bug is logged, and the page learns nothing of it', async () => {
  const { call, log } = aTable();
  const result = await call('app:read', undefined);
  expect(result).toMatchObject({ ok: false, error: { code: 'ipc/failed' } });
  expect(JSON.stringify(result)).not.toContain('secret');
  expect(log.lines[0]?.facts?.reason).toContain('secret detail');
});
