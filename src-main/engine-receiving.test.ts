import { describe, expect, test } from 'vitest';
import { aNotification } from '#main/testing/scripted-server';
import { account, keyOf, settled, TestEngine } from '#main/testing/test-engine';

describe('receiving', () => {
  test('opens the stream first, then reads what is open and what ended meanwhile, then is live', async () => {
    const rig = new TestEngine();
    rig.server.pageSize = 2;
    for (const id of ['a', 'b', 'c']) rig.server.ask(aNotification(id));
    await rig.connect();
    // Two pages of what is open, two of everything: nothing was known before.
    expect(rig.server.requests).toEqual(Array(4).fill('GET /client/notifications'));
    expect(rig.engine.inbox.order({ view: 'inbox', search: '' }).keys).toEqual(['a', 'b', 'c'].map(keyOf));
    expect(rig.engine.accounts.get(account)?.view().connection).toEqual({ state: 'live' });
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

  test('an answer given elsewhere that is first heard of as completed is read, too', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.server.answerElsewhere('a', 'rollout', 25);
    rig.server.push('status_update', { notification_id: 'a', status: 'completed', timestamp: '2026-01-15T09:00:10Z' });
    await settled();
    expect(rig.endingOf('a')).toMatchObject({ how: 'answered', responder: { id: 'user_42' } });
  });

  test('an answer given elsewhere that could not be read is read with the next connection', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.server.answerElsewhere('a', 'rollout', 25);
    rig.server.isReachable = false;
    rig.server.push('status_update', { notification_id: 'a', status: 'responded', timestamp: '2026-01-15T09:00:10Z' });
    await settled();
    expect(rig.endingOf('a')).toMatchObject({ how: 'answered', responder: undefined });
    rig.server.isReachable = true;
    rig.restart();
    await rig.connect();
    expect(rig.endingOf('a')).toMatchObject({ how: 'answered', responder: { id: 'user_42' } });
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
