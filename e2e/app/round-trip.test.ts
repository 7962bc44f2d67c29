import { aQuestion } from '../rig/agent.ts';
import { answers } from '../rig/answers.ts';
import { localAgentWithWebhook } from '../rig/callback.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';
import { isSignedBy } from '../rig/webhook-receiver.ts';

const metadata = { query_id: 'q-17', rows: 12_000_000, nested: { ok: true, none: null } };

for (const { type, action, give, data } of answers) {
  test(`a ${type} question is answered in the window and its service gets exactly that, signed`, async ({
    app,
    receiver,
  }) => {
    const agent = await localAgentWithWebhook(app, receiver);
    const title = `A question of type ${type}`;
    const id = await agent.ask(aQuestion(title, [action], { context: { metadata } }));
    expect(await agent.status(id)).toMatchObject({ responded: false });

    await app.inbox.open(title);
    await give(app.inbox);

    const delivery = await eventually(() => receiver.about(id)[0]);
    expect(delivery.body).toEqual({
      notification_id: id,
      action_id: action.id,
      response_data: data,
      responded_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
      responder: { id: expect.any(String), type: 'human' },
      metadata,
    });
    expect('response_data' in delivery.body).toBe(true);
    expect(delivery.headers['content-type']).toMatch(/^application\/json/);
    expect(delivery.headers['x-atp-signature']).toMatch(/^[0-9a-f]{64}$/);
    expect(isSignedBy(receiver.secret, delivery.raw, String(delivery.headers['x-atp-signature']))).toBe(true);
    expect(delivery.headers['x-atp-request-id']).toMatch(/^req_/);

    await expect.poll(async () => (await agent.status(id)).status).toBe('completed');
    expect(await agent.status(id)).toMatchObject({ responded: true, action_id: action.id, response_data: data });
    expect(receiver.about(id)).toHaveLength(1);
    await expect(app.inbox.row(title)).toHaveCount(0);
  });
}

test('a delivery that fails is repeated with the same request id until the service takes it', async ({
  app,
  receiver,
}) => {
  const agent = await localAgentWithWebhook(app, receiver);
  receiver.nextReplies.push(503);
  const id = await agent.ask(aQuestion('Will it be repeated?'));
  await app.inbox.open('Will it be repeated?');
  await app.inbox.button('Fine by me').click();
  await eventually(() => receiver.about(id)[1], 15_000);
  const [first, second] = receiver.about(id);
  expect(first?.repliedWith).toBe(503);
  expect(second?.raw).toEqual(first?.raw);
  expect(second?.headers['x-atp-request-id']).toBe(first?.headers['x-atp-request-id']);
  expect([first, second].map((one) => one?.headers['x-atp-delivery-attempt'])).toEqual(['1', '2']);
  await expect.poll(async () => (await agent.status(id)).status).toBe('completed');
});

test('with several actions each is a button that opens its control, and what was typed stays', async ({
  app,
  receiver,
}) => {
  const agent = await localAgentWithWebhook(app, receiver);
  const actions = [
    { id: 'approve', label: 'Approve Query', response_type: 'simple' },
    { id: 'deny', label: 'Deny', response_type: 'text' },
    { id: 'share', label: 'Share of rows', response_type: 'number', constraints: { min: 5, max: 50, step: 5 } },
  ];
  const id = await agent.ask(aQuestion('Run the query?', actions));
  const { inbox } = app;
  await inbox.open('Run the query?');
  await expect(inbox.textbox('Deny')).toHaveCount(0);

  await inbox.button('Deny').click();
  await expect(inbox.button('Deny')).toHaveAttribute('aria-expanded', 'true');
  await inbox.textbox('Deny').fill('Too close to the month end');
  await inbox.button('Share of rows').click();
  await expect(inbox.textbox('Deny')).toHaveCount(0);
  await inbox.spinbutton('Share of rows').fill('25');
  await inbox.button('Deny').click();
  await expect(inbox.textbox('Deny')).toHaveValue('Too close to the month end');
  await inbox.send('Deny').click();

  const delivery = await eventually(() => receiver.about(id)[0]);
  expect(delivery.body).toMatchObject({ action_id: 'deny', response_data: 'Too close to the month end' });
});

test('an action of an unknown type cannot be answered here, and the others can', async ({ startApp, scripted }) => {
  const app = await startApp({ env: scripted.env(), settings: { takeBackSeconds: 0 } });
  await app.live();
  const actions = [
    { id: 'draw', label: 'Draw a signature', response_type: 'signature' },
    { id: 'ok', label: 'Sign later', response_type: 'simple' },
  ];
  scripted.notify({
    ...aQuestion('Sign here?', actions),
    service: { id: 'scripted', name: 'Scripted Service' },
    status: 'delivered',
  });
  await app.inbox.open('Sign here?');
  await expect(app.inbox.text(/cannot be answered here/i)).toBeVisible();
  await app.inbox.button('Sign later').click();
  await expect.poll(() => scripted.answers.map((one) => one.body.action_id)).toEqual(['ok']);
  expect(scripted.answers[0]?.body.response_data).toBeNull();
});
