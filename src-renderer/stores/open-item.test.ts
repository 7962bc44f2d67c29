import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDraft } from '#shared/inbox/draft';
import type { AnswerView, ItemDetail } from '#shared/inbox/item';
import type { AccountId, ItemKey } from '#shared/inbox/item-key';
import { noMarks } from '#shared/inbox/marks';
import type { Bridge, IpcChannel, IpcEvents } from '#shared/ipc/contract';
import type { ActionId, ServiceId } from '#shared/protocol/ids';
import { Notification } from '#shared/protocol/notification';
import { type AppError, fail, ok, type Result } from '#shared/result';
import { createOpenItemStore } from './open-item.ts';

const ship = 'ship' as ActionId;
const drop = 'drop' as ActionId;
const why = 'why' as ActionId;
const logs = 'logs' as ActionId;
const key = (id: string) => `local/${id}` as ItemKey;

const actions = [
  { id: ship, label: 'Ship it', response_type: 'simple' },
  { id: drop, label: 'Drop it', response_type: 'simple', flags: ['destructive'] },
  { id: why, label: 'Why not', response_type: 'text', constraints: { min_length: 3 } },
  { id: logs, label: 'Logs?', response_type: 'binary', options: { true_label: 'Yes', false_label: 'No' } },
  { id: 'odd', label: 'Sign', response_type: 'signature' },
];

function anItem(id: string, changes: Partial<ItemDetail> = {}, offered: unknown[] = actions): ItemDetail {
  const notification = Notification.parse({
    id,
    service: { id: 's', name: 'Release Bot' },
    context: { title: id },
    actions: offered,
  });
  return {
    key: key(id),
    account: 'local' as AccountId,
    title: id,
    serviceId: 's' as ServiceId,
    serviceName: 'Release Bot',
    project: undefined,
    timestamp: 0,
    deadline: undefined,
    status: 'acknowledged',
    flags: [],
    unread: false,
    marks: noMarks,
    hasDraft: false,
    answer: undefined,
    ending: undefined,
    notification,
    revision: 'r1',
    draft: emptyDraft,
    receivedAt: 0,
    seenAt: undefined,
    trail: { from: undefined, deliveredAt: undefined },
    firstFromService: false,
    ...changes,
  };
}

const anAnswer = { actionId: ship, words: 'Ship it', data: null, savedAt: 0 };
const held: AnswerView = { ...anAnswer, state: 'held', sendAt: 5_000 };
const closed: AppError = { code: 'item/closed', message: 'It is closed.' };

/** A main process that answers when the test says so, a clock and a timer. */
function aDesk() {
  const items = new Map<ItemKey, ItemDetail>();
  const calls: { channel: IpcChannel; args: unknown }[] = [];
  const listeners: ((change: IpcEvents['inbox:changed']) => void)[] = [];
  let submitReply: Result<AnswerView> = ok(held);
  let gate: Promise<void> | undefined;
  const timers = new Map<number, () => void>();
  let time = 0;

  const reply = (channel: IpcChannel, args: unknown): Result<unknown> => {
    if (channel === 'inbox:open-item') {
      const item = items.get((args as { key: ItemKey }).key);
      return item ? ok(item) : fail({ code: 'item/not-found', message: 'It is gone.' });
    }
    return channel === 'answer:submit' ? submitReply : ok(undefined);
  };
  const bridge = {
    async call(channel: IpcChannel, args?: unknown) {
      calls.push({ channel, args });
      const waiting = gate;
      const answer = reply(channel, args);
      await waiting;
      return answer;
    },
    on(_event: string, listener: (change: IpcEvents['inbox:changed']) => void) {
      listeners.push(listener);
      return () => listeners.splice(listeners.indexOf(listener), 1);
    },
  } as unknown as Bridge;
  let made = 0;
  const store = createOpenItemStore({
    bridge,
    now: () => time,
    setTimer: (run) => {
      timers.set(++made, run);
      return made;
    },
    clearTimer: (timer) => timers.delete(timer),
  });
  const settled = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return {
    store,
    calls,
    listeners,
    settled,
    state: () => store.getState(),
    sent: (channel: IpcChannel) => calls.filter((call) => call.channel === channel).map((call) => call.args),
    has: (item: ItemDetail) => items.set(item.key, item),
    changed: async (keys: ItemKey[] | null) => {
      for (const listener of listeners) listener({ keys });
      await settled();
    },
    refuses: (error: AppError) => {
      submitReply = fail(error);
    },
    /** Holds replies back until the returned function is called. */
    hold: () => {
      let open = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return async () => {
        gate = undefined;
        open();
        await settled();
      };
    },
    ring: () => {
      const due = [...timers.values()];
      timers.clear();
      for (const run of due) run();
    },
    pass: (ms: number) => {
      time += ms;
    },
  };
}

