import { aQuestion, inSeconds } from '../rig/agent.ts';
import { localAgentWithWebhook } from '../rig/callback.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';

const why = { id: 'why', label: 'Say why', response_type: 'text' };

test('by keyboard alone: find, open, type, send, take back, send again', async ({ startApp, receiver }) => {
  const app = await startApp({ settings: { takeBackSeconds: 4 } });
  const agent = await localAgentWithWebhook(app, receiver);
  await agent.ask(aQuestion('Urgent one?', [why], { deadline: inSeconds(600) }));
  const id = await agent.ask(aQuestion('Calm one?', [why]));
  const { inbox, page } = app;
  const { keyboard } = page;
  await inbox.expectRows(2);

  await keyboard.press('Home');
  await expect(inbox.row('Urgent one?')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('j');
  await expect(inbox.row('Calm one?')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('k');
  await expect(inbox.row('Urgent one?')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('j');
  await keyboard.press('Enter');
  await inbox.focusByTab(inbox.textbox('Say why'));
  await keyboard.type('jkz are letters here');
  await expect(inbox.textbox('Say why')).toHaveValue('jkz are letters here');
  await keyboard.press('Control+Enter');
  await expect(inbox.undo).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('z');
  await expect(inbox.undo).toHaveCount(0);
  expect(receiver.deliveries).toEqual([]);

  await inbox.open('Calm one?');
  await inbox.focusByTab(inbox.textbox('Say why'));
  await expect(async () => {
    await keyboard.press('Control+Enter'); // keys act on a card only after it was on screen for a moment
    await expect(inbox.undo).toBeVisible({ timeout: 500 });
  }).toPass();
  expect((await eventually(() => receiver.about(id)[0])).body.response_data).toBe('jkz are letters here');
});

test('what is typed on after sending answers nothing else', async ({ app, receiver }) => {
  const agent = await localAgentWithWebhook(app, receiver);
  const first = await agent.ask(aQuestion('Say it in words?', [why]));
  const second = await agent.ask(
    aQuestion('Not asked yet?', [
      { id: 'okay', label: 'Okay', response_type: 'simple' },
      { id: 'no', label: 'No', response_type: 'simple' },
    ]),
  );
  const { inbox, page } = app;
  await inbox.expectRows(2);
  await inbox.open('Say it in words?');
  await inbox.textbox('Say why').click();
  await page.keyboard.type('go on');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type(' just in case we need 2.1 or 1, so it goes on', { delay: 60 }); // as fast as people type
  await eventually(() => receiver.about(first)[0]);
  await inbox.expectRows(1);
  await expect(inbox.row('Not asked yet?')).toBeVisible();
  expect((await agent.status(second)).responded).toBe(false);
  expect(receiver.deliveries).toHaveLength(1);
});

test('number keys choose an action, an option, and y and n a side', async ({ app, receiver }) => {
  const agent = await localAgentWithWebhook(app, receiver);
  const { inbox, page } = app;
  const simple = await agent.ask(
    aQuestion('Which button?', [
      { id: 'one', label: 'The first', response_type: 'simple' },
      { id: 'two', label: 'The second', response_type: 'simple' },
    ]),
  );
  await inbox.open('Which button?');
  await expect(inbox.button('The second')).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('2'); // keys act on a card only after it was on screen for a moment
    expect(receiver.about(simple)).toHaveLength(1);
  }).toPass();
  expect(receiver.about(simple)[0]?.body.action_id).toBe('two');

  const options = ['Red', 'Green'].map((label) => ({ value: label, label }));
  const choice = await agent.ask(
    aQuestion('Which colour?', [{ id: 'c', label: 'Colour', response_type: 'choice', options }]),
  );
  await inbox.open('Which colour?');
  await expect(async () => {
    await page.keyboard.press('2');
    await expect(inbox.radio('Colour', 'Green')).toBeChecked({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Control+Enter');
  expect((await eventually(() => receiver.about(choice)[0])).body.response_data).toBe('Green');

  const sides = { true_label: 'Keep it', false_label: 'Drop it' };
  const binary = await agent.ask(
    aQuestion('Keep or drop?', [{ id: 'b', label: 'Keep?', response_type: 'binary', options: sides }]),
  );
  await inbox.open('Keep or drop?');
  await expect(async () => {
    await page.keyboard.press('n');
    await expect(inbox.radio('Keep?', 'Drop it')).toBeChecked({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Control+Enter');
  expect((await eventually(() => receiver.about(binary)[0])).body.response_data).toBe(false);
});

test('g then a letter goes to a view, and single keys can be switched off', async ({ app }) => {
  const agent = await app.localAgent();
  await agent.ask(aQuestion('A row'));
  await agent.ask(aQuestion('Another row'));
  const { inbox, page } = app;
  await inbox.expectRows(2);
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(inbox.list).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(inbox.list).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press(',');
  await expect(inbox.list).toHaveCount(0);

  await app.change({ singleKeys: false });
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(inbox.list).toHaveCount(0);
});

test('every control is reached by Tab, in the order it stands on the page', async ({ app }) => {
  const agent = await app.localAgent();
  const actions = [
    { id: 'ship', label: 'Ship it', response_type: 'simple' },
    { id: 'hold', label: 'Hold back', response_type: 'text' },
    { id: 'part', label: 'Partial', response_type: 'number', constraints: { min: 0, max: 10 } },
  ];
  await agent.ask(aQuestion('In what order?', actions));
  const { inbox, page } = app;
  await inbox.open('In what order?');
  await inbox.button('Hold back').click();
  await inbox.button('Ship it').focus();
  const order = [inbox.button('Hold back'), inbox.button('Partial'), inbox.textbox('Hold back')];
  for (const next of order) {
    await page.keyboard.press('Tab');
    await expect(next).toBeFocused();
  }
  await page.keyboard.type('x');
  await inbox.focusByTab(inbox.send('Hold back'), 4);
});
