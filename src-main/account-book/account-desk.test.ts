import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AccountRig, aForm, keyIn } from '#main/testing/account-rig';
import { aNotification } from '#main/testing/scripted-server';
import { settled } from '#main/testing/test-engine';
import { AccountId, localAccount } from '#shared/inbox/item-key';
import { ActionId } from '#shared/protocol/ids';

const rollout = ActionId.parse('rollout');
const stored = (rig: AccountRig) =>
  readdirSync(rig.dataFolder)
    .map((name) => readFileSync(join(rig.dataFolder, name), 'latin1'))
    .join();

describe('adding', () => {
  test('a good server is live at once, is there after a restart, and its token is on disk only encrypted', async () => {
    const rig = new AccountRig();
    const server = rig.server('work.example', 'token_canary');
    server.ask(aNotification('a'));
    const id = await rig.add(server, 'token_canary', { name: ' Work ', colour: 'pink' });
    expect(rig.view(id)).toMatchObject({
      name: 'Work',
      colour: 'pink',
      kind: 'added',
      url: 'https://work.example',
      connection: { state: 'live' },
      token: 'encrypted',
    });
    expect(stored(rig)).not.toContain('token_canary');
    expect(JSON.stringify(rig.desk.views())).not.toContain('token_canary');
    expect(JSON.stringify(rig.log.lines)).not.toContain('token_canary');
    await rig.restart();
    expect(rig.desk.views().map(({ name }) => name)).toEqual(['This computer', 'Work']);
    expect(rig.view(id)).toMatchObject({ connection: { state: 'live' }, token: 'encrypted' });
    expect(rig.titles()).toEqual(['Question a']);
  });

  test.each([
    ['an address that is none', { url: 'two words' }, 'url'],
    ['no token', { token: ' ' }, 'token'],
    ['a token with a line end in it', { token: 'a\nb' }, 'token'],
    ['a token nobody knows', { token: 'wrong' }, 'token'],
    ['a name nobody finds', { url: 'https://nowhere.example' }, 'url'],
    ['an address that others can read along', { url: 'http://work.example' }, 'allowUnencrypted'],
  ])('%s is refused at its field, and nothing is saved', async (_what, change, field) => {
    const rig = new AccountRig();
    const server = rig.server('work.example', 'right');
    const added = await rig.desk.add({ ...aForm(server.url, 'right'), ...change });
    expect(added).toMatchObject({ ok: false, error: { field } });
    expect(rig.desk.views()).toHaveLength(1);
    expect(readdirSync(rig.dataFolder).filter((name) => name.endsWith('.json'))).toEqual([]);
  });

  test('what was pasted with the word “Bearer” is the token behind it', async () => {
    const rig = new AccountRig();
    const server = rig.server('work.example', 'right');
    await rig.add(server, ' Bearer right ');
    expect(server.calls.every(({ token }) => token === 'right')).toBe(true);
  });

  test('the same server with the same token is refused by its name, also when asked twice at once', async () => {
    const rig = new AccountRig();
    const server = rig.server('work.example', 'right', 'other');
    const form = { ...aForm(server.url, 'right'), name: 'Work' };
    const both = await Promise.all([rig.desk.add(form), rig.desk.add({ ...form, url: 'work.example/api/v1/' })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      error: { field: 'url', message: expect.stringContaining(': Work.') },
    });
    expect((await rig.desk.add({ ...form, token: 'other' })).ok).toBe(true);
    expect(rig.desk.views()).toHaveLength(3);
  });

  test('a check saves nothing', async () => {
    const rig = new AccountRig();
    const server = rig.server('work.example', 'right');
    const checked = await rig.desk.check(aForm('wss://work.example/api/v1/client/stream', 'right'));
    expect(checked).toEqual({ ok: true, value: { url: server.url } });
    expect(rig.desk.views()).toHaveLength(1);
  });
});

