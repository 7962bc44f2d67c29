import { describe, expect, test } from 'vitest';
import { keyOf, NativeRig } from '#main/testing/native-rig';
import { everything } from '#main/testing/scripted-daemon';
import { clickOnly, noCapabilities } from './notifier.ts';

const ship = { id: 'ship', label: 'Ship it', response_type: 'simple' };
const hold = { id: 'hold', label: 'Hold back', response_type: 'simple' };
const why = { id: 'why', label: 'Why?', response_type: 'text', constraints: { min_length: 3 } };
const howMany = { id: 'n', label: 'How many?', response_type: 'number', constraints: { min: 5, max: 50, step: 5 } };
const a = 'local/a';

async function asked(actions: object[] = [ship, hold], settings = {}): Promise<NativeRig> {
  const rig = await NativeRig.online(settings);
  rig.arrive('a', { actions });
  return rig;
}

describe('arrivals', () => {
  test('an arrival is shown once, over resync and restart', async () => {
    const rig = await asked();
    await rig.restart();
    await rig.restart({ isClean: false });
    rig.native.arrived(keyOf('a'));
    expect(rig.daemon.history.map(({ tag, title }) => [tag, title])).toEqual([[a, 'Question a']]);
    expect(rig.native.records()).toHaveLength(1);
  });

  test('a thousand arrivals in a second raise at most five notifications, and each is decided once', async () => {
    const rig = await NativeRig.online();
    for (let n = 0; n < 1_000; n++) {
      rig.arrive(`n${n}`);
      rig.clock.pass(1);
    }
    rig.clock.pass(60_000);
    expect(rig.daemon.history.length).toBeLessThanOrEqual(5);
    expect(rig.daemon.onScreen.get('summary')?.title).toBe('997 more questions wait for you');
    expect(rig.daemon.onScreen.size).toBe(4);
    expect(rig.native.records()).toHaveLength(200);
    expect(rig.test.engine.store.queries.unnotified('local' as never)).toEqual([]);
  });

  test('the summary is replaced in place, without a sound, and goes with the last of its items', async () => {
    const rig = await NativeRig.online();
    for (const id of ['a', 'b', 'c', 'd', 'e']) rig.arrive(id);
    rig.clock.pass(1_000);
    rig.arrive('f');
    rig.clock.pass(20_000);
    const summaries = rig.daemon.history.filter(({ tag }) => tag === 'summary');
    expect(summaries.map(({ title, isSilent }) => [title, isSilent])).toEqual([
      ['2 more questions wait for you', false],
      ['3 more questions wait for you', true],
    ]);
    for (const id of ['d', 'e', 'f']) rig.native.closed(keyOf(id));
    expect([...rig.daemon.onScreen.keys()]).toEqual([a, 'local/b', 'local/c']);
  });

  test('a summary that was sent away does not come back for the same items', async () => {
    const rig = await NativeRig.online();
    for (const id of ['a', 'b', 'c', 'd', 'e']) rig.arrive(id);
    rig.clock.pass(1_000);
    rig.daemon.dismiss('summary');
    rig.native.closed(keyOf('d'));
    rig.clock.pass(60_000);
    expect(rig.daemon.onScreen.has('summary')).toBe(false);
  });

  test.each([
    ['on-screen', {}, (rig: NativeRig) => rig.lookAt('a')],
    ['switched-off', { nativeNotifications: false }, () => {}],
    ['paused', { pausedUntil: Number.MAX_SAFE_INTEGER }, () => {}],
    ['do-not-disturb', {}, ({ daemon }: NativeRig) => daemon.become({ ...everything, isInhibited: true })],
    ['no-service', {}, ({ daemon }: NativeRig) => daemon.become(noCapabilities)],
  ])('%s: nothing is shown, and that is recorded', async (because, settings, prepare) => {
    const rig = await NativeRig.online(settings);
    prepare(rig);
    rig.arrive('a');
    rig.clock.pass(60_000);
    expect(rig.daemon.history).toEqual([]);
    expect(rig.native.records()).toMatchObject([{ key: a, outcome: 'withheld', because }]);
    rig.settings = { ...rig.settings, nativeNotifications: true, pausedUntil: 0 };
    await rig.restart();
    expect(rig.daemon.history).toEqual([]); // nothing is made up for later
  });

  test('a muted service is silent until then, the others are not', async () => {
    const rig = await NativeRig.online();
    const until = rig.clock.now() + 3_600_000;
    const muted = { account: 'local' as never, serviceId: 'release-bot' as never, name: 'Release Bot', until };
    rig.settings = { ...rig.settings, mutedServices: [muted] };
    rig.arrive('a');
    rig.arrive('b', { service: { id: 'other', name: 'Other' } });
    rig.clock.pass(3_600_000);
    rig.arrive('c');
    expect(rig.daemon.history.map(({ tag }) => tag)).toEqual(['local/b', 'local/c']);
  });

  test('a failure of the system is recorded and told', async () => {
    const rig = await asked();
    rig.daemon.tell({ type: 'failed', tag: a, why: 'not signed' });
    expect(rig.native.records()).toMatchObject([{ outcome: 'failed', why: 'not signed' }]);
    expect(rig.failures).toEqual(['not signed']);
  });

  test('buttons come to a note that was shown before the system could show any', async () => {
    const rig = await NativeRig.online();
    rig.daemon.can = clickOnly;
    rig.arrive('a', { actions: [ship] });
    expect(rig.daemon.labels(a)).toEqual([]);
    rig.daemon.can = everything;
    rig.daemon.tell({ type: 'capabilities-changed' });
    expect(rig.daemon.labels(a)).toEqual(['Ship it']);
    expect(rig.daemon.history.at(-1)?.isSilent).toBe(true);
  });

  test('another notification service does not make a shown note pop up again', async () => {
    const rig = await asked();
    rig.daemon.changeOwner(everything);
    expect(rig.daemon.history).toHaveLength(1);
  });
});

