import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aQuestion } from '../rig/agent.ts';
import { corpus } from '../rig/hostile/corpus.ts';
import type { Payload } from '../rig/hostile/payload.ts';
import { busyTime, walkThrough } from '../rig/hostile/walk.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { delivered, type ScriptedServer } from '../rig/scripted-server.ts';
import { expect, test } from '../rig/test.ts';
import { windowCount } from '../rig/windows.ts';

const longestBlockMs = 50;

test('nothing that an agent writes runs, loads, navigates, opens a window or blocks the page', async ({
  startApp,
  scripted,
}) => {
  test.setTimeout(180_000);
  const canary = await startCanary();
  const app = await startApp({
    env: scripted.env(),
    // Frames come as fast as they are drawn: the walk takes no longer than the work it makes.
    args: ['--disable-frame-rate-limit', '--disable-gpu-vsync'],
    settings: { takeBackSeconds: 0 },
  });
  const { inbox, page } = app;
  const home = page.url();
  page.on('dialog', (dialog) => app.watch.problems.push(`dialog: ${dialog.message()}`));
  await rememberOpenedOutside(app);
  await app.live();
  corpus.forEach((payload, place) => {
    scripted.notify(asked(payload, place, canary.url));
  });
  await expect.poll(() => countOpen(app), { timeout: 30_000 }).toBe(corpus.length);
  await inbox.expectRow('#0');

  // The same fields each time: what can be pressed there is tried with one text in four.
  const glance = corpus.flatMap(({ isInEveryField }, place) => (isInEveryField && place % 4 !== 0 ? [place] : []));
  const steps = await walkThrough(page, corpus.length, glance);

  expect(steps.length).toBeGreaterThanOrEqual(300);
  const slow: string[] = [];
  for (const { place } of steps.filter((step) => step.blockedMs > longestBlockMs)) {
    const ms = Math.min(await busyTime(page, place), await busyTime(page, place));
    if (ms > longestBlockMs) slow.push(`${ms} ms: ${corpus[place]?.name}`);
  }
  expect.soft(slow, 'blocked the page for too long').toEqual([]);
  withdrawInHostileWords(scripted, corpus.slice(0, 40), canary.url);
  await inbox.goTo('History');
  await expect(page.getByRole('listbox', { name: 'History' }).getByRole('option').first()).toBeVisible();
  for (let place = 0; place < 40; place++) await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1, name: /^#/ })).toBeVisible();

  expect(await page.evaluate(() => 'pwned' in window || 'pwned' in {})).toBe(false);
  expect(page.url().split('#')[0]).toBe(home.split('#')[0]);
  expect(await windowCount(app.electron)).toBe(1);
  expect(page.frames()).toHaveLength(1);
  expect(await openedOutside(app)).toEqual([]);
  expect(canary.visits).toEqual([]);
  await canary.stop();
});

test('a link in a description shows its host and opens outside only after a yes', async ({ app }) => {
  const agent = await app.localAgent();
  await rememberOpenedOutside(app);
  const description = 'See [your bank](https://evil.example/login?x=1) and [bad](javascript:alert(1)).';
  await agent.ask(aQuestion('Follow the link?', undefined, { context: { description } }));
  await app.inbox.open('Follow the link?');
  await app.page.getByText('your bank').click();
  await expect(app.page.getByRole('alertdialog').or(app.page.getByRole('dialog'))).toContainText('evil.example');
  expect(await openedOutside(app)).toEqual([]);
  await app.page.keyboard.press('Escape');
  expect(await openedOutside(app)).toEqual([]);
  await app.page.getByText('your bank').click();
  const dialog = app.page.getByRole('alertdialog').or(app.page.getByRole('dialog'));
  await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect.poll(() => openedOutside(app)).toEqual(['https://evil.example/login?x=1']);
});

/** The question of a payload as a server delivers it; its title tells its place, its time keeps it there. */
function asked({ context, actions }: Payload, place: number, canary: string): Record<string, unknown> {
  const title = `#${place} ${String(context.title ?? '')}`;
  const question = aQuestion('', actions, { context: { description: '', ...context, title } });
  // Now and then the service is one that nobody knows, and lies in its name and icon too.
  const liar = { service: { id: `liar-${place}`, name: String(context.title ?? ''), icon: '{canary}/icon.png' } };
  const whole = {
    ...delivered(question),
    ...(place % 10 === 0 ? liar : {}),
    timestamp: new Date(Date.now() - 3_600_000 + place * 1_000).toISOString(),
  };
  return withCanary(whole, canary) as Record<string, unknown>;
}

/** Ends the first questions for reasons that are payloads themselves. */
function withdrawInHostileWords(scripted: ScriptedServer, payloads: readonly Payload[], canary: string): void {
  const ids = [...scripted.one.keys()];
  for (const [place, { context }] of payloads.entries()) {
    const data = {
      notification_id: ids[place],
      status: 'invalidated',
      reason: withCanary(context.description, canary),
      timestamp: new Date().toISOString(),
    };
    scripted.push(JSON.stringify({ type: 'status_update', data }));
  }
}

/** Puts the canary's address in, into Base64 too. */
function withCanary(value: unknown, canary: string): unknown {
  if (typeof value === 'string') return value.replaceAll('{canary}', canary);
  if (Array.isArray(value)) return value.map((one) => withCanary(one, canary));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => {
    if (name !== 'data' || typeof one !== 'string') return [name, withCanary(one, canary)];
    const text = Buffer.from(one, 'base64').toString('latin1');
    if (!text.includes('{canary}')) return [name, one];
    return [name, Buffer.from(text.replaceAll('{canary}', canary), 'latin1').toString('base64')];
  });
  return Object.fromEntries(entries);
}

function countOpen(app: RunningApp): Promise<number> {
  return app.page.evaluate(async () => {
    const state = await window.triage.call('app:read');
    return state.ok ? state.value.counts.open : -1;
  });
}

/** Stands in for the system's browser in the main process of this run, so that a test can see what would be opened. */
async function rememberOpenedOutside(app: RunningApp): Promise<void> {
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedOutside: opened });
    shell.openExternal = async (url: string) => void opened.push(url);
  });
}

function openedOutside(app: RunningApp): Promise<string[]> {
  return app.electron.evaluate(() => (globalThis as unknown as { openedOutside: string[] }).openedOutside);
}

async function startCanary(): Promise<{ url: string; visits: string[]; stop(): Promise<void> }> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, visits, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
