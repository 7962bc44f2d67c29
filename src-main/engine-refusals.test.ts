import { describe, expect, test } from 'vitest';
import { aNotification } from '#main/testing/scripted-server';
import { account, keyOf, settled, TestEngine } from '#main/testing/test-engine';

// What servers, networks and clocks do to answers that are on their way: R10, R12, R13, R14, R24 and R27 of guarantees.md.

const responds = (rig: TestEngine) => rig.server.requests.filter((one) => one === 'POST /client/respond').length;
const ids = (count: number) => Array.from({ length: count }, (_, n) => `q${n}`);

async function aRigThatAsked(count: number): Promise<TestEngine> {
  const rig = new TestEngine();
  for (const id of ids(count)) rig.server.ask(aNotification(id));
  await rig.connect();
  return rig;
}

async function passing(rig: TestEngine, ms: number, stepMs = 1_000): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    rig.clock.pass(stepMs);
    await settled();
  }
}

const revoked = { status: 401, body: { code: 'AUTH_INVALID_TOKEN', message: 'This token was revoked.' } };
const noToken = { state: 'waiting', waitsFor: 'token', because: 'This token was revoked.', retryAt: undefined };

describe('a token that is refused (R14)', () => {
  test.each([
    revoked,
    { status: 403, body: { code: 'AUTH_INSUFFICIENT_PERMISSIONS', message: 'This token was revoked.' } },
  ])(
    '$status: every answer is kept, the account asks once, nothing is hammered, another token sends them all',
    async (refusal) => {
      const rig = await aRigThatAsked(12);
      for (let n = 0; n < 50; n++) rig.server.refusals.push(refusal);
      for (const id of ids(12)) rig.submit(id, 'rollout', 25);
      await passing(rig, 6_000);
      expect(rig.engine.accounts.get(account)?.view().connection.state).toBe('refused');
      const tried = responds(rig);
      expect(tried).toBeLessThanOrEqual(4);
      rig.engine.noticed('woke');
      await passing(rig, 3_600_000, 600_000);
      expect(responds(rig)).toBe(tried);
      for (const id of ids(12)) expect(rig.answerOf(id)).toMatchObject(noToken);

      rig.restart();
      await passing(rig, 600_000, 60_000);
      expect(responds(rig)).toBe(tried);
      for (const id of ids(12)) expect(rig.answerOf(id)).toMatchObject(noToken);

      rig.server.refusals = [];
      rig.engine.accounts.get(account)?.connect({ url: 'http://127.0.0.1:4680', token: 'another' });
      rig.server.stream.opened();
      await passing(rig, 5_000);
      for (const id of ids(12)) expect(rig.answerOf(id)?.state).toBe('accepted');
      expect(rig.server.recorded.size).toBe(12);
    },
  );

  test('a refusal of the old token that comes late says nothing of the new one', async () => {
    const rig = await aRigThatAsked(1);
    const refuse = rig.server.hold();
    rig.submit('q0', 'ship');
    await passing(rig, 5_000);
    rig.engine.accounts.get(account)?.connect({ url: 'http://127.0.0.1:4680', token: 'another' });
    rig.server.stream.opened();
    await settled();
    refuse(revoked);
    await passing(rig, 16_000);
    expect(rig.engine.accounts.get(account)?.view().connection.state).toBe('live');
    expect(rig.answerOf('q0')?.state).toBe('accepted');
  });

  test('403 for this question alone comes back to the person, and the others go on', async () => {
    const rig = await aRigThatAsked(2);
    rig.server.refusals.push({ status: 403, body: { code: 'NOTIFICATION_ACCESS_DENIED', message: 'Not yours.' } });
    rig.submit('q0', 'rollout', 25);
    rig.submit('q1', 'ship');
    await passing(rig, 6_000);
    expect(rig.answerOf('q0')).toMatchObject({
      state: 'returned',
      because: 'refused',
      message: 'Not yours.',
      data: 25,
    });
    expect(rig.answerOf('q1')?.state).toBe('accepted');
    expect(rig.engine.accounts.get(account)?.view().connection.state).toBe('live');
  });
});

