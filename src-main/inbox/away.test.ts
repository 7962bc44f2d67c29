import { expect, test } from 'vitest';
import { aNotification } from '#main/testing/scripted-server';
import { keyOf, settled, TestEngine } from '#main/testing/test-engine';
import { nothingMissed } from '#shared/inbox/missed';

const minute = 60_000;
const hour = 60 * minute;
const at = (ms: number) => new Date(ms).toISOString();

/** Somebody before the app, or not. */
async function aRig(...ids: string[]): Promise<TestEngine> {
  const rig = new TestEngine();
  for (const id of ids) rig.server.ask(aNotification(id));
  await rig.connect();
  rig.clock.pass(100);
  missed(rig); // as the app's state is read at the start
  return rig;
}
const missed = (rig: TestEngine) => {
  rig.clock.pass(50); // the feed tells its changes
  return rig.engine.away.read();
};
const listed = (rig: TestEngine) => rig.engine.away.newest(20);
const end = (rig: TestEngine, id: string, status: string) =>
  rig.server.push('status_update', { notification_id: id, status, timestamp: at(rig.clock.now()) });
const comes = (rig: TestEngine) => turn(rig, true);
const goes = (rig: TestEngine) => turn(rig, false);
function turn(rig: TestEngine, isFocused: boolean): void {
  rig.attention = { isFocused, idleMs: 0 };
  rig.engine.away.look();
}

test('what expired, was withdrawn or answered elsewhere while nobody was there is counted and listed, the latest first', async () => {
  const rig = await aRig('a', 'b', 'c', 'd');
  expect(missed(rig)).toEqual(nothingMissed);
  end(rig, 'a', 'expired');
  rig.clock.pass(1_000);
  end(rig, 'b', 'invalidated');
  rig.clock.pass(1_000);
  rig.server.answerElsewhere('c', 'ship', null);
  end(rig, 'c', 'responded');
  await settled();
  rig.clock.pass(1_000);
  comes(rig);
  expect(missed(rig)).toEqual({ expired: 1, withdrawn: 1, answered: 1 });
  expect(listed(rig)).toEqual(['c', 'b', 'a'].map(keyOf));
});

test('not what was seen, nor what was answered here', async () => {
  const rig = await aRig('a', 'b');
  rig.takeBackMs = 0;
  rig.engine.inbox.see(keyOf('a'));
  end(rig, 'a', 'expired');
  rig.submit('b', 'ship');
  rig.clock.pass(100);
  await settled();
  expect(rig.endingOf('b')).toMatchObject({ byMe: true });
  expect(missed(rig)).toEqual(nothingMissed);
});

test('not what ended before somebody’s eyes, though nobody opened it', async () => {
  const rig = await aRig('a', 'b', 'c');
  comes(rig);
  end(rig, 'a', 'expired');
  expect(missed(rig)).toEqual(nothingMissed);
  goes(rig);
  rig.clock.pass(1);
  end(rig, 'b', 'expired');
  rig.clock.pass(1);
  comes(rig);
  end(rig, 'c', 'expired');
  expect(missed(rig)).toEqual({ ...nothingMissed, expired: 1 });
  expect(listed(rig)).toEqual([keyOf('b')]);
});

test('what ended while the app was not there, and is heard of when somebody is back already', async () => {
  const rig = await aRig('a', 'b');
  rig.server.ask(aNotification('b', { status: 'expired', deadline: at(rig.clock.now() + hour) }));
  // It came and went in between, too.
  rig.server.ask(aNotification('new', { status: 'expired', deadline: at(rig.clock.now() + hour) }));
  rig.server.listsWhatEnded = true;
  rig.clock.jump(3 * hour);
  rig.restart();
  comes(rig);
  await rig.connect();
  expect(missed(rig)).toEqual({ ...nothingMissed, expired: 2 });
});

test('who has touched nothing for five minutes was away, also with the window before them', async () => {
  const rig = await aRig('a', 'b');
  comes(rig);
  rig.clock.pass(hour);
  end(rig, 'a', 'expired');
  rig.clock.pass(hour);
  rig.attention = { isFocused: true, idleMs: 90 * minute };
  expect(missed(rig)).toEqual({ ...nothingMissed, expired: 1 });
  rig.attention = { isFocused: true, idleMs: 0 };
  expect(missed(rig)).toEqual({ ...nothingMissed, expired: 1 });
  end(rig, 'b', 'expired');
  expect(missed(rig)).toEqual({ ...nothingMissed, expired: 1 });
});

test('is put away for good', async () => {
  const rig = await aRig('a', 'b');
  end(rig, 'a', 'expired');
  expect(missed(rig).expired).toBe(1);
  rig.engine.away.putAway();
  expect(missed(rig)).toEqual(nothingMissed);
  rig.restart();
  await rig.connect();
  expect(missed(rig)).toEqual(nothingMissed);
});

test('is said again at the next start only when nobody had it before them', async () => {
  const rig = await aRig('a');
  end(rig, 'a', 'expired');
  rig.restart();
  expect(missed(rig).expired).toBe(1);
  rig.engine.away.said();
  rig.restart();
  expect(missed(rig).expired).toBe(0);
});

test('leaves the count once it is looked at', async () => {
  const rig = await aRig('a', 'b');
  for (const id of ['a', 'b']) end(rig, id, 'expired');
  expect(missed(rig).expired).toBe(2);
  rig.engine.inbox.see(keyOf('a'));
  expect(missed(rig).expired).toBe(1);
});

test('the past of a server that is new here is no news', async () => {
  const rig = new TestEngine();
  rig.server.listsWhatEnded = true;
  for (let n = 0; n < 5; n++) {
    rig.server.ask(aNotification(`old${n}`, { status: 'expired', deadline: at(rig.clock.now() - hour) }));
  }
  await rig.connect();
  expect(rig.engine.inbox.counts().history).toBe(5);
  expect(missed(rig)).toEqual(nothingMissed);
  rig.restart();
  expect(missed(rig)).toEqual(nothingMissed);
});

test('of accounts that are not in this run nothing is said', async () => {
  const rig = await aRig('a');
  end(rig, 'a', 'expired');
  rig.restart({ withAccount: false });
  expect(missed(rig)).toEqual(nothingMissed);
});
