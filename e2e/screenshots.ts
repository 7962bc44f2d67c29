import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#shared/words/language';
import { speak } from '#shared/words/words';
import { Agent, aQuestion, inSeconds } from './rig/agent.ts';
import { answers } from './rig/answers.ts';
import { attachments, sampleText } from './rig/evidence-of-all-kinds.ts';
import { projectRoot } from './rig/project.ts';
import type { RunningApp } from './rig/running-app.ts';
import { expect, test } from './rig/test.ts';
import { walkEverywhere } from './rig/walk.ts';
import { WebhookReceiver } from './rig/webhook-receiver.ts';
import { setWidth } from './rig/windows.ts';

const forReadme = join(projectRoot, 'docs', 'images');
const forEyes = join(projectRoot, 'screenshots');

/** What a morning looks like: a few services, a few deadlines. */
const morning: { service: string; minutesAgo: number; question: Record<string, unknown> }[] = [
  {
    service: 'Night Watch',
    minutesAgo: 26,
    question: aQuestion(
      'Disk at 91 % on db-3. Grow the volume?',
      [
        { id: 'grow', label: 'Grow it', response_type: 'simple', flags: ['costly'] },
        {
          id: 'by',
          label: 'By how much?',
          response_type: 'number',
          constraints: { min: 10, max: 500, step: 10, unit: 'GB' },
        },
      ],
      { context: { description: 'At this rate it is full in about **three days**.', project: 'infra' } },
    ),
  },
  {
    service: 'Release Bot',
    minutesAgo: 64,
    question: aQuestion('Who should get the release notes?', [answers[3]?.action ?? {}], {
      context: { description: '', project: 'mobile-app' },
    }),
  },
  {
    service: 'Coding Agent',
    minutesAgo: 9,
    question: aQuestion('Which auth library should I use?', [{ id: 'lib', label: 'Tell me', response_type: 'text' }], {
      context: { description: 'Both are installed.', project: 'storefront' },
    }),
  },
  {
    service: 'Data Analytics',
    minutesAgo: 5,
    question: aQuestion(
      'Run the customer query now?',
      [
        { id: 'approve', label: 'Approve Query', response_type: 'simple' },
        { id: 'deny', label: 'Deny', response_type: 'text', constraints: { min_length: 3 } },
        { id: 'later', label: 'Schedule for later', response_type: 'datetime' },
      ],
      {
        deadline: inSeconds(38 * 60),
        context: { description: 'It reads all customer records and may take 30 minutes.', project: 'warehouse' },
      },
    ),
  },
  {
    service: 'Release Bot',
    minutesAgo: 2,
    question: aQuestion(
      'Roll out 2.1.0 to production?',
      [
        { id: 'go', label: 'Roll out to everyone', response_type: 'simple', flags: ['irreversible', 'affects_others'] },
        {
          id: 'part',
          label: 'Partial rollout',
          response_type: 'scale',
          constraints: { min: 10, max: 50, step: 10, min_label: 'a few', max_label: 'half' },
        },
        { id: 'hold', label: 'Hold back', response_type: 'text', constraints: { min_length: 3, max_length: 500 } },
      ],
      {
        deadline: inSeconds(4 * 60 + 15),
        context: {
          project: 'backend-api',
          description:
            'All **214** checks are green. Two migrations will run; the second one drops `orders_legacy`.\n\n- Error rate on staging: 0.02 %\n- Last rollout: three days ago',
          metadata: { build: 118, branch: 'release/2.1', commits: 31, estimated_minutes: 12 },
          attachments: [
            {
              type: 'text/plain',
              description: 'Migration 0042',
              data: Buffer.from('ALTER TABLE orders ADD COLUMN region text;\nDROP TABLE orders_legacy;\n').toString(
                'base64',
              ),
            },
          ],
        },
      },
    ),
  },
];

