import { randomBytes } from 'node:crypto';
import { aQuestion } from '../rig/agent.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { delivered, type ScriptedServer } from '../rig/scripted-server.ts';
import { expect, test } from '../rig/test.ts';

const frame = (type: unknown, data: unknown) => JSON.stringify({ type, data });

/** What a broken, old, new or hostile server may put on the stream. */
const badFrames: (string | Buffer)[] = [
  '',
  ' ',
  'null',
  '[]',
  '42',
  '"text"',
  '{',
  '{"type":',
  '<html><body>502 Bad Gateway</body></html>',
  '{"type":"notification"}',
  frame('notification', null),
  frame('notification', []),
  frame('notification', {}),
  frame('notification', { id: 7 }),
  frame('notification', { id: '' }),
  frame('notification', { id: 'x'.repeat(10_000) }),
  frame('notification', { id: 'only-an-id' }),
  frame('notification', { id: 'wrong-types', context: 'a string', actions: 'none', service: 5, deadline: {} }),
  frame('notification', { id: 'junk-actions', context: { title: 'Junk' }, actions: [null, 1, {}, { id: 3 }, []] }),
  frame('notification', {
    id: 'endless-scale',
    context: { title: 'Scale' },
    actions: [{ id: 's', label: 'S', response_type: 'scale', constraints: { min: -1e308, max: 1e308 } }],
  }),
  frame('notification', { ...aQuestion('Version two'), version: '2.0' }),
  frame('notification', { id: 'proto', ['__proto__']: { polluted: true }, context: { title: 'P' }, actions: [] }),
  '{"type":"notification","data":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}',
  frame('status_update', {}),
  frame('status_update', { notification_id: 'nobody', status: 'completed', timestamp: new Date().toISOString() }),
  frame('status_update', { notification_id: 'only-an-id', status: 'melted', timestamp: 'yesterday' }),
  frame('heartbeat', { timestamp: 'not a time' }),
  '{"type":"heartbeat"}',
  frame('error', { code: 'WHAT_IS_THIS', message: 5 }),
  frame('brand_new_type', { anything: true }),
  frame(5, {}),
  `{"type":"notification","data":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  frame('notification', { id: 'huge', context: { title: 'H'.repeat(200_000), description: 'd'.repeat(300_000) } }),
  Buffer.from([0xff, 0xfe, 0x00, 0x80]),
  randomBytes(4096),
];

test('bad frames and bad JSON on the stream leave the app usable', async ({ startApp, scripted }) => {
  const app = await startApp({ env: scripted.env(), settings: { takeBackSeconds: 0 } });
  await app.live();
  for (const bad of badFrames) scripted.push(bad);
  await proveUsable(app, scripted, 'Still there after bad frames?');
  const polluted = await app.electron.evaluate(() => 'polluted' in {});
  expect(polluted).toBe(false);
});

test('a frame above the limit of the protocol costs at most a reconnect', async ({ startApp, scripted }) => {
  const app = await startApp({ env: scripted.env(), settings: { takeBackSeconds: 0 } });
  await app.live();
  scripted.push(frame('notification', { id: 'too-big', context: { title: 'T', description: 'x'.repeat(3_000_000) } }));
  scripted.streams.at(-1)?.close(4400, 'malformed');
  await expect
    .poll(() => scripted.streams.filter((one) => one.readyState === one.OPEN).length, { timeout: 18_000 })
    .toBe(1);
  await proveUsable(app, scripted, 'Still there after a giant?');
});

test('a list full of junk shows what can be shown', async ({ startApp, scripted }) => {
  const good = delivered(aQuestion('The only good one?'));
  scripted.one.set(String(good.id), good);
  scripted.list = {
    notifications: [null, 3, 'x', [], {}, { id: null }, { id: 'bare' }, good, { id: 'odd', status: 'melted' }],
    pagination: { has_more: false, next_cursor: null },
  };
  const app = await startApp({ env: scripted.env(), settings: { takeBackSeconds: 0 } });
  await app.inbox.open('The only good one?');
  await app.inbox.button('Fine by me').click();
  await expect.poll(() => scripted.answers.map((one) => one.body.notification_id)).toEqual([good.id]);
});

test('a server that replies with HTML to the list is said to be out of reach, and the app goes on', async ({
  startApp,
  scripted,
}) => {
  scripted.list = '<html><body>Welcome to the hotel. Please log in.</body></html>';
  const app = await startApp({ env: scripted.env() });
  await expect(app.inbox.text(/offline|cannot be reached|retry|no connection|reconnect/i)).toBeVisible();
  const local = await app.localAgent();
  await local.ask(aQuestion('Does the local server still work?'));
  await expect(app.inbox.row('Does the local server still work?')).toBeVisible();
});

async function proveUsable(app: RunningApp, scripted: ScriptedServer, title: string): Promise<void> {
  const good = delivered(aQuestion(title));
  scripted.notify(good);
  await app.inbox.open(title);
  await app.inbox.button('Fine by me').click();
  await expect.poll(() => scripted.answers.map((one) => one.body.notification_id)).toEqual([good.id]);
}