describe('a token that is not there', () => {
  test('after a restart it has to be entered; items, drafts and answers stay, and go on with it', async () => {
    const rig = new AccountRig();
    rig.protection.isThere = false;
    const server = rig.server('work.example', 'right');
    server.ask(aNotification('a'));
    server.ask(aNotification('b'));
    const id = await rig.add(server, 'right');
    expect(rig.view(id)?.token).toBe('session');
    server.isReachable = false;
    expect(rig.submit(id, 'a')).toMatchObject({ ok: true });
    await settled();
    rig.engine.inbox.saveDraft(keyIn(id, 'b'), { openAction: null, inputs: { [rollout]: '5' } });

    await rig.restart();
    server.isReachable = true;
    const calls = server.calls.length;
    rig.clock.pass(60_000);
    await settled();
    expect(rig.view(id)).toMatchObject({ token: 'missing', connection: { state: 'stopped' } });
    expect(rig.titles()).toEqual(['Question a', 'Question b']);
    expect(rig.engine.inbox.row(keyIn(id, 'a'))?.answer).toMatchObject({ state: 'waiting', waitsFor: 'token' });
    expect(rig.engine.inbox.row(keyIn(id, 'b'))?.hasDraft).toBe(true);
    expect(server.calls).toHaveLength(calls);

    expect(await rig.desk.setToken(id, 'wrong', false)).toMatchObject({ ok: false, error: { field: 'token' } });
    expect(rig.view(id)?.token).toBe('missing');
    expect(await rig.desk.setToken(id, 'right', false)).toMatchObject({ ok: true });
    await rig.open();
    expect(rig.view(id)).toMatchObject({ token: 'session', connection: { state: 'live' } });
    expect(rig.engine.inbox.row(keyIn(id, 'a'))?.answer?.state).toBe('accepted');
    expect(server.recorded.size).toBe(1);
  });

  test('one that cannot be decrypted any more is asked for as well', async () => {
    const rig = new AccountRig();
    const id = await rig.add(rig.server('work.example', 'right'), 'right');
    rig.protection.key = 'another';
    await rig.restart();
    expect(rig.view(id)?.token).toBe('missing');
  });

  test('a refused one gives way to a new one, and no answer is lost', async () => {
    const rig = new AccountRig();
    const server = rig.server('work.example', 'old', 'new');
    const id = await rig.add(server, 'old');
    server.cut({ verdict: 'unauthorized', why: '401' });
    expect(rig.view(id)?.connection.state).toBe('refused');
    expect((await rig.desk.setToken(id, 'new', false)).ok).toBe(true);
    await rig.open();
    expect(rig.view(id)?.connection.state).toBe('live');
    expect(server.calls.at(-1)?.token).toBe('new');
    await rig.restart();
    expect(server.calls.at(-1)?.token).toBe('new');
  });
});

describe('pausing', () => {
  test('nothing is read or sent until the account is resumed; then what was answered goes', async () => {
    const rig = new AccountRig();
    const server = rig.server('work.example', 'right');
    server.ask(aNotification('a'));
    const id = await rig.add(server, 'right');
    expect(rig.desk.pause(id).ok).toBe(true);
    const calls = server.calls.length;
    expect(server.openStreams).toBe(0);
    expect(rig.titles()).toEqual(['Question a']);
    expect(rig.submit(id, 'a')).toMatchObject({ ok: true });
    rig.desk.retry(id);
    rig.engine.noticed('woke');
    rig.clock.pass(120_000);
    await settled();
    expect(server.calls).toHaveLength(calls);
    expect(rig.view(id)).toMatchObject({ paused: true, connection: { state: 'stopped' } });
    expect(rig.engine.inbox.row(keyIn(id, 'a'))?.answer).toMatchObject({ state: 'waiting', waitsFor: 'resume' });

    await rig.restart();
    expect(rig.view(id)?.paused).toBe(true);
    expect(server.calls).toHaveLength(calls);
    expect(rig.desk.resume(id).ok).toBe(true);
    await rig.open();
    expect(rig.view(id)).toMatchObject({ paused: false, connection: { state: 'live' } });
    expect(server.recorded.get('a')?.body.action_id).toBe('ship');
  });

  test('resumed without a token it asks for the token', async () => {
    const rig = new AccountRig();
    rig.protection.isThere = false;
    const id = await rig.add(rig.server('work.example', 'right'), 'right');
    rig.desk.pause(id);
    await rig.restart();
    rig.desk.resume(id);
    expect(rig.view(id)).toMatchObject({ paused: false, token: 'missing', connection: { state: 'stopped' } });
  });

  test('the server that comes with the app is not paused and not removed, but renamed', () => {
    const rig = new AccountRig();
    expect(rig.desk.pause(localAccount).ok).toBe(false);
    expect(rig.desk.remove(localAccount, { historyKept: false, discardAnswers: true }).ok).toBe(false);
    expect(rig.desk.rename(localAccount, 'My laptop').ok).toBe(true);
    expect(rig.desk.views()).toMatchObject([{ id: 'local', name: 'My laptop', kind: 'local', token: undefined }]);
  });
});

describe('the account of a run', () => {
  const id = AccountId.parse('run-example-1');
  const run = { id, url: 'https://run.example', token: 'run_canary' };

  test('is there for this run, paused for this run, and its token is never stored', async () => {
    const rig = new AccountRig();
    rig.server('run.example', 'run_canary').ask(aNotification('a'));
    rig.runAccount = run;
    await rig.restart();
    expect(rig.view(id)).toMatchObject({ kind: 'run', name: 'run.example', connection: { state: 'live' } });
    expect(rig.desk.pause(id).ok).toBe(true);
    expect(rig.view(id)?.paused).toBe(true);
    expect(rig.desk.resume(id).ok).toBe(true);
    await rig.open();
    expect(rig.view(id)?.connection.state).toBe('live');
    expect(rig.desk.remove(id, { historyKept: false, discardAnswers: true }).ok).toBe(false);
    expect(stored(rig)).not.toContain('run_canary');
    rig.runAccount = undefined;
    await rig.restart();
    expect(rig.desk.views()).toHaveLength(1);
    expect(rig.titles()).toEqual([]);
  });

  test('is not there twice when the person has added it already', async () => {
    const rig = new AccountRig();
    await rig.add(rig.server('run.example', 'run_canary'), 'run_canary');
    rig.runAccount = run;
    await rig.restart();
    expect(rig.desk.views().map(({ kind }) => kind)).toEqual(['local', 'added']);
  });
});