describe('what is over goes', () => {
  test('answered elsewhere, withdrawn, expired', async () => {
    const rig = await NativeRig.online();
    for (const id of ['a', 'b', 'c']) rig.arrive(id);
    rig.server.answerElsewhere('a', 'ship', null);
    const update = (id: string, status: string) =>
      rig.server.push('status_update', {
        notification_id: id,
        status,
        timestamp: new Date(rig.clock.now()).toISOString(),
      });
    update('a', 'responded');
    update('b', 'invalidated');
    update('c', 'expired');
    await rig.pass(100);
    expect([...rig.daemon.onScreen.keys()]).toEqual([]);
  });

  test('answered in the window: the note with its buttons goes at once', async () => {
    const rig = await asked();
    rig.test.submit('a', 'ship');
    await rig.pass(100);
    expect(rig.daemon.onScreen.has(a)).toBe(false);
    expect(rig.daemon.said).toEqual([]);
  });

  test('seen in the focused window', async () => {
    const rig = await asked();
    rig.native.seen(keyOf('a'));
    expect(rig.daemon.onScreen.has(a)).toBe(false);
  });

  test('what ended while the app was off is taken away at the next start', async () => {
    const rig = await asked();
    rig.native.stop();
    rig.server.answerElsewhere('a', 'ship', null);
    await rig.restart();
    expect(rig.daemon.onScreen.has(a)).toBe(false);
  });

  test('a changed question gets a note with the new buttons; the old ones send nothing', async () => {
    const rig = await asked();
    const old = rig.daemon.pressOf(a, 'Ship it');
    rig.arrive('a', { actions: [{ ...ship, label: 'Ship everything' }] });
    await rig.pass(100);
    expect(rig.daemon.labels(a)).toEqual(['Ship everything']);
    old();
    await rig.pass(10_000);
    expect(rig.sent('a')).toBeUndefined();
    expect(rig.daemon.said).toEqual([expect.stringContaining('The question has changed since you read it.')]);
  });
});

