import { aQuestion, inSeconds } from '../rig/agent.ts';
import { localAgentWithWebhook } from '../rig/callback.ts';
import { NetworkProxy } from '../rig/network-proxy.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';

const why = { id: 'why', label: 'Say why', response_type: 'text' };

test('after a restart the decision is in History and what was typed for an open item is still there', async ({
  app,
  startApp,
  receiver,
}) => {
  const agent = await localAgentWithWebhook(app, receiver);
  const answered = await agent.ask(aQuestion('Answered before?', [why]));
  await agent.ask(aQuestion('Half typed?', [why]));
  const { inbox } = app;
  await inbox.open('Answered before?');
  await inbox.textbox('Say why').fill('because of the restart');
  await inbox.send('Say why').click();
  await expect.poll(async () => (await agent.status(answered)).status).toBe('completed');
  await inbox.open('Half typed?');
  await inbox.textbox('Say why').fill('a thought to finish la');
  expect(await app.quit()).toBe(0);

  const again = await startApp();
  await again.inbox.open('Half typed?');
  await expect(again.inbox.textbox('Say why')).toHaveValue('a thought to finish la');
  await again.inbox.goTo('History');
  await again.inbox.text('Answered before?').click();
  await expect(again.inbox.text(/because of the restart/)).toBeVisible();
  expect(receiver.about(answered)).toHaveLength(1);
});

test('an undone answer never leaves, and the next one does', async ({ startApp, loneServer, receiver }) => {
  const proxy = await NetworkProxy.before(loneServer.url);
  const app = await startApp({ env: loneServer.env(proxy.url), settings: { takeBackSeconds: 3 } });
  await app.live();
  const agent = await loneServer.register('Release Bot', receiver);
  const id = await agent.ask(aQuestion('Take it back?', [why]));
  const { inbox } = app;
  await inbox.open('Take it back?');
  await inbox.textbox('Say why').fill('first thought');
  await inbox.send('Say why').click();
  await inbox.undo.click();
  await expect(inbox.textbox('Say why')).toHaveValue('first thought');
  await expect(inbox.send('Say why')).toBeEnabled();

  await inbox.textbox('Say why').fill('second thought');
  await inbox.send('Say why').click();
  const delivery = await eventually(() => receiver.about(id)[0]);
  expect(delivery.body.response_data).toBe('second thought');
  expect(proxy.answersSeen()).toBe(1);
  expect(receiver.about(id)).toHaveLength(1);
  await app.quit();
  await proxy.stop();
});

test('kill -9 inside the take-back window: the answer is delivered once after the restart', async ({
  startApp,
  receiver,
}) => {
  const app = await startApp({ settings: { takeBackSeconds: 5 } });
  const agent = await localAgentWithWebhook(app, receiver);
  const id = await agent.ask(aQuestion('Killed while held?', [why]));
  await app.inbox.open('Killed while held?');
  await app.inbox.textbox('Say why').fill('survives');
  await app.inbox.send('Say why').click();
  await expect(app.inbox.undo).toBeVisible();
  await app.kill();
  expect(receiver.deliveries).toEqual([]);

  const again = await startApp();
  const delivery = await eventually(() => receiver.about(id)[0], 15_000);
  expect(delivery.body.response_data).toBe('survives');
  const agentAgain = await again.localAgent();
  await expect.poll(async () => (await agentAgain.status(id)).status).toBe('completed');
  await expect(again.inbox.row('Killed while held?')).toHaveCount(0);
  await again.quit();
  expect(receiver.about(id)).toHaveLength(1);
});

test('undone, then kill -9 before the window would have ended: nothing is ever sent', async ({
  startApp,
  loneServer,
  receiver,
}) => {
  const proxy = await NetworkProxy.before(loneServer.url);
  const env = loneServer.env(proxy.url);
  const app = await startApp({ env, settings: { takeBackSeconds: 2 } });
  await app.live();
  const agent = await loneServer.register('Release Bot', receiver);
  const id = await agent.ask(aQuestion('Undone and killed?', [why]));
  await app.inbox.open('Undone and killed?');
  await app.inbox.textbox('Say why').fill('never said');
  await app.inbox.send('Say why').click();
  await app.inbox.undo.click();
  await expect(app.inbox.textbox('Say why')).toHaveValue('never said');
  await app.kill();

  const again = await startApp({ env });
  await again.live();
  await again.inbox.open('Undone and killed?');
  await again.inbox.textbox('Say why').fill('said after all');
  await again.inbox.send('Say why').click();
  expect((await eventually(() => receiver.about(id)[0])).body.response_data).toBe('said after all');
  expect(proxy.answersSeen()).toBe(1);
  await again.quit();
  await proxy.stop();
});