type Desk = ReturnType<typeof aDesk>;
let desk: Desk;

async function opened(item = anItem('a')): Promise<void> {
  desk.has(item);
  await desk.state().open(item.key);
  desk.pass(1_000);
}

beforeEach(() => {
  desk = aDesk();
});

describe('opening', () => {
  it('shows the item with the draft that was kept', async () => {
    await opened(anItem('a', { draft: { openAction: why, inputs: { [why]: 'bec' } } }));
    expect(desk.state().item?.title).toBe('a');
    expect(desk.state().draft.inputs[why]).toBe('bec');
  });

  it('drops the reply of an item that was left meanwhile', async () => {
    desk.has(anItem('a'));
    desk.has(anItem('b'));
    const release = desk.hold();
    void desk.state().open(key('a'));
    void desk.state().open(key('b'));
    await release();
    expect(desk.state().item?.title).toBe('b');
  });

  it('drops a reply that came after the item was closed', async () => {
    desk.has(anItem('a'));
    const release = desk.hold();
    void desk.state().open(key('a'));
    desk.state().close();
    await release();
    expect(desk.state().item).toBeUndefined();
  });

  it('says why an item cannot be shown', async () => {
    await desk.state().open(key('missing'));
    expect(desk.state().loadError?.code).toBe('item/not-found');
  });

  it('can go straight to a confirmation, or to a control', async () => {
    desk.has(anItem('a'));
    await desk.state().open(key('a'), { confirmAction: drop });
    expect(desk.state().confirming).toEqual({ actionId: drop, data: null });
    desk.state().cancelConfirmation();
    await desk.state().open(key('a'), { confirmAction: why });
    expect(desk.state().draft.openAction).toBe(why);
  });

  it('tells the server once that it was seen', async () => {
    await opened();
    desk.state().markSeen();
    desk.state().markSeen();
    expect(desk.sent('inbox:see')).toEqual([{ key: key('a') }]);
  });
});

describe('news of the open item', () => {
  it('is read again, what was typed stays', async () => {
    await opened();
    desk.state().setInput(why, 'because');
    desk.has(anItem('a', { status: 'expired', ending: { how: 'expired', at: 9 } }));
    await desk.changed([key('other')]);
    expect(desk.state().item?.status).toBe('acknowledged');
    await desk.changed(null);
    expect(desk.state().item?.status).toBe('expired');
    expect(desk.state().draft.inputs[why]).toBe('because');
  });

  it('that changes the question stops every answer until it was read again', async () => {
    await opened();
    desk.state().press(drop);
    desk.has(anItem('a', { revision: 'r2' }));
    await desk.changed([key('a')]);
    expect(desk.state().changed).toBe(true);
    expect(desk.state().confirming).toBeUndefined();
    desk.state().press(ship);
    expect(desk.sent('answer:submit')).toEqual([]);
    desk.state().lookedAgain();
    desk.state().press(ship);
    expect(desk.sent('answer:submit')).toMatchObject([{ revision: 'r2', actionId: ship }]);
  });

  it('is not heard any more after the store was disposed of', () => {
    desk.state().dispose();
    expect(desk.listeners).toEqual([]);
  });
});

