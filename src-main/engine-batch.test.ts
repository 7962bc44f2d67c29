import { describe, expect, test } from 'vitest';
import { batchHandlers } from '#main/inbox/batch-handlers';
import { aNotification } from '#main/testing/scripted-server';
import { keyOf, settled, TestEngine } from '#main/testing/test-engine';
import type { BatchSaved } from '#shared/inbox/batch';
import { ActionId } from '#shared/protocol/ids';
import type { Result } from '#shared/result';

const ship = ActionId.parse('ship');

async function setUp(ids: readonly string[]) {
  const rig = new TestEngine();
  for (const id of ids) rig.server.ask(aNotification(id));
  await rig.connect();
  const handlers = () => batchHandlers({ inbox: rig.engine.inbox, placeOf: () => 'window' });
  const taken = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const read = () => {
    const items = taken(handlers()['batch:read']({ keys: ids.map(keyOf) }));
    return items.map(({ key, revision }) => ({ key, revision }));
  };
  return {
    rig,
    read,
    submit: (answers = read()): BatchSaved[] =>
      taken(handlers()['batch:submit']({ answers, actionId: ship, data: null, of: answers.length }, 1)),
    undo: (): BatchSaved[] => taken(handlers()['batch:undo']({ keys: ids.map(keyOf) })),
    answers: () => ids.map((id) => rig.server.recorded.get(id)?.body),
  };
}

describe('answers given together', () => {
  test('are each saved, held and sent like any other', async () => {
    const { rig, submit, answers } = await setUp(['a', 'b', 'c']);
    expect(submit().map(({ saved }) => saved)).toEqual([true, true, true]);
    expect(new Set(['a', 'b', 'c'].map((id) => rig.engine.outbox.find(keyOf(id))?.id)).size).toBe(3);
    rig.clock.pass(5_000);
    expect(rig.server.requests).not.toContain('POST /client/respond');
    rig.clock.pass(45);
    await settled();
    expect(answers()).toEqual(
      ['a', 'b', 'c'].map((id) => ({ notification_id: id, action_id: 'ship', response_data: null })),
    );
  });

  test('one that ended meanwhile is not answered, and says why; the others are', async () => {
    const { rig, read, submit, answers } = await setUp(['a', 'b', 'c']);
    const looked = read();
    const withdrawn = { notification_id: 'b', status: 'invalidated', timestamp: '2026-01-15T09:00:01Z' };
    rig.server.push('status_update', withdrawn);
    rig.submit('c', 'ship');
    const saved = submit(looked);
    expect(saved.map((one) => one.saved)).toEqual([true, false, false]);
    expect(saved[1]).toMatchObject({ message: expect.stringContaining('withdrew') });
    expect(saved[2]).toMatchObject({ message: 'Your answer to this question is already on its way.' });
    rig.clock.pass(6_000);
    await settled();
    expect(answers().map((body) => body !== undefined)).toEqual([true, false, true]);
  });

  test('one whose question changed since it was looked through is not answered', async () => {
    const { rig, read, submit } = await setUp(['a', 'b']);
    const looked = read();
    rig.server.push('notification', { ...aNotification('a'), context: { title: 'Something else?' } });
    expect(submit(looked)).toMatchObject([
      { saved: false, message: expect.stringContaining('changed') },
      { saved: true },
    ]);
  });

  test('are all taken back while they are held, also after a kill', async () => {
    const { rig, submit, undo } = await setUp(['a', 'b', 'c']);
    submit();
    rig.clock.pass(4_000);
    rig.restart();
    await rig.connect();
    expect(undo().map(({ saved }) => saved)).toEqual([true, true, true]);
    rig.clock.pass(60_000);
    await settled();
    expect(rig.server.requests).not.toContain('POST /client/respond');
  });

  test('that are on disk are sent after a kill', async () => {
    const { rig, submit, answers } = await setUp(['a', 'b']);
    submit();
    rig.restart();
    rig.clock.pass(6_000);
    await rig.connect();
    await settled();
    expect(answers().map((body) => body !== undefined)).toEqual([true, true]);
  });
});