for (const theme of ['light', 'dark'] as const) {
  test(`pictures, ${theme}`, async ({ startApp }) => {
    mkdirSync(forReadme, { recursive: true });
    mkdirSync(forEyes, { recursive: true });
    const receiver = await WebhookReceiver.start();
    const first = await startApp({ settings: { theme } });
    await first.localServer();
    await resize(first, 1320);
    await shoot(first, `${theme}-first-start`);
    await first.quit();

    const app = await startApp({ settings: { theme, takeBackSeconds: 60, welcomeDone: true } });
    await app.live();
    const agents = new Map<string, Agent>();
    for (const { service, minutesAgo, question } of morning) {
      const agent = agents.get(service) ?? (await register(app, service, receiver.url));
      agents.set(service, agent);
      await agent.ask({ ...question, timestamp: inSeconds(-60 * minutesAgo).toISOString() });
    }
    const { inbox } = app;
    await inbox.expectRows(morning.length);
    await resize(app, 1320);
    await inbox.open('Roll out 2.1.0');
    await inbox.button('Partial rollout').click();
    await inbox.slider('Partial rollout').press('End');
    await inbox.slider('Partial rollout').press('ArrowLeft');
    await app.page.screenshot({ path: join(forReadme, `inbox-${theme}.png`) });
    await shoot(app, `${theme}-inbox`);

    await inbox.button('Roll out to everyone').click();
    await expect(inbox.confirmation).toBeVisible();
    await shoot(app, `${theme}-confirmation`);
    await app.page.keyboard.press('Escape');
    for (const width of [960, 700, 400]) {
      await resize(app, width);
      await shoot(app, `${theme}-width-${width}`);
    }
    await resize(app, 1320);
    const [agent] = agents.values();
    for (const { type, action } of answers) {
      await agent?.ask(aQuestion(`Sample of ${type}`, [action]));
      await inbox.open(`Sample of ${type}`);
      await shoot(app, `${theme}-control-${type}`);
    }
    await inbox.open('Sample of number');
    await inbox.spinbutton('Set the threshold').fill('0.37');
    await shoot(app, `${theme}-control-number-refused`);
    await inbox.open('Sample of simple');
    await inbox.button('Ship it').click();
    await expect(inbox.undo).toBeVisible();
    await shoot(app, `${theme}-take-back`);
    await app.change({ takeBackSeconds: 0 });
    await inbox.undo.click();
    await inbox.open('Sample of simple');
    await inbox.button('Ship it').click();
    await expect(inbox.row('Sample of simple')).toHaveCount(0);
    await inbox.open('Which auth library');
    await app.page.keyboard.press('s');
    await inbox.open('Run the customer query');
    await app.page.keyboard.press('h');
    await expect(app.page.getByRole('dialog', { name: 'Snooze until' })).toBeVisible();
    await shoot(app, `${theme}-snooze`);
    await app.page.keyboard.press('1');
    await expect(inbox.row('Run the customer query')).toHaveCount(0);
    await shoot(app, `${theme}-snoozed-and-pinned`);
    await inbox.goTo('Snoozed');
    await app.page.getByRole('option', { name: /^Run the customer query/ }).click();
    await shoot(app, `${theme}-snoozed`);
    await inbox.goTo('Inbox');
    await setVisible(app, false);
    for (const title of ['Merge the hotfix?', 'Restart the staging cluster?']) {
      const id = await agent?.ask(aQuestion(title));
      if (id) await agent?.withdraw(id, 'Superseded by a newer question');
    }
    await expect(inbox.button('Show')).toBeVisible();
    await setVisible(app, true);
    await shoot(app, `${theme}-away`);
    await inbox.button('Show').click();
    await expect(inbox.button('Hide')).toBeVisible();
    await shoot(app, `${theme}-away-list`);
    await inbox.button('Dismiss').last().click();
    const context = {
      project: 'warehouse',
      description: sampleText,
      attachments,
      metadata: { build: 118, commits: 31 },
    };
    await agent?.ask(aQuestion('Is this rollout right?', undefined, { context }));
    await inbox.open('Is this rollout right?');
    await expect(app.page.locator('[data-tone="comment"]')).toHaveCount(3);
    for (const width of [1320, 700, 400]) await shootEvidence(app, theme, width);
    await resize(app, 1320);
    await app.page.getByRole('button', { name: 'Enlarge: A chart' }).click();
    await shoot(app, `${theme}-picture`);
    await app.page.keyboard.press('Escape');
    const range = { min: 0, max: 1_000_000, step: 1, min_label: 'nothing', max_label: 'everything' };
    const rows = { id: 'rows', label: 'How many rows?', response_type: 'scale', constraints: range };
    await agent?.ask(aQuestion('A long scale', [rows]));
    await inbox.open('A long scale');
    await inbox.slider('How many rows?').press('PageUp');
    await inbox.slider('How many rows?').press('PageUp');
    await shoot(app, `${theme}-control-long-scale`);
    await inbox.goTo('History');
    await inbox.text('Sample of simple').click();
    await shoot(app, `${theme}-history`);
    await inbox.goTo('Settings');
    await shoot(app, `${theme}-settings`);
    await inbox.button('Erase everything…').click();
    await expect(inbox.confirmation).toBeVisible();
    await shoot(app, `${theme}-settings-erase`);
    await app.page.keyboard.press('Escape');
    await inbox.button('Show licences').click();
    await expect(inbox.text(/\d{2,} packages/)).toBeVisible();
    await shoot(app, `${theme}-settings-about`);
    await resize(app, 400);
    await shoot(app, `${theme}-settings-narrow`);
    await resize(app, 1320);
    await app.change({ density: 'compact' });
    await inbox.goTo('Inbox');
    await shoot(app, `${theme}-inbox-compact`);
    await app.quit();
    await receiver.stop();
  });
}