describe('answering', () => {
  it('a simple action sends what was read, once, however often it is pressed', async () => {
    await opened();
    for (let press = 0; press < 100; press++) desk.state().press(ship);
    await desk.settled();
    for (let press = 0; press < 100; press++) desk.state().press(ship);
    expect(desk.sent('answer:submit')).toEqual([
      { key: key('a'), revision: 'r1', actionId: ship, data: null, confirmed: false },
    ]);
    expect(desk.state().item?.answer).toEqual(held);
  });

  it('a flagged action waits for the second act', async () => {
    await opened();
    desk.state().press(drop);
    expect(desk.sent('answer:submit')).toEqual([]);
    desk.state().cancelConfirmation();
    desk.state().confirm();
    expect(desk.sent('answer:submit')).toEqual([]);
    desk.state().press(drop);
    desk.state().confirm();
    expect(desk.sent('answer:submit')).toMatchObject([{ actionId: drop, confirmed: true }]);
  });

  it('with a value says what is missing and sends what is right', async () => {
    await opened();
    desk.state().press(why);
    desk.state().send();
    expect(desk.state().attempted).toBe(why);
    desk.state().setInput(why, 'no');
    desk.state().send();
    expect(desk.sent('answer:submit')).toEqual([]);
    desk.state().setInput(why, 'now it is long enough');
    desk.state().send();
    expect(desk.sent('answer:submit')).toMatchObject([{ actionId: why, data: 'now it is long enough' }]);
  });

  it('choosing another action keeps what was typed', async () => {
    await opened();
    desk.state().press(why);
    desk.state().setInput(why, 'because');
    desk.state().press(logs);
    desk.state().press(why);
    expect(desk.state().draft).toEqual({ openAction: why, inputs: { [why]: 'because' } });
  });

  it('that is refused keeps the input and tells why', async () => {
    await opened();
    desk.refuses(closed);
    desk.state().press(why);
    desk.state().setInput(why, 'because');
    desk.state().send();
    await desk.settled();
    expect(desk.state()).toMatchObject({ submitting: false, error: closed });
    expect(desk.state().draft.inputs[why]).toBe('because');
  });

  it('whose reply comes after another item was opened touches that one not', async () => {
    desk.has(anItem('b'));
    await opened();
    const release = desk.hold();
    desk.state().press(ship);
    void desk.state().open(key('b'));
    await release();
    expect(desk.state().item?.title).toBe('b');
    expect(desk.state().item?.answer).toBeUndefined();
    expect(desk.state().submitting).toBe(false);
  });

  it('is impossible while an answer is under way, and possible again when it came back', async () => {
    await opened(anItem('a', { answer: { ...anAnswer, state: 'sending' } }));
    desk.state().press(ship);
    expect(desk.sent('answer:submit')).toEqual([]);
    const returned: AnswerView = {
      actionId: why,
      words: 'Why not: because',
      data: 'because',
      savedAt: 0,
      state: 'returned',
      because: 'refused',
      message: 'Too short.',
      code: undefined,
      requestId: undefined,
    };
    desk.has(anItem('a', { answer: returned }));
    await desk.changed([key('a')]);
    expect(desk.state().draft).toEqual({ openAction: why, inputs: { [why]: 'because' } });
    desk.state().send();
    expect(desk.sent('answer:submit')).toMatchObject([{ actionId: why, data: 'because' }]);
  });

  it('a returned answer that waited too long is confirmed as it was given', async () => {
    const returned: AnswerView = {
      ...anAnswer,
      actionId: drop,
      state: 'returned',
      because: 'confirm-again',
      message: 'Confirm it once more.',
      code: undefined,
      requestId: undefined,
    };
    await opened(anItem('a', { answer: returned }));
    desk.state().confirmAgain();
    desk.state().confirm();
    expect(desk.sent('answer:submit')).toMatchObject([{ actionId: drop, data: null, confirmed: true }]);
  });

  it('of a version that this app does not know is impossible', async () => {
    const item = anItem('a');
    await opened({ ...item, notification: { ...item.notification, version: '2.0' } });
    desk.state().press(ship);
    expect(desk.sent('answer:submit')).toEqual([]);
  });
});

