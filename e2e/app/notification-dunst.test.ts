import { statSync } from 'node:fs';
import { aNote } from '../rig/a-note.ts';
import { Dunst } from '../rig/dunst.ts';
import { expect, test } from '../rig/notifier-program/test.ts';

const tag = 'local/a';

test('dunst shows a notification with its buttons, and what is pressed there comes back', async ({
  startNotifier,
  desktop,
  folder,
}, info) => {
  desktop.notifications.stop();
  const app = await startNotifier();
  const dunst = Dunst.start(folder, desktop.env);
  await expect.poll(() => app.capabilities()).toMatchObject({ isAbsent: false, actions: 3 });
  const heard = async () => (await app.events()).filter((one) => one.type !== 'capabilities-changed');

  await app.show(aNote({ body: 'Release Bot · <b>web</b> & <i>api</i>', urgency: 'critical' }));
  await expect.poll(() => dunst.displayed()).toBe(1);
  const picture = info.outputPath('dunst.png');
  await dunst.picture(picture);
  expect(statSync(picture).size).toBeGreaterThan(0);
  await info.attach('the screen', { path: picture, contentType: 'image/png' });
  await dunst.choose('Hold');
  await expect.poll(heard).toContainEqual({ type: 'activated', tag, activation: { kind: 'button', id: 'hold' } });
  await app.withdraw(tag); // dunst leaves it on screen, whatever was pressed
  await expect.poll(() => dunst.displayed()).toBe(0);

  await app.show(aNote({ tag: 'local/b', title: 'Clicked' }));
  await expect.poll(() => dunst.displayed()).toBe(1);
  await dunst.ctl('action');
  await expect.poll(heard).toContainEqual({ type: 'activated', tag: 'local/b', activation: { kind: 'open' } });
  await app.withdraw('local/b');

  await app.show(aNote({ tag: 'local/c', title: 'Thrown away' }));
  await expect.poll(() => dunst.displayed()).toBe(1);
  await dunst.ctl('close');
  await expect.poll(heard).toContainEqual({ type: 'closed', tag: 'local/c', because: 'dismissed' });
  expect(await dunst.ctl('history')).toContain('Thrown away');

  await app.show(aNote({ tag: 'local/d', title: 'Answered elsewhere' }));
  await app.show(aNote({ tag: 'local/d', title: 'Replaced in place' }));
  await expect.poll(() => dunst.displayed()).toBe(1);
  await app.withdraw('local/d');
  await expect.poll(() => dunst.displayed()).toBe(0);

  const answers = (await heard()).filter((one) => one.type === 'activated');
  expect(answers).toHaveLength(2); // nothing but what was pressed
  await dunst.stop();
  await expect.poll(async () => (await app.capabilities()).isAbsent).toBe(true);
});
