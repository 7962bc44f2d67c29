import { expect, it } from 'vitest';
import type { NoticeRecord } from '#shared/native/notice-record';
import { fail, ok } from '#shared/result';
import { aKey } from '../testing/builders.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { createNoticesStore } from './notices.ts';

const record = { at: 1, key: aKey('a'), title: 't', serviceName: 's', occasion: 'arrival', outcome: 'shown' } as const;
const error = { code: 'server/unreachable', message: 'Not running.' } as const;

it('shows the newest reading, whichever reply comes last', async () => {
  const fake = createFakeBridge();
  fake.hold('native:records');
  const { store, read } = createNoticesStore(fake.bridge);
  void read();
  void read();
  const [first, second] = fake.callsOf('native:records');
  const later: NoticeRecord[] = [{ ...record, at: 2 }];
  await second?.reply(ok(later));
  await first?.reply(ok([record]));
  expect(store.getState().records).toEqual(later);
});

it('keeps what was read when a later reading fails', async () => {
  const fake = createFakeBridge();
  const { store, read } = createNoticesStore(fake.bridge);
  fake.answer('native:records', () => ok([record]));
  await read();
  fake.answer('native:records', () => fail(error));
  await read();
  expect(store.getState()).toMatchObject({ records: [record], failure: error });
});

it('sends one test at a time and says how it went', async () => {
  const fake = createFakeBridge();
  fake.hold('native:send-test');
  const { store, sendTest, forgetTest } = createNoticesStore(fake.bridge);
  void sendTest();
  void sendTest();
  expect(fake.callsOf('native:send-test')).toHaveLength(1);
  await fake.next('native:send-test').reply(fail(error));
  expect(store.getState().test).toEqual({ at: 'failed', error });
  void sendTest();
  await fake.next('native:send-test').reply(ok(undefined));
  expect(store.getState().test).toEqual({ at: 'sent' });
  forgetTest();
  expect(store.getState().test).toEqual({ at: 'idle' });
});
