import { aQuestion } from '../rig/agent.ts';
import { expect, test } from '../rig/test.ts';

const options = ['Alpha', 'Beta', 'Gamma'].map((label) => ({ value: label.toLowerCase(), label }));
const inputsOf = (constraints: Record<string, unknown>) => ({ id: 'a', constraints });

test('multi_choice: too few is said and cannot be sent, too many cannot be chosen', async ({ app }) => {
  const agent = await app.localAgent();
  const constraints = { min_selections: 1, max_selections: 2 };
  const title = 'Pick one or two';
  await agent.ask(
    aQuestion(title, [{ ...inputsOf(constraints), label: 'Pick', response_type: 'multi_choice', options }]),
  );
  const { inbox } = app;
  await inbox.open(title);
  await expect(inbox.send('Pick')).toBeDisabled();
  await expect(inbox.text(/0 of 1–2 chosen/)).toBeVisible();

  await inbox.checkbox('Pick', 'Alpha').check();
  await expect(inbox.text(/1 of 1–2 chosen/)).toBeVisible();
  await expect(inbox.send('Pick')).toBeEnabled();
  await inbox.checkbox('Pick', 'Alpha').uncheck();
  await expect(inbox.text('Choose at least 1: 1 more.')).toBeVisible();
  await expect(inbox.send('Pick')).toBeDisabled();

  for (const option of ['Alpha', 'Beta']) await inbox.checkbox('Pick', option).check();
  await expect(inbox.checkbox('Pick', 'Gamma')).toBeDisabled();
  await inbox.checkbox('Pick', 'Gamma').click({ force: true });
  await expect(inbox.checkbox('Pick', 'Gamma')).not.toBeChecked();
  await expect(inbox.text(/2 of 1–2 chosen/)).toBeVisible();
  await inbox.checkbox('Pick', 'Beta').uncheck();
  await expect(inbox.checkbox('Pick', 'Gamma')).toBeEnabled();
});

test('text: too short and too long are said, counted in code points', async ({ app }) => {
  const agent = await app.localAgent();
  const constraints = { min_length: 3, max_length: 5 };
  await agent.ask(aQuestion('Say it', [{ ...inputsOf(constraints), label: 'Words', response_type: 'text' }]));
  const { inbox } = app;
  await inbox.open('Say it');
  await expect(inbox.send('Words')).toBeDisabled();

  await inbox.textbox('Words').fill('👍👍');
  await expect(inbox.text('At least 3 characters: 1 more.')).toBeVisible();
  await expect(inbox.send('Words')).toBeDisabled();
  await inbox.textbox('Words').fill('👍👍👍👍👍');
  await expect(inbox.send('Words')).toBeEnabled();
  await inbox.textbox('Words').fill('👍👍👍👍👍👍');
  await expect(inbox.text('At most 5 characters: 1 too many.')).toBeVisible();
  await expect(inbox.send('Words')).toBeDisabled();
  await expect(inbox.textbox('Words')).toHaveValue('👍👍👍👍👍👍');
});

test('number: below, above, off the step and no number are said; the typed value is never changed', async ({ app }) => {
  const agent = await app.localAgent();
  const constraints = { min: 0.1, max: 0.9, step: 0.05, unit: 'confidence' };
  await agent.ask(aQuestion('How much?', [{ ...inputsOf(constraints), label: 'Threshold', response_type: 'number' }]));
  const { inbox } = app;
  await inbox.open('How much?');
  const field = inbox.spinbutton('Threshold');
  const send = inbox.send('Threshold');
  await expect(field).toHaveValue('');
  await expect(send).toBeDisabled();

  const refused: [typed: string, message: string][] = [
    ['0.05', 'Must be at least 0.1.'],
    ['0.95', 'Must be at most 0.9.'],
    ['0.37', 'Must go up in steps of 0.05 from 0.1: the nearest are 0.35 and 0.4.'],
  ];
  for (const [typed, message] of refused) {
    await field.fill(typed);
    await expect(inbox.text(message)).toBeVisible();
    await expect(send).toBeDisabled();
    await field.blur();
    await expect(field).toHaveValue(typed);
  }
  for (const typed of ['0.1', '0.35', '0.7', '0.9']) {
    await field.fill(typed);
    await expect(send).toBeEnabled();
  }
  await field.press('ArrowDown');
  await expect(field).toHaveValue('0.85');
  await field.fill('');
  await expect(send).toBeDisabled();
});

test('scale: the slider keeps to its range and steps, and sends nothing before a choice', async ({ app }) => {
  const agent = await app.localAgent();
  const constraints = { min: 1, max: 8, step: 3, min_label: 'Calm', max_label: 'Alarming' };
  await agent.ask(aQuestion('How bad?', [{ ...inputsOf(constraints), label: 'Severity', response_type: 'scale' }]));
  const { inbox } = app;
  await inbox.open('How bad?');
  const slider = inbox.slider('Severity');
  await expect(slider).toHaveAttribute('aria-valuetext', 'not chosen');
  await expect(inbox.send('Severity')).toBeDisabled();
  await expect(inbox.text('Calm')).toBeVisible();
  await expect(inbox.text('Alarming')).toBeVisible();

  await slider.press('End');
  await expect(slider).toHaveAttribute('aria-valuenow', '7');
  await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuenow', '7');
  await slider.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuenow', '4');
  await slider.press('Home');
  await expect(slider).toHaveAttribute('aria-valuenow', '1');
  await expect(inbox.send('Severity')).toBeEnabled();
});

test('datetime: too early and too late are said in local time', async ({ app }) => {
  const agent = await app.localAgent();
  const constraints = { min: '2031-05-01T10:00:00Z', max: '2031-05-02T10:00:00Z' };
  await agent.ask(aQuestion('When?', [{ ...inputsOf(constraints), label: 'Start', response_type: 'datetime' }]));
  const { inbox } = app;
  await inbox.open('When?');
  const field = inbox.dateField('Start');
  await expect(inbox.send('Start')).toBeDisabled();
  await field.fill('2031-05-01T11:59'); // Berlin is two hours ahead in May
  await expect(inbox.text(/Must not be before .*12:00/)).toBeVisible();
  await expect(inbox.send('Start')).toBeDisabled();
  await field.fill('2031-05-02T12:01');
  await expect(inbox.text(/Must not be after .*12:00/)).toBeVisible();
  await expect(inbox.send('Start')).toBeDisabled();
  await field.fill('2031-05-01T12:00');
  await expect(inbox.send('Start')).toBeEnabled();
});

test('binary and choice cannot be sent before a side is chosen', async ({ app }) => {
  const agent = await app.localAgent();
  const sides = { true_label: 'Keep', false_label: 'Drop' };
  await agent.ask(aQuestion('Keep it?', [{ id: 'b', label: 'Keep?', response_type: 'binary', options: sides }]));
  await agent.ask(
    aQuestion('Which one?', [{ id: 'c', label: 'Which?', response_type: 'choice', options: options.slice(0, 1) }]),
  );
  const { inbox } = app;
  await inbox.open('Keep it?');
  await expect(inbox.send('Keep?')).toBeDisabled();
  await inbox.radio('Keep?', 'Drop').check();
  await expect(inbox.send('Keep?')).toBeEnabled();
  await inbox.open('Which one?');
  await expect(inbox.radio('Which?', 'Alpha')).not.toBeChecked();
  await expect(inbox.send('Which?')).toBeDisabled();
});