describe('answering', () => {
  test('one click answers: held with Undo, sent, gone, and nothing is said', async () => {
    const rig = await asked();
    rig.daemon.press(a, 'Ship it');
    expect(rig.daemon.onScreen.get(a)).toMatchObject({
      body: '“Ship it”\nWill be sent in 5 s.',
      isSending: true,
      isSilent: true,
    });
    expect(rig.daemon.labels(a)).toEqual(['Undo']);
    await rig.pass(4_000);
    expect(rig.sent('a')).toBeUndefined();
    await rig.pass(1_000);
    expect(rig.sent('a')).toMatchObject({ action_id: 'ship', response_data: null });
    expect([...rig.daemon.onScreen.keys()]).toEqual([]);
    expect(rig.daemon.said).toEqual([]);
    expect(rig.raised + rig.opened.length).toBe(0);
  });

  test.each([
    [
      [{ id: 'b', label: 'Logs?', response_type: 'binary', options: { true_label: 'With', false_label: 'Without' } }],
      'Without',
      false,
    ],
    [
      [
        {
          id: 'c',
          label: 'Region',
          response_type: 'choice',
          options: [
            { value: 'eu', label: 'Europe' },
            { value: 'us', label: 'States' },
          ],
        },
      ],
      'States',
      'us',
    ],
    [[{ id: 's', label: 'Risk', response_type: 'scale', constraints: { min: 1, max: 3 } }], '2', 2],
  ])('%j answered by “%s”', async (actions, label, data) => {
    const rig = await asked(actions);
    rig.daemon.press(a, label);
    await rig.pass(5_000);
    expect(rig.sent('a')).toMatchObject({ response_data: data });
  });

  test('a list of options', async () => {
    const options = ['a', 'b', 'c', 'd'].map((value) => ({ value, label: `Option ${value}` }));
    const rig = await asked([{ id: 'c', label: 'Region', response_type: 'choice', options }]);
    rig.daemon.select(a, 'Option d');
    await rig.pass(5_000);
    expect(rig.sent('a')).toMatchObject({ response_data: 'd' });
  });

  test('typed texts and numbers go through the shared validator', async () => {
    const rig = await asked([howMany]);
    rig.daemon.reply(a, ' 15 ');
    await rig.pass(5_000);
    expect(rig.sent('a')).toMatchObject({ response_data: 15 });
  });

  test.each([
    [howMany, '17', /steps of 5/],
    [howMany, '1,000', /two ways/],
    [howMany, 'many', /Write a number/],
    [why, 'no', /At least 3/],
  ])('%j refuses “%s”: the composer opens with the text kept', async (action, text, problem) => {
    const rig = await asked([action]);
    rig.daemon.reply(a, text);
    expect(rig.composed).toMatchObject([
      { key: a, actionId: action.id, text, problem: expect.stringMatching(problem) },
    ]);
    await rig.pass(10_000);
    expect(rig.sent('a')).toBeUndefined();
    expect(rig.daemon.onScreen.has(a)).toBe(false);
  });

  test('Undo takes it back: no byte is sent, and the question is on the note again', async () => {
    const rig = await asked();
    rig.daemon.press(a, 'Ship it');
    rig.daemon.press(a, 'Undo');
    expect(rig.daemon.onScreen.get(a)?.body).toContain('Taken back. Nothing was sent.');
    await rig.pass(20_000);
    expect(rig.server.requests).not.toContain('POST /client/respond');
    rig.daemon.press(a, 'Hold back');
    await rig.pass(5_000);
    expect(rig.sent('a')).toMatchObject({ action_id: 'hold' });
  });

  test('a press that comes again after Undo answers nothing', async () => {
    const rig = await asked();
    const press = rig.daemon.pressOf(a, 'Ship it');
    press();
    rig.daemon.press(a, 'Undo');
    press();
    await rig.pass(11_000);
    press();
    await rig.pass(11_000);
    expect(rig.server.requests).not.toContain('POST /client/respond');
    expect(rig.daemon.said).toEqual([expect.stringContaining('This button has done its work already.')]);
  });

  test('Undo that comes too late says so and takes no newer answer back', async () => {
    const rig = await asked();
    rig.daemon.press(a, 'Ship it');
    const undo = rig.daemon.pressOf(a, 'Undo');
    await rig.pass(5_000);
    undo();
    expect(rig.daemon.said).toEqual([expect.stringContaining('Too late to undo')]);
  });

  test('an old Undo takes no newer decision back', async () => {
    const rig = await asked();
    rig.daemon.press(a, 'Ship it');
    const undo = rig.daemon.pressOf(a, 'Undo');
    rig.test.engine.inbox.undo(keyOf('a'));
    await rig.pass(1_000);
    rig.test.submit('a', 'hold');
    undo();
    await rig.pass(5_000);
    expect(rig.sent('a')).toMatchObject({ action_id: 'hold' });
  });

  test('an option that stands elsewhere in the list now is not taken for the one that was read', async () => {
    const [eu, us] = ['Europe', 'States'].map((label) => ({ value: label, label }));
    const region = (options: unknown[]) => [{ id: 'c', label: 'Region', response_type: 'choice', options }];
    const rig = await asked(region([eu, us]));
    const press = rig.daemon.pressOf(a, 'Europe');
    rig.arrive('a', { actions: region([us, eu]) });
    press();
    await rig.pass(10_000);
    expect(rig.sent('a')).toBeUndefined();
  });

  test('a number that cannot be read, for a question that is over: that it is over is what is said', async () => {
    const rig = await asked([howMany]);
    const reply = rig.daemon.onScreen.get(a)?.reply?.id ?? '';
    rig.server.answerElsewhere('a', 'n', 5);
    await rig.restart();
    rig.daemon.tell({ type: 'activated', tag: a, activation: { kind: 'reply', id: reply, text: 'many' } });
    expect(rig.composed).toEqual([]);
    expect(rig.daemon.said[0]).toContain('Already answered');
  });

  test('a hundred rapid triggers, twice each, from notification, tray and window: one effect', async () => {
    const rig = await asked();
    rig.daemon.echoes = 2;
    const ship = rig.daemon.pressOf(a, 'Ship it');
    const hold = rig.daemon.pressOf(a, 'Hold back');
    const { buttons = [] } = rig.daemon.onScreen.get(a) ?? {};
    for (let n = 0; n < 100; n++) {
      ship();
      hold();
      rig.native.press(keyOf('a'), buttons[0]?.id ?? '');
      rig.test.submit('a', 'ship');
    }
    await rig.pass(5_000);
    expect(rig.server.requests.filter((one) => one === 'POST /client/respond')).toHaveLength(1);
    expect(rig.sent('a')).toMatchObject({ action_id: 'ship' });
    expect(rig.daemon.said).toEqual([]);
    expect(rig.daemon.history).toHaveLength(2);
  });

  test('a button works after a restart of the app, and once', async () => {
    const rig = await asked();
    const press = rig.daemon.pressOf(a, 'Ship it');
    await rig.restart({ isClean: false });
    press();
    press();
    await rig.pass(5_000);
    await rig.restart();
    press();
    await rig.pass(20_000);
    expect(rig.server.requests.filter((one) => one === 'POST /client/respond')).toHaveLength(1);
  });

  test('a press on what is over sends nothing and says how it ended', async () => {
    const rig = await asked();
    const press = rig.daemon.pressOf(a, 'Ship it');
    rig.server.answerElsewhere('a', 'hold', null, 'user_42');
    await rig.restart();
    press();
    await rig.pass(20_000);
    expect(rig.server.requests).not.toContain('POST /client/respond');
    expect(rig.daemon.said).toEqual(['Already answered by user_42 | Nothing was sent.\n“Question a”']);
  });

  test('typed for a question that is over: the text is kept with it', async () => {
    const rig = await asked([why]);
    const reply = rig.daemon.onScreen.get(a)?.reply?.id ?? '';
    rig.server.answerElsewhere('a', 'why', 'because');
    await rig.restart();
    rig.daemon.tell({ type: 'activated', tag: a, activation: { kind: 'reply', id: reply, text: 'too late now' } });
    const item = rig.test.engine.inbox.item(keyOf('a'));
    expect(item.ok && item.value.draft.inputs).toEqual({ why: 'too late now' });
    expect(rig.daemon.said[0]).toContain('Already answered');
  });

  test.each(['', 'x', '%', encodeURIComponent('{"do":"answer"}'), encodeURIComponent('{"do":"reply"}')])(
    'an id that is none of ours (%j) sends nothing and is explained',
    async (id) => {
      const rig = await asked();
      rig.daemon.tell({ type: 'activated', tag: a, activation: { kind: 'button', id } });
      await rig.pass(20_000);
      expect(rig.server.requests).not.toContain('POST /client/respond');
      expect(rig.daemon.said[0]).toContain('Nothing was sent');
    },
  );

  test('a forged button for a flagged action opens the confirmation and sends nothing', async () => {
    const rig = await asked([ship, { id: 'wipe', label: 'Wipe it', response_type: 'simple', flags: ['destructive'] }]);
    expect(rig.daemon.labels(a)).toEqual(['Ship it', 'Review…']);
    const id = rig.daemon.onScreen.get(a)?.buttons[0]?.id.replace('ship', 'wipe') ?? '';
    rig.daemon.tell({ type: 'activated', tag: a, activation: { kind: 'button', id } });
    await rig.pass(20_000);
    expect(rig.opened).toEqual([{ key: a, confirmAction: 'wipe' }]);
    expect(rig.server.requests).not.toContain('POST /client/respond');
    rig.daemon.press(a, 'Review…');
    expect(rig.opened.at(-1)).toEqual({ key: a, confirmAction: 'wipe' });
  });

  test('dismissed or timed out: never an answer', async () => {
    const rig = await asked();
    rig.daemon.dismiss(a);
    rig.daemon.dismiss(a, 'timed-out');
    await rig.pass(60_000);
    expect(rig.server.requests).not.toContain('POST /client/respond');
  });

  test('a click opens its item; a click on the summary opens the inbox', async () => {
    const rig = await asked();
    rig.daemon.click(a);
    rig.daemon.tell({ type: 'activated', tag: 'summary', activation: { kind: 'open' } });
    expect(rig.opened).toEqual([{ key: a, confirmAction: undefined }]);
    expect(rig.raised).toBe(1);
  });
});

