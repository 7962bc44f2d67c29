import { expect, it } from 'vitest';
import type { AccountHoldings } from '#shared/inbox/account';
import { AccountId } from '#shared/inbox/item-key';
import { fail, ok } from '#shared/result';
import { aKey } from '../testing/builders.ts';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createAccountsStore, type NewAccount } from './accounts.ts';

const id = AccountId.parse('work');
const account: NewAccount = {
  url: 'https://a.example',
  token: 'secret_canary',
  name: '',
  colour: 'teal',
  allowUnencrypted: false,
  mayBeReadable: false,
};
const wrongToken = { code: 'account/not-checked', field: 'token', message: 'No.' } as const;

function setUp() {
  const fake = createFakeBridge();
  const accounts = createAccountsStore(fake.bridge);
  return { ...fake, accounts, now: () => accounts.store.getState() };
}

it('keeps why an account was not added until something is typed, and no token at all', async () => {
  const { answer, accounts, now } = setUp();
  answer('accounts:add', () => fail(wrongToken));
  expect(await accounts.add(account)).toBe(false);
  expect(now().form).toEqual({ at: 'refused', error: wrongToken });
  expect(JSON.stringify(now())).not.toContain('secret_canary');
  accounts.forgetForm();
  expect(now().form).toEqual({ at: 'idle' });
});

it('drops what a server said about a form that has changed since', async () => {
  const { hold, next, accounts, now } = setUp();
  hold('accounts:check');
  const checked = accounts.check(account);
  accounts.forgetForm();
  await next('accounts:check').reply(ok({ url: 'https://a.example' }));
  await checked;
  expect(now().form).toEqual({ at: 'idle' });
});

it('adds once for two presses', async () => {
  const { hold, next, callsOf, accounts } = setUp();
  hold('accounts:add');
  const first = accounts.add(account);
  expect(await accounts.add(account)).toBe(false);
  await next('accounts:add').reply(ok({ id }));
  expect(await first).toBe(true);
  expect(callsOf('accounts:add')).toHaveLength(1);
});

it('saves only what was changed, and stops at what was refused', async () => {
  const { answer, callsOf, accounts, now } = setUp();
  answer('accounts:rename', () => fail({ code: 'account/not-saved', message: 'The disk is full.' }));
  answer('accounts:recolour', () => ok(undefined));
  expect(await accounts.edit(id, { colour: 'pink' })).toBe(true);
  expect(callsOf('accounts:rename')).toHaveLength(0);
  expect(await accounts.edit(id, { name: 'Office', colour: 'teal' })).toBe(false);
  expect(callsOf('accounts:recolour')).toHaveLength(1);
  expect(now().act).toMatchObject({ account: id, state: { message: 'The disk is full.' } });
});

it('shows the answers in flight as they leave, and those that came meanwhile when a removal is refused', async () => {
  const { answer, emit, callsOf, accounts, now } = setUp();
  const inFlight: AccountHoldings = {
    answers: [{ key: aKey('a'), title: 'A', words: 'Yes', state: 'sending' }],
    open: 1,
    drafts: 0,
    history: 0,
  };
  let held = inFlight;
  answer('accounts:in-flight', () => ok(held));
  const stop = accounts.watchHoldings(id);
  await settle();
  expect(now().holdings).toEqual({ account: id, held: inFlight });
  held = { ...inFlight, answers: [] };
  await emit('inbox:changed', { keys: null });
  expect(now().holdings?.held.answers).toEqual([]);
  held = inFlight;
  answer('accounts:remove', () => fail({ code: 'account/answers-in-flight', message: 'Not yet.' }));
  expect(await accounts.remove(id, { historyKept: true, discardAnswers: false })).toBe(false);
  expect(now().holdings?.held.answers).toHaveLength(1);
  stop();
  const asked = callsOf('accounts:in-flight').length;
  await emit('inbox:changed', { keys: null });
  expect(callsOf('accounts:in-flight')).toHaveLength(asked);
});
