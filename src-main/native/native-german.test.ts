import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyOf, NativeRig } from '#main/testing/native-rig';
import { speak } from '#shared/words/words';

const ship = { id: 'ship', label: 'Ship it', response_type: 'simple' };
const why = { id: 'why', label: 'Why?', response_type: 'text' };
const german = { language: 'de', locale: 'de-DE' } as const;
const english = { language: 'en', locale: 'en' } as const;

beforeEach(() => speak(german));
afterEach(() => speak(english));

const shownOf = (rig: NativeRig, tag: string) => rig.daemon.onScreen.get(tag);

test('a notification asks and takes an answer back in German; the sender’s words stay theirs', async () => {
  const rig = await NativeRig.online({ takeBackSeconds: 5 });
  rig.arrive('a', { actions: [ship, why] });
  const asking = shownOf(rig, 'local/a');
  expect(asking?.title).toBe('Question a');
  expect(asking?.buttons.map(({ label }) => label)).toEqual(['Ship it']);
  expect(asking?.reply?.sendLabel).toBe('Senden');

  rig.native.press(keyOf('a'), asking?.buttons[0]?.id ?? '');
  const sending = shownOf(rig, 'local/a');
  expect(sending?.body).toBe('„Ship it“\nWird in 5 s gesendet.');
  expect(sending?.buttons.map(({ label }) => label)).toEqual(['Zurücknehmen']);
});

test('a burst is told in German, in numbers as Germans write them', async () => {
  const rig = await NativeRig.online();
  for (let n = 0; n < 1_003; n++) rig.arrive(`n${n}`);
  rig.clock.pass(60_000);
  expect(shownOf(rig, 'summary')?.title).toBe('1.000 weitere Fragen warten auf Sie');
});

test('what is on screen keeps what it says; what comes next speaks the new language', async () => {
  const rig = await NativeRig.online({ notificationContent: false });
  rig.arrive('a', { actions: [ship] });
  speak(english);
  rig.arrive('b', { actions: [ship] });
  expect(shownOf(rig, 'local/a')?.body).toBe('Es wartet etwas auf Sie.');
  expect(shownOf(rig, 'local/b')?.body).toBe('Something waits for you.');
});
