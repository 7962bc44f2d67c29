import { aQuestion } from '../rig/agent.ts';
import { delivered } from '../rig/scripted-server.ts';
import { expect, test } from '../rig/test.ts';

const revoked = { status: 401, body: { code: 'AUTH_INVALID_TOKEN', message: 'This token was revoked.' } };

test('a token that is refused while answers go out: all are kept, one banner asks, and a later run sends them (R14)', async ({
  startApp,
  scripted,
}) => {
  const titles = ['First?', 'Second?', 'Third?'];
  const first = await startApp({ env: scripted.env(), settings: { takeBackSeconds: 0 } });
  await first.live();
  for (let n = 0; n < 20; n++) scripted.nextReplies.push(revoked);
  for (const title of titles) {
    scripted.notify(delivered(aQuestion(title, [{ id: 'go', label: 'Go', response_type: 'simple' }])));
  }
  await first.inbox.expectRows(titles.length);
  for (const title of titles) {
    await first.inbox.open(title);
    await first.inbox.button('Go').click();
    await expect(first.inbox.text('Saved, waiting for the account’s token').first()).toBeVisible();
  }
  await expect(first.inbox.text('Its token is not valid any more.')).toHaveCount(1);
  expect(scripted.answers).toHaveLength(1);
  await first.quit();
  expect(scripted.answers).toHaveLength(1);

  scripted.nextReplies.length = 0;
  await startApp({ env: scripted.env() });
  await expect.poll(() => new Set(scripted.answers.map(({ key }) => key)).size).toBe(titles.length);
  expect(scripted.answers).toHaveLength(titles.length + 1);
});