describe('what became of it', () => {
  test('offline: saved is said once, and taken away when it was sent', async () => {
    const rig = await asked();
    rig.server.isReachable = false;
    rig.daemon.press(a, 'Ship it');
    await rig.pass(5_000);
    for (let n = 0; n < 5; n++) await rig.pass(15_000);
    expect(rig.daemon.said).toEqual([expect.stringContaining('Saved, will be sent when online')]);
    rig.server.isReachable = true;
    await rig.pass(15_000);
    expect(rig.sent('a')).toBeDefined();
    expect([...rig.daemon.onScreen.keys()]).toEqual([]);
  });

  test.each([
    ['NOTIFICATION_EXPIRED', 409, /^Too late \|.*“Ship it” was not sent/],
    ['NOTIFICATION_ALREADY_RESPONDED', 409, /^Already answered/],
    ['NOTIFICATION_INVALIDATED', 409, /^Withdrawn/],
    ['CONSTRAINT_VIOLATION', 422, /^The server refused the answer/],
  ])('%s is said', async (code, status, words) => {
    const rig = await asked();
    rig.server.refusals.push({ status, body: { code, message: 'No.', request_id: 'r' } });
    rig.daemon.press(a, 'Ship it');
    await rig.pass(5_000);
    expect(rig.daemon.said).toEqual([expect.stringMatching(words)]);
  });

  test('an answer that was on its way over a restart is followed to its end', async () => {
    const rig = await asked();
    rig.server.isReachable = false;
    rig.daemon.press(a, 'Ship it');
    await rig.pass(6_000);
    rig.server.isReachable = true;
    rig.server.refusals.push({ status: 409, body: { code: 'NOTIFICATION_EXPIRED', message: 'No.', request_id: 'r' } });
    await rig.restart();
    await rig.pass(20_000);
    expect(rig.daemon.said.at(-1)).toMatch(/^Too late/);
  });
});

