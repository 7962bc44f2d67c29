import { describe, expect, it } from 'vitest';
import { fail, ok } from '#shared/result';
import { aRow } from '../testing/builders.ts';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createMissedStore } from './missed.ts';

function setUp() {
  const fake = createFakeBridge();
  fake.hold('inbox:read-missed');
  fake.answer('inbox:put-missed-away', () => ok(undefined));
  fake.answer('inbox:said-missed', () => ok(undefined));
  return { fake, missed: createMissedStore(fake.bridge) };
}

describe('what was missed', () => {
  it('is read when its list is opened, and again when it changes while it is', async () => {
    const { fake, missed } = setUp();
    missed.changed();
    expect(fake.callsOf('inbox:read-missed')).toEqual([]);
    missed.toggle();
    await fake.next('inbox:read-missed').reply(ok([aRow('a'), aRow('b')]));
    expect(missed.store.getState().rows?.map(({ title }) => title)).toEqual(['Question a', 'Question b']);
    missed.changed();
    await fake.next('inbox:read-missed').reply(ok([aRow('b')]));
    expect(missed.store.getState().rows).toHaveLength(1);
  });

  it('that comes late for a list that was closed is dropped', async () => {
    const { fake, missed } = setUp();
    missed.toggle();
    const late = fake.next('inbox:read-missed');
    missed.toggle();
    await late.reply(ok([aRow('a')]));
    expect(missed.store.getState()).toEqual({ isOpen: false, rows: undefined, failure: undefined });
  });

  it('that cannot be read is said', async () => {
    const { fake, missed } = setUp();
    missed.toggle();
    await fake.next('inbox:read-missed').reply(fail({ code: 'ipc/failed', message: 'no' }));
    expect(missed.store.getState().failure).toMatchObject({ message: 'no' });
  });

  it('is put away with its list', async () => {
    const { fake, missed } = setUp();
    missed.toggle();
    missed.putAway();
    await settle();
    expect(fake.callsOf('inbox:put-missed-away')).toHaveLength(1);
    expect(missed.store.getState().isOpen).toBe(false);
  });
});
