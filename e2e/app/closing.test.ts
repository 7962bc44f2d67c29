import { aQuestion, inSeconds } from '../rig/agent.ts';
import { delivered } from '../rig/scripted-server.ts';
import { expect, test } from '../rig/test.ts';

const why = { id: 'why', label: 'Say why', response_type: 'text' };

test('an item that expires while it is open cannot be answered any more and says so', async ({ app }) => {
  const agent = await app.localAgent();
  const id = await agent.ask(aQuestion('Still in time?', [why], { deadline: inSeconds(3) }));
  const { inbox } = app;
  await inbox.open('Still in time?');
  await inbox.textbox('Say why').fill('I was typing');
  await expect(inbox.text(/expired|deadline (has )?passed/i)).toBeVisible();
  await expect(inbox.text('I was typing')).toBeVisible();
  await expect(inbox.send('Say why').and(inbox.page.locator(':enabled'))).toHaveCount(0);
  await expect.poll(async () => (await agent.status(id)).status).toBe('expired');
  await expect(inbox.row('Still in time?')).toHaveCount(0);
  await inbox.goTo('History');
  await expect(inbox.text('Still in time?')).toBeVisible();
});

test('an item that is withdrawn while it is open closes and gives the reason', async ({ app }) => {
  const agent = await app.localAgent();
  const id = await agent.ask(aQuestion('Still needed?', [why]));
  const { inbox } = app;
  await inbox.open('Still needed?');
  await inbox.textbox('Say why').fill('I was typing');
  await agent.withdraw(id, 'The build was cancelled.');
  await expect(inbox.text(/The build was cancelled\./)).toBeVisible();
  await expect(inbox.text(/withdr(ew|awn)/i)).toBeVisible();
  await expect(inbox.text('I was typing')).toBeVisible();
  await expect(inbox.send('Say why').and(inbox.page.locator(':enabled'))).toHaveCount(0);
  await expect(inbox.row('Still needed?')).toHaveCount(0);
});

test('an answer given by another client closes the item here at once and says by whom', async ({
  startApp,
  loneServer,
  receiver,
}) => {
  const app = await startApp({ env: loneServer.env(), settings: { takeBackSeconds: 0 } });
  await app.live();
  const agent = await loneServer.register('Release Bot', receiver);
  const id = await agent.ask(aQuestion('Who is faster?', [why]));
  const { inbox } = app;
  await inbox.open('Who is faster?');
  await inbox.textbox('Say why').fill('Me');

  const other = loneServer.client();
  expect((await other.respond(id, 'why', 'The other one')).status).toBe(200);
  await expect(inbox.text(/answered/i)).toBeVisible();
  const recorded = (await other.read(id)).body.response as { responder: { id: string } };
  await expect(inbox.text(new RegExp(recorded.responder.id))).toBeVisible();
  await expect(inbox.text(/The other one/)).toBeVisible();
  await expect(inbox.send('Say why').and(inbox.page.locator(':enabled'))).toHaveCount(0);
  await expect(inbox.row('Who is faster?')).toHaveCount(0);
  expect(receiver.about(id)).toHaveLength(1);
});

test('of two clients that answer, the loser is told and nothing is doubled', async ({
  startApp,
  loneServer,
  receiver,
}) => {
  const app = await startApp({ env: loneServer.env(), settings: { takeBackSeconds: 60 } });
  await app.live();
  const agent = await loneServer.register('Release Bot', receiver);
  const id = await agent.ask(aQuestion('First come?', [why]));
  const { inbox } = app;
  await inbox.open('First come?');
  await inbox.textbox('Say why').fill('Held for a minute');
  await inbox.send('Say why').click();
  await expect(inbox.undo).toBeVisible();

  expect((await loneServer.client().respond(id, 'why', 'At once')).status).toBe(200);
  await expect(inbox.text(/already answered|answered first|somebody else/i)).toBeVisible();
  await expect.poll(() => receiver.about(id).map((one) => one.body.response_data)).toEqual(['At once']);
});

test('a refused answer comes back with the words of the server and the input intact', async ({
  startApp,
  scripted,
}) => {
  const app = await startApp({ env: scripted.env(), settings: { takeBackSeconds: 0 } });
  await app.live();
  scripted.notify(delivered(aQuestion('Is it refused?', [why])));
  const refusal = { code: 'CONSTRAINT_VIOLATION', message: 'The moon is in the wrong phase.', request_id: 'req_moon' };
  scripted.nextReplies.push({ status: 422, body: refusal });
  const { inbox } = app;
  await inbox.open('Is it refused?');
  await inbox.textbox('Say why').fill('My careful words');
  await inbox.send('Say why').click();

  await expect(inbox.text(/The moon is in the wrong phase\./)).toBeVisible();
  await expect(inbox.textbox('Say why')).toHaveValue('My careful words');
  await expect(inbox.send('Say why')).toBeEnabled();
  expect(scripted.answers).toHaveLength(1);

  await inbox.send('Say why').click();
  await expect.poll(() => scripted.answers.length).toBe(2);
  expect(scripted.answers[1]?.key).not.toBe(scripted.answers[0]?.key);
});
