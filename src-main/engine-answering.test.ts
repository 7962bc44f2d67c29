import { describe, expect, test } from 'vitest';
import { aNotification } from '#main/testing/scripted-server';
import { keyOf, settled, TestEngine } from '#main/testing/test-engine';

describe('answering', () => {
  test('held for the take-back window, sent once, accepted, delivered', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    const saved = rig.submit('a', 'rollout', 25);
    expect(saved).toMatchObject({
      ok: true,
      value: { state: 'held', words: 'Partial rollout: 25 %', sendAt: rig.clock.now() + 5_000 },
    });
    rig.clock.pass(4_999);
    expect(rig.server.requests).not.toContain('POST /client/respond');
    rig.clock.pass(1);
    expect(rig.answerOf('a')?.state).toBe('sending');
    await settled();
    expect(rig.answerOf('a')?.state).toBe('accepted');
    expect(rig.endingOf('a')).toMatchObject({ how: 'answered', byMe: true, words: 'Partial rollout: 25 %' });
    expect(rig.server.recorded.get('a')?.body).toEqual({
      notification_id: 'a',
      action_id: 'rollout',
      response_data: 25,
    });
    rig.server.push('status_update', { notification_id: 'a', status: 'completed', timestamp: '2026-01-15T09:00:10Z' });
    expect(rig.answerOf('a')?.state).toBe('delivered');
  });

  test('with no take-back window it is sent at once', async () => {
    const rig = new TestEngine();
    rig.takeBackMs = 0;
    rig.server.ask(aNotification('a'));
    await rig.connect();
    expect(rig.submit('a', 'ship')).toMatchObject({ ok: true, value: { state: 'sending' } });
    await settled();
    expect(rig.answerOf('a')?.state).toBe('accepted');
  });

  test('the window ends two seconds before the deadline at the latest', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a', { deadline: '2026-01-15T09:00:04Z' }));
    await rig.connect();
    expect(rig.submit('a', 'ship')).toMatchObject({ ok: true, value: { sendAt: rig.clock.now() + 2_000 } });
  });

  test('undo inside the window means no byte was sent, and the input is a draft again', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.submit('a', 'rollout', 25);
    rig.clock.pass(4_000);
    expect(rig.engine.inbox.undo(keyOf('a')).ok).toBe(true);
    rig.clock.pass(60_000);
    await settled();
    expect(rig.server.requests).not.toContain('POST /client/respond');
    const item = rig.engine.inbox.item(keyOf('a'));
    expect(item.ok && item.value.draft).toEqual({ openAction: 'rollout', inputs: { rollout: 25 } });
    rig.restart();
    expect(rig.answerOf('a')).toBeUndefined();
  });

  test('undo after the window says that it is too late', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.submit('a', 'ship');
    rig.clock.pass(5_000);
    expect(rig.engine.inbox.undo(keyOf('a'))).toMatchObject({ ok: false, error: { code: 'answer/too-late-to-undo' } });
  });

  test.each([
    ['a value outside its constraint', 'rollout', 7, false, 'answer/invalid'],
    ['a flagged action without confirmation', 'wipe', null, false, 'answer/unconfirmed'],
    ['an action that does not exist', 'nope', null, false, 'answer/invalid'],
  ])('%s is not saved', async (_what, action, data, confirmed, code) => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    expect(rig.submit('a', action, data, confirmed)).toMatchObject({ ok: false, error: { code } });
    expect(rig.answerOf('a')).toBeUndefined();
  });

  test('a flagged action goes out once it is confirmed', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    expect(rig.submit('a', 'wipe', null, true).ok).toBe(true);
  });

  test('an answer to a question that has changed since it was read is not saved', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    const item = rig.engine.inbox.item(keyOf('a'));
    if (!item.ok) throw new Error('missing');
    rig.server.push('notification', aNotification('a', { context: { title: 'Something else', description: '' } }));
    const given = {
      revision: item.value.revision,
      actionId: item.value.notification.actions[0]?.id as never,
      data: null,
      confirmed: false,
    };
    expect(rig.engine.inbox.submit(keyOf('a'), given)).toMatchObject({ ok: false, error: { code: 'item/changed' } });
  });

  test('a second answer while one is on its way is refused: one row, one effect', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    const outcomes = Array.from({ length: 100 }, () => rig.submit('a', 'ship').ok);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    rig.clock.pass(5_000);
    await settled();
    expect(rig.server.requests.filter((one) => one === 'POST /client/respond')).toHaveLength(1);
    expect(rig.submit('a', 'ship')).toMatchObject({ ok: false, error: { code: 'item/closed' } });
  });

  test('after the deadline nothing is saved, whatever the stored state says', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a', { deadline: '2026-01-15T09:10:00Z' }));
    await rig.connect();
    rig.clock.pass(600_000);
    expect(rig.submit('a', 'ship')).toMatchObject({ ok: false, error: { code: 'item/closed' } });
  });
});