/** Every screen in German, and mirrored: where longer words do not fit, and what still points the wrong way. */
const otherwise: { language: Language; locale: string; theme: 'light' | 'dark' }[] = [
  { language: 'de', locale: 'de', theme: 'light' },
  { language: 'de', locale: 'de', theme: 'dark' },
  { language: 'pseudo-rtl', locale: 'he', theme: 'light' },
];
for (const { language, locale, theme } of otherwise) {
  test(`pictures, ${language}, ${theme}`, async ({ startApp, desktop }) => {
    mkdirSync(forEyes, { recursive: true });
    speak({ language, locale });
    const app = await startApp({ env: { TRIAGE_LANGUAGE: language }, settings: { theme } });
    await walkEverywhere(app, desktop, async (page, where) => {
      await page.screenshot({ path: join(forEyes, `${language}-${theme}-${where.replaceAll(/\W+/g, '-')}.png`) });
    });
    speak({ language: 'en', locale: 'en' });
  });
}

async function shoot(app: RunningApp, name: string): Promise<void> {
  await app.page.screenshot({ path: join(forEyes, `${name}.png`) });
}

async function setVisible(app: RunningApp, isVisible: boolean): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, visible) => {
    const [window] = BrowserWindow.getAllWindows();
    if (visible) window?.show();
    else window?.hide();
  }, isVisible);
}

/** A long page, as many windows of it as it takes. */
async function shootEvidence(app: RunningApp, theme: string, width: number): Promise<void> {
  await resize(app, width);
  const scroller = app.page.locator('article > div').last();
  for (let part = 0; part < 5; part++) {
    await scroller.evaluate((element, at) => element.scrollTo(0, at * (element.clientHeight - 40)), part);
    await shoot(app, `${theme}-evidence-${width}-${part + 1}`);
  }
}

async function resize(app: RunningApp, width: number): Promise<void> {
  await setWidth(app.electron, width);
  await expect.poll(() => app.page.evaluate(() => window.innerWidth)).toBe(width);
}

/** Registers a service with the app's own server, as Settings does, and returns the script that asks with its key. */
async function register(app: RunningApp, name: string, callbackUrl: string): Promise<Agent> {
  const { url } = await app.localServer();
  const request = { name, description: '', callbackUrl, signatureScheme: 'plain' as const };
  const reply = await app.page.evaluate((args) => window.triage.call('services:register', args), request);
  if (!reply.ok) throw new Error(reply.error.message);
  return new Agent(url, reply.value.api_key);
}
