import { describe, expect, test } from 'vitest';
import { aNotification } from '#main/testing/scripted-server';
import { keyOf, settled, TestEngine } from '#main/testing/test-engine';

describe('receiving', () => {
  test('opens the stream first, then reads what is open, then is live', async () => {
    const rig = new TestEngine();
    rig.server.pageSize = 2;
    for (const id of ['a', 'b', 'c']) rig.server.ask(aNotification(id));
    await rig.connect();
    expect(rig.server.requests).toEqual(['GET /client/notifications', 'GET /client/notifications']);
    expect(rig.engine.inbox.order({ view: 'inbox', search: '' }).keys).toEqual(['a', 'b', 'c'].map(keyOf));
    expect(rig.engine.accounts.views()[0]?.connection).toEqual({ state: 'live' });
  });

  test('announces each item once, however often it is told', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.server.push('notification', aNotification('a'));
    rig.server.push('notification', aNotification('b'));
    rig.server.push('notification', aNotification('b', { status: 'created' }));
    rig.server.cut();
    rig.clock.pass(20_000);
    rig.server.stream.opened();
    await settled();
    expect(rig.arrived).toEqual(['a', 'b'].map(keyOf));
  });

  test('reads one by one what is open here and not listed any more', async () => {
    const rig = new TestEngine();
    for (const id of ['a', 'b', 'c']) rig.server.ask(aNotification(id));
    await rig.connect();
    rig.server.cut();
    rig.server.answerElsewhere('a', 'rollout', 25);
    rig.server.ask(aNotification('b', { status: 'expired', deadline: '2026-01-15T08:59:00Z' }));
    rig.server.notifications.delete('c');
    rig.clock.pass(20_000);
    rig.server.stream.opened();
    await settled();
    expect(rig.endingOf('a')).toMatchObject({
      how: 'answered',
      byMe: false,
      responder: { id: 'user_42' },
      words: 'Partial rollout: 25 %',
    });
    expect(rig.endingOf('b')).toEqual({ how: 'expired', at: Date.parse('2026-01-15T08:59:00Z') });
    expect(rig.endingOf('c')).toMatchObject({ how: 'withdrawn', reason: 'The server no longer has this question.' });
    expect(rig.engine.inbox.order({ view: 'inbox', search: '' }).keys).toEqual([]);
  });

  test('an answer given elsewhere closes the item at once and then says whose it was', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.server.answerElsewhere('a', 'ship', null);
    rig.server.push('status_update', { notification_id: 'a', status: 'responded', timestamp: '2026-01-15T09:00:00Z' });
    expect(rig.endingOf('a')).toMatchObject({ how: 'answered', responder: undefined });
    expect(rig.closed).toContain(keyOf('a'));
    await settled();
    expect(rig.endingOf('a')).toMatchObject({
      how: 'answered',
      byMe: false,
      responder: { id: 'user_42' },
      words: 'Ship it',
    });
  });

  test('a withdrawal keeps its reason over a later read', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    const update = {
      notification_id: 'a',
      status: 'invalidated',
      reason: 'Superseded',
      timestamp: '2026-01-15T09:00:00Z',
    };
    rig.server.push('status_update', update);
    rig.server.push('notification', aNotification('a', { status: 'delivered' }));
    expect(rig.endingOf('a')).toEqual({
      how: 'withdrawn',
      at: Date.parse('2026-01-15T09:00:00Z'),
      reason: 'Superseded',
    });
  });

  test('an update about an item that is not known here has it read', async () => {
    const rig = new TestEngine();
    await rig.connect();
    rig.server.ask(aNotification('late', { status: 'acknowledged' }));
    rig.server.push('status_update', {
      notification_id: 'late',
      status: 'acknowledged',
      timestamp: '2026-01-15T09:00:00Z',
    });
    await settled();
    expect(rig.engine.inbox.row(keyOf('late'))?.status).toBe('acknowledged');
  });

  test('attachments that a frame had no room for are read again, and the frame does not undo them', async () => {
    const rig = new TestEngine();
    await rig.connect();
    const context = { title: 'Big', description: '' };
    const stripped = aNotification('a', { context: { ...context, attachments: [{ type: 'text/plain' }] } });
    rig.server.ask(
      aNotification('a', { context: { ...context, attachments: [{ type: 'text/plain', data: 'aGk=' }] } }),
    );
    rig.server.push('notification', stripped);
    await settled();
    rig.server.push('notification', stripped);
    const item = rig.engine.inbox.item(keyOf('a'));
    expect(item.ok && item.value.notification.context.attachments[0]?.data).toBe('aGk=');
  });

  test('unknown fields survive in the store', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a', { x_future: { deep: [1, 2] } }));
    await rig.connect();
    expect(rig.engine.store.queries.raw(keyOf('a'))).toMatchObject({ x_future: { deep: [1, 2] } });
  });

  test('seeing an item is told to the server, after an outage if need be', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    rig.server.ask(aNotification('b'));
    await rig.connect();
    rig.engine.inbox.see(keyOf('a'));
    rig.engine.inbox.see(keyOf('a'));
    expect(rig.server.sent).toEqual(['{"type":"acknowledge","data":{"notification_id":"a"}}']);
    rig.server.ask(aNotification('a', { status: 'acknowledged' }));
    rig.server.cut();
    rig.engine.inbox.see(keyOf('b'));
    rig.clock.pass(20_000);
    rig.server.stream.opened();
    await settled();
    expect(rig.server.sent.slice(1)).toEqual(['{"type":"acknowledge","data":{"notification_id":"b"}}']);
  });
});

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
    expect(rig.answerOf('a')).toMatchObject({
      state: 'returned',
      because: 'already-answered',
      message: 'user_42 answered first.',
    });
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
    expect(rig.answerOf('a')?.state).toBe('held');
    expect(rig.engine.inbox.order({ view: 'inbox', search: '' }).keys).toEqual([]);
    rig.restart();
    await rig.connect();
    await settled();
    expect(rig.answerOf('a')?.state).toBe('accepted');
  });
});
