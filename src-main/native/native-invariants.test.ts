import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOf, NativeRig } from '#main/testing/native-rig';
import { everything } from '#main/testing/scripted-daemon';
import { readAct } from '#shared/native/note-act';
import { clickOnly } from './notifier.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const id = fc.constantFrom(...ids);
const actions = [
  { id: 'ship', label: 'Ship it', response_type: 'simple' },
  { id: 'logs', label: 'Logs?', response_type: 'binary', options: { true_label: 'With', false_label: 'Without' } },
  { id: 'wipe', label: 'Wipe it', response_type: 'simple', flags: ['destructive'] },
];

/** Everything that can happen but a person's press. */
const happenings = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('arrive' as const), id }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('change' as const), id, label: fc.constantFrom('A', 'B') }) },
  fc.record({ do: fc.constantFrom('end' as const, 'look' as const, 'dismiss' as const), id }),
  fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(0, 500, 3_000, 12_000) }),
  fc.record({ do: fc.constantFrom('restart' as const, 'kill' as const, 'reconnect' as const, 'owner' as const) }),
  fc.record({ do: fc.constant('garbage' as const), id, text: fc.string({ maxLength: 20 }) }),
);
type Happening = typeof happenings extends fc.Arbitrary<infer H> ? H : never;

async function happen(rig: NativeRig, what: Happening): Promise<void> {
  switch (what.do) {
    case 'arrive':
      if (!rig.server.notifications.has(what.id)) rig.arrive(what.id, { actions });
      break;
    case 'change':
      if (rig.server.notifications.get(what.id)?.status === 'delivered') {
        rig.arrive(what.id, { actions: [{ ...actions[0], label: what.label }, ...actions.slice(1)] });
      }
      break;
    case 'end': {
      if (!rig.server.notifications.has(what.id)) break;
      rig.server.answerElsewhere(what.id, 'ship', null);
      const timestamp = new Date(rig.clock.now()).toISOString();
      rig.server.push('status_update', { notification_id: what.id, status: 'responded', timestamp });
      break;
    }
    case 'look':
      rig.native.seen(keyOf(what.id));
      break;
    case 'dismiss':
      rig.daemon.dismiss(`local/${what.id}`, 'timed-out');
      break;
    case 'pass':
      await rig.pass(what.ms);
      break;
    case 'restart':
    case 'kill':
      if (what.do === 'kill') await rig.pass(2_000); // what a crash may take along
      await rig.restart({ isClean: what.do === 'restart' });
      break;
    case 'reconnect':
      // A line that has brought something is opened again as it was; one that never did would be doubted.
      rig.server.push('heartbeat', { timestamp: new Date(rig.clock.now()).toISOString() });
      rig.server.cut();
      for (let waited = 0; waited < 20_000 && rig.connection !== 'connecting'; waited += 250) await rig.pass(250);
      expect(rig.connection).toBe('connecting');
      rig.server.stream.opened();
      break;
    case 'owner':
      rig.daemon.changeOwner(rig.daemon.can === everything ? clickOnly : everything);
      break;
    case 'garbage':
      rig.daemon.tell({ type: 'activated', tag: `local/${what.id}`, activation: { kind: 'button', id: what.text } });
  }
  await rig.pass(0);
}

const isOver = (rig: NativeRig, one: string) => rig.server.notifications.get(one)?.status === 'responded';

test('without a press nothing is answered; an item is announced once; what is over is off the screen', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happenings, { maxLength: 40 }), async (all) => {
      const rig = await NativeRig.online();
      rig.daemon.echoes = 2;
      const announced = new Map<string, number>();
      for (const what of all) {
        await happen(rig, what);
        const over = ids.filter((one) => isOver(rig, one) && rig.daemon.onScreen.has(`local/${one}`));
        expect(over).toEqual([]);
      }
      await rig.pass(10_000);
      for (const { tag, isSilent, title } of rig.daemon.history) {
        if (!isSilent && title.startsWith('Question')) announced.set(tag, (announced.get(tag) ?? 0) + 1);
      }
      expect([...announced.values()].every((times) => times === 1)).toBe(true);
      const arrivals = rig.native.records().filter(({ occasion }) => occasion === 'arrival');
      const known = ids.filter((one) => rig.server.notifications.has(one));
      expect(arrivals.map(({ key }) => key).toSorted()).toEqual(known.map(keyOf).toSorted());
      expect(rig.server.requests).not.toContain('POST /client/respond');
      const buttons = rig.daemon.history.flatMap((note) => note.buttons);
      const acts = buttons.map((button) => readAct(button.id));
      expect(acts.filter((act) => act?.do === 'answer' && act.actionId === 'wipe')).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('whatever is pressed, however often and late: one effect at most, and it is one that was pressed', async () => {
  const press = fc.record({ do: fc.constant('press' as const), button: fc.nat(), late: fc.boolean() });
  const steps = fc.array(fc.oneof({ weight: 2, arbitrary: press }, happenings), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const rig = await NativeRig.online();
      rig.daemon.echoes = 2;
      const pressed = new Set<string>();
      const kept: (() => void)[] = [];
      for (const what of all) {
        if (what.do !== 'press') {
          await happen(rig, what);
          continue;
        }
        const shown = [...rig.daemon.onScreen.values()].flatMap(({ tag, buttons }) =>
          buttons.map(({ label, id: button }) => ({ tag, label, act: readAct(button) })),
        );
        const one = shown[what.button % Math.max(1, shown.length)];
        if (one && !what.late) {
          kept.push(rig.daemon.pressOf(one.tag, one.label));
          if (one.act?.do === 'answer') pressed.add(`${one.act.key} ${one.act.actionId} ${one.act.value}`);
        }
        kept[what.button % Math.max(1, kept.length)]?.();
      }
      await rig.pass(10_000);
      const effects = [...rig.server.recorded.values()].map(({ body }) => body);
      for (const { notification_id, action_id, response_data } of effects) {
        expect([...pressed]).toContain(`local/${notification_id} ${action_id} ${response_data}`);
      }
      const sent = rig.server.requests.filter((one) => one === 'POST /client/respond').length;
      expect(sent).toBeLessThanOrEqual(new Set([...pressed].map((one) => one.split(' ')[0])).size + ids.length);
    }),
    { numRuns: 25 },
  );
});