describe('an answer on a bad day', () => {
  test('killed while held: it runs on from the stored time and is sent once', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.submit('a', 'ship');
    rig.clock.pass(1_000);
    rig.restart();
    await rig.connect();
    expect(rig.answerOf('a')).toMatchObject({ state: 'held', sendAt: rig.clock.now() + 4_000 });
    rig.clock.pass(4_000);
    await settled();
    expect(rig.answerOf('a')?.state).toBe('accepted');
    expect(rig.server.requests.filter((one) => one === 'POST /client/respond')).toHaveLength(1);
  });

  test('killed after the server recorded it: the same key gets the same reply, nothing is doubled', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.submit('a', 'ship');
    rig.clock.pass(5_000); // the request is out; this engine never hears the reply
    rig.restart();
    await rig.connect();
    await settled();
    expect(rig.server.requests.filter((one) => one === 'POST /client/respond')).toHaveLength(2);
    expect(rig.answerOf('a')?.state).toBe('accepted');
    expect(rig.endingOf('a')).toMatchObject({ byMe: true });
  });

  test('the reply was lost: asked again with the same key', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.server.losesReplies = 2;
    rig.submit('a', 'ship');
    rig.clock.pass(5_000);
    await settled();
    expect(rig.answerOf('a')).toMatchObject({ state: 'waiting', because: 'The connection was cut.' });
    for (let round = 0; round < 3; round++) {
      rig.clock.pass(15_000);
      await settled();
    }
    expect(rig.answerOf('a')?.state).toBe('accepted');
  });

  test('the reply was lost and the server ignores keys: its record says that the answer is ours', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.server.honoursKeys = false;
    rig.server.losesReplies = 1;
    rig.submit('a', 'rollout', 25);
    rig.clock.pass(5_000);
    await settled();
    rig.clock.pass(15_000);
    await settled();
    expect(rig.answerOf('a')?.state).toBe('accepted');
  });

  test('somebody else was faster: it comes back with their name, and the input is kept', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.submit('a', 'rollout', 25);
    rig.server.answerElsewhere('a', 'rollout', 50);
    rig.clock.pass(5_000);
    await settled();
    expect(rig.answerOf('a')).toMatchObject({ state: 'returned', because: 'already-answered' });
    const words = 'Partial rollout: 50 %';
    expect(rig.endingOf('a')).toMatchObject({ how: 'answered', byMe: false, responder: { id: 'user_42' }, words });
    const item = rig.engine.inbox.item(keyOf('a'));
    expect(item.ok && item.value.draft.inputs).toEqual({ rollout: 25 });
  });

  test('the first attempt meets the same answer by somebody else: it is not claimed as ours', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.submit('a', 'rollout', 25);
    rig.server.answerElsewhere('a', 'rollout', 25);
    rig.clock.pass(5_000);
    await settled();
    expect(rig.answerOf('a')).toMatchObject({ state: 'returned', because: 'already-answered' });
  });

  test.each([
    ['expired', 'too-late'],
    ['invalidated', 'withdrawn'],
    ['responded', 'already-answered'],
  ])('the item is %s while the answer is held: it comes back as %s and no byte is sent', async (status, because) => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.submit('a', 'ship');
    rig.server.push('status_update', { notification_id: 'a', status, timestamp: '2026-01-15T09:00:01Z' });
    rig.clock.pass(60_000);
    await settled();
    expect(rig.answerOf('a')).toMatchObject({ state: 'returned', because });
    expect(rig.server.requests).not.toContain('POST /client/respond');
  });

  test('refused: the server’s words come back, and a new try replaces it', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.server.refusals.push({
      status: 422,
      body: { code: 'CONSTRAINT_VIOLATION', message: 'No, not 25.', request_id: 'req_9' },
    });
    rig.submit('a', 'rollout', 25);
    rig.clock.pass(5_000);
    await settled();
    expect(rig.answerOf('a')).toMatchObject({
      state: 'returned',
      because: 'refused',
      message: 'No, not 25.',
      requestId: 'req_9',
    });
    expect(rig.submit('a', 'rollout', 30).ok).toBe(true);
    rig.clock.pass(5_000);
    await settled();
    expect(rig.answerOf('a')).toMatchObject({ state: 'accepted', data: 30 });
  });

  test('told to wait: never earlier than told, not even when the connection comes back', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.server.refusals.push({
      status: 429,
      body: { code: 'RATE_LIMIT_EXCEEDED', message: 'Slow down.' },
      headers: { 'retry-after': '30' },
    });
    rig.submit('a', 'ship');
    rig.clock.pass(5_000);
    await settled();
    rig.server.cut();
    rig.clock.pass(20_000);
    rig.server.stream.opened();
    await settled();
    rig.clock.pass(9_999);
    expect(rig.server.requests.filter((one) => one === 'POST /client/respond')).toHaveLength(1);
    rig.clock.pass(1);
    await settled();
    expect(rig.answerOf('a')?.state).toBe('accepted');
  });

  test('a page of a captive portal is not taken for an answer', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.server.refusals.push({ status: 200, body: { html: 'Welcome to the hotel' } });
    rig.submit('a', 'ship');
    rig.clock.pass(5_000);
    await settled();
    expect(rig.answerOf('a')).toMatchObject({ state: 'waiting' });
  });

  test('quitting sends what is held at once', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.submit('a', 'ship');
    await rig.engine.stop(3_000);
    expect(rig.server.recorded.has('a')).toBe(true);
    rig.restart();
    expect(rig.answerOf('a')?.state).toBe('accepted');
  });

  test('quitting without a connection waits no longer than its time, and keeps the answer', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.submit('a', 'ship');
    rig.server.isReachable = false;
    await rig.engine.stop(3_000);
    rig.restart();
    expect(rig.answerOf('a')).toMatchObject({ state: 'waiting' });
    rig.server.isReachable = true;
    await rig.connect();
    await settled();
    expect(rig.answerOf('a')?.state).toBe('accepted');
  });

  test('answers of an account that is not in this run wait untouched', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.submit('a', 'ship');
    rig.restart({ withAccount: false });
    rig.clock.pass(3_600_000);
    await settled();
    expect(rig.answerOf('a')?.state).toBe('waiting');
    expect(rig.server.requests).not.toContain('POST /client/respond');
    expect(rig.engine.inbox.order({ view: 'inbox', search: '' }).keys).toEqual([]);
    rig.restart();
    await rig.connect();
    await settled();
    expect(rig.answerOf('a')?.state).toBe('accepted');
  });
});