test('what the person reads in the window is not told once more', async () => {
  const rig = await asked();
  rig.server.isReachable = false;
  rig.daemon.press(a, 'Ship it');
  rig.lookAt('a');
  await rig.pass(6_000);
  expect(rig.daemon.said).toEqual([]);
});

describe('content hidden', () => {
  test('neither the question nor an answer is told, and no button reveals them', async () => {
    const rig = await asked([ship], { notificationContent: false });
    expect(rig.daemon.labels(a)).toEqual(['Open']);
    rig.daemon.press(a, 'Open');
    expect(rig.opened).toEqual([{ key: a, confirmAction: undefined }]);
    for (const id of ['b', 'c', 'd', 'e']) rig.arrive(id);
    rig.clock.pass(20_000);
    expect(JSON.stringify(rig.daemon.history.map(({ title, body }) => [title, body]))).not.toMatch(
      /Question|Release|green|Ship/,
    );
  });
});

describe('the reminder', () => {
  const inMinutes = (rig: NativeRig, minutes: number) => ({
    deadline: new Date(rig.clock.now() + minutes * 60_000).toISOString(),
  });

  test('comes once, five minutes before the deadline, without a sound, also over a restart', async () => {
    const rig = await NativeRig.online();
    rig.arrive('a', inMinutes(rig, 20));
    await rig.pass(14 * 60_000);
    expect(rig.daemon.history).toHaveLength(1);
    await rig.restart();
    await rig.pass(60_000);
    expect(rig.daemon.history).toMatchObject([
      { tag: a, urgency: 'normal', isSilent: false },
      {
        tag: a,
        urgency: 'critical',
        isSilent: true,
        body: expect.stringMatching(/^Reminder: 5:00 left|^Reminder: 4:/),
      },
    ]);
    await rig.restart({ isClean: true });
    await rig.pass(60_000);
    expect(rig.daemon.history).toHaveLength(2);
    expect(rig.native.records().map(({ occasion }) => occasion)).toEqual(['reminder', 'arrival']);
  });

  test('there is none for what came within the last minutes, nor when it is switched off', async () => {
    const rig = await NativeRig.online();
    rig.arrive('a', inMinutes(rig, 4));
    rig.settings = { ...rig.settings, reminderMinutes: 0 };
    rig.arrive('b', inMinutes(rig, 20));
    await rig.pass(3 * 60_000);
    await rig.restart();
    await rig.pass(16 * 60_000);
    expect(rig.daemon.history).toHaveLength(2);
    expect(rig.daemon.history[0]?.urgency).toBe('critical');
  });

  test('not for what is answered', async () => {
    const rig = await NativeRig.online();
    rig.arrive('a', { ...inMinutes(rig, 20), actions: [ship] });
    rig.daemon.press(a, 'Ship it');
    await rig.pass(19 * 60_000);
    expect(rig.daemon.history.filter(({ urgency }) => urgency === 'critical')).toEqual([]);
  });

  test('passes the quiet hours if wanted, and is silent in them if not', async () => {
    for (const letsDueSoonPass of [true, false]) {
      const quietHours = { isOn: true, from: 0, to: 0, days: [0, 1, 2, 3, 4, 5, 6], letsDueSoonPass };
      const rig = await NativeRig.online({ quietHours });
      rig.arrive('a', inMinutes(rig, 120));
      expect(rig.daemon.history).toHaveLength(0);
      await rig.pass(116 * 60_000);
      expect(rig.daemon.history).toHaveLength(letsDueSoonPass ? 1 : 0);
    }
  });
});