describe('undo', () => {
  it('takes a held answer back', async () => {
    await opened(anItem('a', { answer: held }));
    desk.has(anItem('a'));
    desk.state().undo();
    await desk.settled();
    expect(desk.sent('answer:undo')).toEqual([{ key: key('a') }]);
    expect(desk.state().item?.answer).toBeUndefined();
  });

  it('does nothing once it is on its way', async () => {
    await opened(anItem('a', { answer: { ...anAnswer, state: 'sending' } }));
    desk.state().undo();
    expect(desk.sent('answer:undo')).toEqual([]);
  });
});

describe('a draft', () => {
  it('is saved now and then while typing, with what was typed last', async () => {
    await opened();
    desk.state().setInput(why, 'b');
    desk.state().setInput(why, 'be');
    expect(desk.sent('answer:save-draft')).toEqual([]);
    desk.ring();
    expect(desk.sent('answer:save-draft')).toEqual([
      { key: key('a'), draft: { openAction: null, inputs: { [why]: 'be' } } },
    ]);
    desk.ring();
    expect(desk.sent('answer:save-draft')).toHaveLength(1);
  });

  it('is saved at once when its item is left, under its own key', async () => {
    desk.has(anItem('b'));
    await opened();
    desk.state().setInput(why, 'be');
    await desk.state().open(key('b'));
    expect(desk.sent('answer:save-draft')).toMatchObject([{ key: key('a') }]);
    desk.state().setInput(why, 'x');
    desk.state().close();
    expect(desk.sent('answer:save-draft')).toMatchObject([{ key: key('a') }, { key: key('b') }]);
  });

  it('forgets an input that was emptied', async () => {
    await opened();
    desk.state().setInput(why, 'be');
    desk.state().setInput(why, undefined);
    expect(desk.state().draft.inputs).toEqual({});
  });
});

describe('keys', () => {
  it('send nothing that was written before the item came on screen a moment ago', async () => {
    desk.has(anItem('a', { draft: { openAction: why, inputs: { [why]: 'because' } } }));
    await desk.state().open(key('a'));
    desk.state().send();
    expect(desk.sent('answer:submit')).toEqual([]);
    desk.pass(300);
    desk.state().send();
    expect(desk.sent('answer:submit')).toHaveLength(1);
  });

  it('digits choose actions; those that cannot be answered keep their number', async () => {
    await opened();
    expect(desk.state().pressDigit(3)).toBe(true);
    expect(desk.state().draft.openAction).toBe(why);
    expect(desk.state().pressDigit(5)).toBe(false);
    expect(desk.state().pressDigit(9)).toBe(false);
    desk.state().pressDigit(2);
    expect(desk.state().confirming?.actionId).toBe(drop);
    expect(desk.state().pressDigit(1)).toBe(false);
  });

  it('digits choose the options of the only action', async () => {
    const choice = {
      id: 'c',
      label: 'Which?',
      response_type: 'choice',
      options: [
        { value: 'x', label: 'X' },
        { value: 'y', label: 'Y' },
      ],
    };
    await opened(anItem('a', {}, [choice]));
    expect(desk.state().pressDigit(2)).toBe(true);
    expect(desk.state().draft.inputs['c' as ActionId]).toBe('y');
    expect(desk.sent('answer:submit')).toEqual([]);
  });

  it('y and n choose a side and leave the sending to Send', async () => {
    await opened();
    expect(desk.state().answerBinary(false)).toBe(true);
    expect(desk.state().draft).toEqual({ openAction: logs, inputs: { [logs]: false } });
    expect(desk.sent('answer:submit')).toEqual([]);
    desk.state().send();
    expect(desk.sent('answer:submit')).toMatchObject([{ actionId: logs, data: false }]);
  });
});
