import { randomBytes } from 'node:crypto';
import type { ServiceId } from '#shared/protocol/ids';
import { Agent, aQuestion, callJson, inSeconds } from '../rig/agent.ts';
import { answerOf } from '../rig/answers.ts';
import type { InboxPage } from '../rig/inbox-page.ts';
import { expect, test } from '../rig/test.ts';
import { findTutorial, TutorialReceiver } from '../rig/tutorial.ts';
import { eventually } from '../rig/wait.ts';

/** The question of the protocol's tutorial. */
const actions = [
  { id: 'approve', label: 'Approve Query', response_type: 'simple' },
  { id: 'deny', label: 'Deny Query', response_type: 'text', constraints: { placeholder: 'Reason', max_length: 200 } },
  {
    id: 'schedule',
    label: 'Schedule for Later',
    response_type: 'DATETIME',
    constraints: { min: new Date().toISOString(), max: inSeconds(7 * 86_400).toISOString() },
  },
];
const context = { metadata: { query_id: 'q-881', estimated_minutes: 30 } };

test("the tutorial's question is answered in all three ways, and a receiver written like its own takes each", async ({
  app,
  receiver,
}) => {
  const { url, service_id, api_key, webhook_secret } = await app.localServer();
  receiver.secret = webhook_secret;
  await app.page.evaluate((args) => window.triage.call('services:set-callback', args), {
    serviceId: service_id as ServiceId,
    callbackUrl: receiver.url,
  });
  const agent = new Agent(url, api_key);
  const ids = await askThree(agent);
  await answerThree(app.inbox);
  for (const [id, wanted] of [
    [ids[0], { action_id: 'approve', response_data: null }],
    [ids[1], { action_id: 'deny', response_data: 'Too close to the month end' }],
    [ids[2], { action_id: 'schedule', response_data: answerOf('datetime').data }],
  ] as const) {
    const delivery = await eventually(() => receiver.about(id ?? '')[0]);
    expect(delivery.repliedWith).toBe(200);
    expect(delivery.body).toMatchObject({ ...wanted, metadata: context.metadata });
  }
});

test('a service registered with its own secret verifies with that secret', async ({ loneServer, receiver }) => {
  const agent = await loneServer.register('Analytics', receiver);
  const id = await agent.ask(aQuestion('Signed with my secret?', actions, { context }));
  await loneServer.client().respond(id, 'deny', 'no – naïve “quotes” 👍');
  const delivery = await eventually(() => receiver.about(id)[0]);
  expect(delivery.repliedWith).toBe(200);
  receiver.secret = randomBytes(24).toString('hex');
  const other = await agent.ask(aQuestion('Signed with the old one?', actions, { context }));
  await loneServer.client().respond(other, 'approve', null);
  expect((await eventually(() => receiver.about(other)[0])).repliedWith).toBe(403);
});

const tutorial = findTutorial();
if (tutorial) {
  test("the tutorial's own Python handler, word for word, accepts our webhooks", async ({ startApp }) => {
    const app = await startApp({ settings: { takeBackSeconds: 0 } });
    const { url, service_id, api_key, webhook_secret } = await app.localServer();
    const python = await TutorialReceiver.start(tutorial, webhook_secret);
    await app.page.evaluate((args) => window.triage.call('services:set-callback', args), {
      serviceId: service_id as ServiceId,
      callbackUrl: python.url,
    });
    const agent = new Agent(url, api_key);
    const ids = await askThree(agent);
    await answerThree(app.inbox);
    const done = () => python.lines.filter((line) => 'did' in line || 'printed' in line || 'status' in line);
    await expect.poll(() => done().filter((line) => line.status === 200).length).toBe(3);
    expect(done()).toEqual(
      expect.arrayContaining([
        { did: 'run', query_id: 'q-881' },
        { printed: 'Query denied. Reason: Too close to the month end' },
        { did: 'schedule', query_id: 'q-881', when: answerOf('datetime').data },
      ]),
    );
    for (const id of ids) await expect.poll(async () => (await agent.status(id)).status).toBe('completed');

    const forged = await callJson(python.url, {
      method: 'POST',
      body: { notification_id: ids[0], action_id: 'approve', response_data: null, metadata: context.metadata },
      headers: { 'x-atp-signature': 'f'.repeat(64) },
    });
    expect(forged.status).toBe(403);
    python.stop();
  });
}

async function askThree(agent: Agent): Promise<string[]> {
  const ids: string[] = [];
  for (const how of ['approve', 'deny', 'schedule']) {
    ids.push(await agent.ask(aQuestion(`Approve Database Query (${how})`, actions, { context })));
  }
  return ids;
}

async function answerThree(inbox: InboxPage): Promise<void> {
  await inbox.open('Approve Database Query (approve)');
  await inbox.button('Approve Query').click();
  await inbox.open('Approve Database Query (deny)');
  await inbox.button('Deny Query').click();
  await inbox.textbox('Deny Query').fill('Too close to the month end');
  await inbox.send('Deny Query').click();
  await inbox.open('Approve Database Query (schedule)');
  await inbox.button('Schedule for Later').click();
  const date = String(answerOf('datetime').data);
  const local = new Date(date).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).slice(0, 16).replace(' ', 'T');
  await inbox.dateField('Schedule for Later').and(inbox.page.locator('input')).fill(local);
  await inbox.send('Schedule for Later').click();
}
