import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestAuthority } from '#main/network/testing/certificates';
import { TestProxy } from '#main/network/testing/test-proxy';
import { aQuestion } from '../rig/agent.ts';
import { NetworkProxy } from '../rig/network-proxy.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { expect, test } from '../rig/test.ts';

const server = 'https://triage.test';

/** What the app says about its connection to the far server. */
function connection(app: RunningApp) {
  return app.page.evaluate(async () => {
    const state = await window.triage.call('app:read');
    return state.ok ? state.value.accounts.find(({ url }) => url === 'https://triage.test')?.connection : undefined;
  });
}

test('the session’s proxy and a private authority count for the stream and for answers alike', async ({
  startApp,
  folder,
  loneServer,
  receiver,
}) => {
  const authority = new TestAuthority();
  const front = await NetworkProxy.before(loneServer.url, authority.issue(['triage.test']));
  // Only the proxy knows where the name leads: what went around it would not arrive.
  const proxy = await TestProxy.http({ hosts: { 'triage.test:443': Number(new URL(front.url).port) } });
  const app = await startApp({ args: [`--proxy-server=${proxy.address}`], env: loneServer.env(server) });

  await expect
    .poll(async () => (await connection(app)) ?? {})
    .toMatchObject({
      state: 'offline',
      why: expect.stringContaining('comes from an authority that this computer does not know'),
    });
  expect(proxy.seen).toContain('CONNECT triage.test:443');
  expect(front.seen).toEqual([]);

  const certificateFile = join(folder.home, 'authority.pem');
  writeFileSync(certificateFile, authority.cert);
  await app.change({ takeBackSeconds: 0 });
  await app.inbox.goTo('Settings');
  await app.inbox.textbox('Certificate file').fill(certificateFile);
  await app.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(app.inbox.text(/^Saved\. Connections that failed/)).toBeVisible();
  await app.live();
  const agent = await loneServer.register('Release Bot', receiver);
  const id = await agent.ask(aQuestion('Through the proxy?', [{ id: 'yes', label: 'Yes', response_type: 'simple' }]));
  await app.inbox.goTo('Inbox');
  await app.inbox.open('Through the proxy?');
  await app.page.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect.poll(() => receiver.about(id).length).toBe(1);
  expect(front.seen.some((line) => line.startsWith('UPGRADE /api/v1/client/stream'))).toBe(true);
  expect(front.seen.some((line) => line.startsWith('GET /api/v1/client/notifications'))).toBe(true);
  expect(front.answersSeen()).toBe(1);

  await proxy.stop();
  await expect
    .poll(async () => (await connection(app)) ?? {})
    .toMatchObject({
      state: 'offline',
      why: `The proxy ${proxy.address} of this network cannot be reached: nothing listens there.`,
    });
  await app.quit();
  await front.stop();
});

test('the file of TRIAGE_CA_FILE is trusted', async ({ startApp, folder, loneServer }) => {
  const authority = new TestAuthority();
  const front = await NetworkProxy.before(loneServer.url, authority.issue(['127.0.0.1']));
  const file = join(folder.home, 'authority.pem');
  writeFileSync(file, authority.cert);
  const app = await startApp({ env: { ...loneServer.env(front.url), TRIAGE_CA_FILE: file } });
  await app.live();
  expect(front.seen.some((line) => line.startsWith('UPGRADE '))).toBe(true);
  await app.quit();
  await front.stop();
});