describe('a server that has no time (R13)', () => {
  test.each([
    ['429 in seconds', 429, () => '30', 30_000],
    ['503 as a date', 503, (now: number) => new Date(now + 30_000).toUTCString(), 30_000],
    ['429 for ten years: a day at most', 429, () => String(10 * 365 * 86_400), 86_400_000],
  ])(
    '%s holds for every answer of the account, over hints, quitting and a restart',
    async (_what, status, header, waitMs) => {
      const rig = await aRigThatAsked(5);
      const headers = { 'retry-after': header(rig.clock.now() + 5_000) };
      rig.server.refusals.push({ status, body: { code: 'X', message: 'Slow.' }, headers });
      rig.submit('q0', 'ship');
      await passing(rig, 5_000);
      expect(rig.answerOf('q0')).toMatchObject({ state: 'waiting', waitsFor: 'server' });
      for (const id of ids(5).slice(1)) rig.submit(id, 'ship');
      await passing(rig, 6_000);
      expect(rig.answerOf('q3')).toMatchObject({ state: 'waiting', waitsFor: 'server' });
      rig.server.cut();
      rig.engine.noticed('woke');
      rig.server.stream.opened();
      await settled();
      await rig.engine.stop(3_000);
      rig.restart();
      await rig.connect();
      await passing(rig, waitMs - 8_000, (waitMs - 8_000) / 10);
      expect(responds(rig)).toBe(1);
      await passing(rig, 10_000);
      for (const id of ids(5)) expect(rig.answerOf(id)?.state).toBe('accepted');
      expect(responds(rig)).toBe(6);
    },
  );

  test('a date is read by the clock of the server that wrote it', async () => {
    const rig = await aRigThatAsked(1);
    const wrong = rig.clock.now() - 86_400_000;
    const headers = { date: new Date(wrong).toUTCString(), 'retry-after': new Date(wrong + 20_000).toUTCString() };
    rig.server.refusals.push({ status: 503, body: { code: 'X', message: 'Slow.' }, headers });
    rig.submit('q0', 'ship');
    await passing(rig, 24_000);
    expect(responds(rig)).toBe(1);
    await passing(rig, 2_000);
    expect(rig.answerOf('q0')?.state).toBe('accepted');
  });

  test.each([500, 502, 504, 408, 425])('%i: sent again, recorded once', async (status) => {
    const rig = await aRigThatAsked(1);
    rig.server.refusals.push({ status, body: {} }, { status, body: {} });
    rig.submit('q0', 'ship');
    await passing(rig, 10_000);
    expect(rig.answerOf('q0')?.state).toBe('accepted');
    expect(responds(rig)).toBe(3);
  });

  test('while the server is away one answer at a time tries it, however many wait', async () => {
    const rig = await aRigThatAsked(40);
    rig.server.isReachable = false;
    rig.server.cut();
    for (const id of ids(40)) rig.submit(id, 'ship');
    await passing(rig, 65_000);
    expect(responds(rig)).toBeLessThan(20);
    rig.server.isReachable = true;
    await rig.connect();
    await passing(rig, 20_000);
    for (const id of ids(40)) expect(rig.answerOf(id)?.state).toBe('accepted');
    expect(rig.server.recorded.size).toBe(40);
  });
});

describe('somebody was first (R11, design.md 3.7)', () => {
  test('nothing is said before it is known whose answer won', async () => {
    const rig = await aRigThatAsked(1);
    rig.submit('q0', 'rollout', 25);
    rig.server.answerElsewhere('q0', 'rollout', 50);
    rig.server.failsReads = 1;
    await passing(rig, 5_000, 5_000);
    expect(rig.answerOf('q0')).toMatchObject({ state: 'waiting' });
    await passing(rig, 1_000);
    expect(rig.answerOf('q0')).toMatchObject({ state: 'returned', because: 'already-answered' });
    expect(rig.endingOf('q0')).toMatchObject({ byMe: false, responder: { id: 'user_42' } });
  });

  test('the same answer by somebody else, given before ours was made, is not claimed after a lost reply', async () => {
    const rig = await aRigThatAsked(1);
    rig.server.answerElsewhere('q0', 'rollout', 25);
    await passing(rig, 60_000, 60_000);
    rig.server.refusals.push({ status: 502, body: {} });
    rig.submit('q0', 'rollout', 25);
    await passing(rig, 10_000);
    expect(rig.answerOf('q0')).toMatchObject({ state: 'returned', because: 'already-answered' });
  });
});

describe('around the deadline (R10)', () => {
  const offsets = [-2_000, -1_000, -500, -1, 0, 1, 500, 1_000, 2_000];
  test.each(offsets)(
    'an answer that reaches the server %i ms after it: the server’s verdict is shown',
    async (offset) => {
      const rig = new TestEngine();
      rig.takeBackMs = 0;
      const latency = 3_000;
      rig.server.offsetMs = 7_300; // this machine's clock is wrong, too
      const deadline = rig.clock.now() + rig.server.offsetMs + 60_000;
      rig.server.ask(aNotification('a', { deadline: new Date(deadline).toISOString() }));
      await rig.connect();
      rig.clock.pass(60_000 - latency + offset);
      const arrive = rig.server.hold();
      expect(rig.submit('a', 'ship')).toMatchObject({ ok: true, value: { state: 'sending' } });
      await settled();
      expect(rig.answerOf('a')?.state).toBe('sending');
      rig.clock.pass(latency);
      arrive();
      await settled();
      const isInTime = offset < 0;
      expect(rig.server.recorded.has('a')).toBe(isInTime);
      expect(rig.answerOf('a')).toMatchObject(
        isInTime ? { state: 'accepted' } : { state: 'returned', because: 'too-late' },
      );
    },
  );
});