for (const weather of ['swallow', 'lose-reply'] as const) {
  const what =
    weather === 'swallow' ? 'with the request held on the way' : 'after the server took it but before we heard';
  test(`kill -9 between saved and accepted, ${what}: delivered exactly once`, async ({
    startApp,
    loneServer,
    receiver,
  }) => {
    const proxy = await NetworkProxy.before(loneServer.url);
    const env = loneServer.env(proxy.url);
    const app = await startApp({ env, settings: { takeBackSeconds: 0 } });
    await app.live();
    const agent = await loneServer.register('Release Bot', receiver);
    const id = await agent.ask(aQuestion('Killed while sending?', [why]));
    await app.inbox.open('Killed while sending?');
    await app.inbox.textbox('Say why').fill('exactly once');
    proxy.answers = weather;
    await app.inbox.send('Say why').click();
    await expect.poll(() => proxy.answersSeen()).toBeGreaterThanOrEqual(1);
    if (weather === 'lose-reply') await expect.poll(() => receiver.about(id).length).toBe(1);
    await app.kill();
    expect(receiver.about(id)).toHaveLength(weather === 'swallow' ? 0 : 1);

    proxy.answers = 'clear';
    const again = await startApp({ env });
    expect((await eventually(() => receiver.about(id)[0], 15_000)).body.response_data).toBe('exactly once');
    await expect(again.inbox.row('Killed while sending?')).toHaveCount(0);
    await again.inbox.goTo('History');
    await again.inbox.text('Killed while sending?').click();
    await expect(again.inbox.text(/delivered|accepted/i)).toBeVisible();
    await expect(again.inbox.text(/already answered|answered first|not sent|not counted/i)).toHaveCount(0);
    await again.quit();
    expect(proxy.answerKeys.length).toBeGreaterThanOrEqual(2);
    expect(new Set(proxy.answerKeys)).toEqual(new Set([expect.stringMatching(/^[0-9a-f-]{36}$/)]));
    expect(receiver.about(id)).toHaveLength(1);
    await proxy.stop();
  });
}

test('without a connection the answer says that it waits, and goes when the network is back', async ({
  startApp,
  loneServer,
  receiver,
}) => {
  const proxy = await NetworkProxy.before(loneServer.url);
  const app = await startApp({ env: loneServer.env(proxy.url), settings: { takeBackSeconds: 0 } });
  await app.live();
  const agent = await loneServer.register('Release Bot', receiver);
  const id = await agent.ask(aQuestion('Offline?', [why]));
  await app.inbox.open('Offline?');
  proxy.pullCable();
  await app.inbox.textbox('Say why').fill('from the tunnel');
  await app.inbox.send('Say why').click();
  await expect(app.inbox.text(/waiting for connection/i)).toBeVisible();
  expect(receiver.deliveries).toEqual([]);

  proxy.plugIn();
  expect((await eventually(() => receiver.about(id)[0], 18_000)).body.response_data).toBe('from the tunnel');
  await app.quit();
  expect(receiver.about(id)).toHaveLength(1);
  await proxy.stop();
});

test('a question that came while we were offline is there once after the reconnect', async ({
  startApp,
  loneServer,
  receiver,
}) => {
  const proxy = await NetworkProxy.before(loneServer.url);
  const app = await startApp({ env: loneServer.env(proxy.url) });
  await app.live();
  const agent = await loneServer.register('Release Bot', receiver);
  await agent.ask(aQuestion('Before the cut?'));
  await expect(app.inbox.row('Before the cut?')).toHaveCount(1);
  proxy.pullCable();
  await agent.ask(aQuestion('During the cut?'));
  proxy.plugIn();
  await expect(() => app.inbox.expectRows(2)).toPass({ timeout: 18_000 });
  await expect(app.inbox.row('During the cut?')).toHaveCount(1);
  await expect(app.inbox.row('Before the cut?')).toHaveCount(1);
  await app.quit();
  await proxy.stop();
});

test('quitting sends what is held at once', async ({ startApp, loneServer, receiver }) => {
  const app = await startApp({ env: loneServer.env(), settings: { takeBackSeconds: 60 } });
  await app.live();
  const agent = await loneServer.register('Release Bot', receiver);
  const id = await agent.ask(aQuestion('Quit with this held?', [why]));
  await app.inbox.open('Quit with this held?');
  await app.inbox.textbox('Say why').fill('sent on the way out');
  await app.inbox.send('Say why').click();
  await expect(app.inbox.undo).toBeVisible();
  expect(receiver.deliveries).toEqual([]);
  expect(await app.quit()).toBe(0);
  await expect.poll(() => receiver.about(id).map((one) => one.body.response_data)).toEqual(['sent on the way out']);
});

test('the take-back window ends before the deadline', async ({ startApp, receiver }) => {
  const app = await startApp({ settings: { takeBackSeconds: 60 } });
  const agent = await localAgentWithWebhook(app, receiver);
  const id = await agent.ask(aQuestion('Soon too late?', [why], { deadline: inSeconds(6) }));
  await app.inbox.open('Soon too late?');
  await app.inbox.textbox('Say why').fill('just in time');
  await app.inbox.send('Say why').click();
  expect((await eventually(() => receiver.about(id)[0])).body.response_data).toBe('just in time');
});

test('clicking Send many times makes one answer', async ({ app, receiver }) => {
  const agent = await localAgentWithWebhook(app, receiver);
  const id = await agent.ask(aQuestion('Impatient?'));
  await app.inbox.open('Impatient?');
  await app.inbox.button('Fine by me').click({ clickCount: 20 });
  await eventually(() => receiver.about(id)[0]);
  await expect.poll(async () => (await agent.status(id)).status).toBe('completed');
  expect(receiver.about(id)).toHaveLength(1);
  await expect(app.inbox.text(/already answered|answered first|not sent|not counted/i)).toHaveCount(0);
});