describe('somebody sets the clock', () => {
  const day = 86_400_000;
  test.each([-3 * day, -day, -3_600_000, 3_600_000, day, 3 * day])(
    'by %i ms: the window keeps its length',
    async (by) => {
      const rig = await aRigThatAsked(1);
      rig.submit('q0', 'ship');
      rig.clock.pass(2_000);
      rig.clock.set(by);
      rig.clock.pass(1_000);
      expect(rig.answerOf('q0')).toMatchObject({ state: 'held', sendAt: rig.clock.now() + 2_000 });
      rig.clock.pass(1_999);
      expect(responds(rig)).toBe(0);
      rig.clock.pass(1);
      await settled();
      expect(rig.answerOf('q0')?.state).toBe('accepted');
    },
  );

  test('set back over a restart: the window is as long as it can be at most, and undo still means no byte', async () => {
    const rig = await aRigThatAsked(1);
    rig.submit('q0', 'ship');
    rig.clock.pass(1_000);
    rig.clock.set(-day);
    rig.restart();
    await rig.connect();
    expect(rig.answerOf('q0')).toMatchObject({ state: 'held', sendAt: rig.clock.now() + 5_000 });
    rig.clock.pass(4_999);
    expect(rig.engine.inbox.undo(keyOf('q0')).ok).toBe(true);
    await passing(rig, 20_000);
    expect(responds(rig)).toBe(0);
  });

  test('a flagged answer of unknown age is asked for again, and confirming it keeps its key', async () => {
    const rig = await aRigThatAsked(1);
    rig.submit('q0', 'wipe', null, true);
    rig.clock.pass(1_000);
    const { id } = rig.engine.outbox.find(keyOf('q0')) ?? {};
    rig.clock.set(-day);
    rig.restart();
    await rig.connect();
    await passing(rig, 6_000);
    expect(rig.answerOf('q0')).toMatchObject({ state: 'returned', because: 'confirm-again' });
    expect(responds(rig)).toBe(0);
    rig.submit('q0', 'wipe', null, true);
    expect(rig.engine.outbox.find(keyOf('q0'))?.id).toBe(id);
    await passing(rig, 6_000);
    expect(rig.answerOf('q0')?.state).toBe('accepted');
  });
});

describe('quitting with answers pending (R24)', () => {
  test('all that is held goes, as many at once as ever, and what cannot go is kept and said at the next start', async () => {
    const rig = await aRigThatAsked(30);
    for (const id of ids(30)) rig.submit(id, 'rollout', 25);
    await rig.engine.stop(3_000);
    expect(rig.server.recorded.size).toBe(30);

    rig.server.ask(aNotification('late'));
    rig.restart();
    await rig.connect();
    rig.submit('late', 'rollout', 25);
    rig.server.isReachable = false;
    await rig.engine.stop(3_000);
    rig.restart();
    await passing(rig, 5_000);
    expect(rig.warnings.list()).toMatchObject([{ id: 'answers-kept', message: expect.stringContaining('An answer') }]);
    rig.server.isReachable = true;
    await rig.connect();
    await passing(rig, 2_000);
    expect(rig.server.recorded.size).toBe(31);
    expect(rig.warnings.list()).toEqual([]);
  });

  test('a server that never replies is waited for as long as allowed, and the answer is kept', async () => {
    const rig = await aRigThatAsked(1);
    rig.server.hold();
    rig.submit('q0', 'ship');
    let isOver = false;
    void rig.engine.stop(3_000).then(() => {
      isOver = true;
    });
    await settled();
    rig.clock.pass(2_999);
    await settled();
    expect(isOver).toBe(false);
    rig.clock.pass(1);
    await settled();
    expect(isOver).toBe(true);
    rig.restart();
    await rig.connect();
    await settled();
    expect(rig.answerOf('q0')?.state).toBe('accepted');
  });
});

describe('undo and the end of the window (R27)', () => {
  test.each([4_998, 4_999, 5_000, 5_001])('undone %i ms after: taken back or sent, never both', async (after) => {
    const rig = await aRigThatAsked(1);
    rig.submit('q0', 'ship');
    rig.clock.pass(after);
    const isTakenBack = rig.engine.inbox.undo(keyOf('q0')).ok;
    await passing(rig, 20_000);
    rig.restart();
    await rig.connect();
    await passing(rig, 20_000);
    expect(isTakenBack).toBe(after < 5_000);
    expect(responds(rig)).toBe(isTakenBack ? 0 : 1);
    expect(rig.answerOf('q0')?.state).toBe(isTakenBack ? undefined : 'accepted');
  });
});

describe('drafts (design.md 3.7)', () => {
  test('what came back is a draft, over a restart and an update of the question', async () => {
    const rig = await aRigThatAsked(1);
    rig.submit('q0', 'rollout', 25);
    rig.server.refusals.push({ status: 422, body: { code: 'CONSTRAINT_VIOLATION', message: 'No, not 25.' } });
    await passing(rig, 6_000);
    rig.restart();
    await rig.connect();
    rig.server.push('notification', aNotification('q0', { context: { title: 'Asked anew', description: '' } }));
    const item = rig.engine.inbox.item(keyOf('q0'));
    expect(item).toMatchObject({
      ok: true,
      value: { title: 'Asked anew', draft: { inputs: { rollout: 25 } }, answer: { message: 'No, not 25.', data: 25 } },
    });
  });
});
