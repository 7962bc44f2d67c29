import { ipcContract } from '#shared/ipc/contract';
import { aQuestion } from '../rig/agent.ts';
import { filesWith, readLocalServer } from '../rig/folder.ts';
import { processesUnder, startAsNormalUser } from '../rig/normal-user.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';

test('the page is sandboxed, isolated, and has nothing of Node but our bridge', async ({ app }) => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  const seen = await app.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron'].filter(
      (name) => name in window,
    ),
    bridge: Object.keys(window.triage).sort(),
    frozen: Object.isFrozen(window.triage),
  }));
  expect(seen).toEqual({ node: [], bridge: ['call', 'on'], frozen: true });
});

test('the small windows are held as tightly: sandbox, policy, no network, no way out', async ({ app, desktop }) => {
  const { tray, notifications } = desktop;
  const agent = await app.localAgent();
  const text = { id: 'why', label: 'Say why', response_type: 'text' };
  await agent.ask(aQuestion('In a small window?', [text]));
  notifications.pressLabelled(await eventually(() => notifications.visible('In a small window?')[0]), 'Reply…');
  const composer = await app.small('composer');
  await expect(composer.getByRole('textbox')).toBeVisible();
  await expect.poll(() => tray.count).toBe(1);
  await tray.activate();
  const popover = await app.small('popover');
  await expect(popover.getByRole('listbox')).toBeVisible();

  const preferences = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    }),
  );
  const held = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false };
  expect(preferences).toEqual([held, held, held]);

  app.watch.expect(/Content Security Policy|Failed to|Refused|Not allowed|net::|blocked|denied|evil\.example/i);
  for (const page of [composer, popover]) {
    const home = page.url();
    const seen = await page.evaluate(async () => {
      const violation = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.originalPolicy), { once: true });
      });
      const fetched = await fetch('https://evil.example/').then(
        () => true,
        () => false,
      );
      return {
        node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
        bridge: Object.keys(window.triage).sort(),
        opened: window.open('https://evil.example/') !== null,
        fetched,
        policy: await violation,
      };
    });
    expect(seen).toMatchObject({ node: [], bridge: ['call', 'on'], opened: false, fetched: false });
    expect(seen.policy).toMatch(/^default-src 'none';/);
    await page.evaluate(() => location.assign('https://evil.example/'));
    const urls = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
    );
    expect(urls).toContain(home);
    expect(urls).toHaveLength(3);
  }
});

test('a page that starts says nothing on the console and asks only our scheme', async ({ app }) => {
  const requested: string[] = [];
  app.page.on('request', (request) => requested.push(new URL(request.url()).protocol));
  await app.page.reload();
  await expect(app.inbox.view('Inbox')).toBeVisible();
  expect(new Set(requested)).toEqual(new Set(['triage-app:']));
});

test('the page comes from our scheme with a policy that starts from none', async ({ app }) => {
  expect(app.page.url()).not.toMatch(/^(file|https?):/);
  const policy = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const reply = await contents?.session.fetch(contents.getURL());
    return reply?.headers.get('content-security-policy');
  });
  expect(policy).toMatch(/^default-src 'none';/);

  app.watch.expect(/Content Security Policy|evil\.example/);

  const blocked = await app.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.originalPolicy), { once: true });
        const image = new Image();
        image.src = 'https://evil.example/pixel.png';
        document.body.append(image);
      }),
  );
  expect(blocked).toContain("default-src 'none'");
  expect(blocked).not.toContain('unsafe-inline');
  expect(blocked).not.toContain('unsafe-eval');
});

test('eval, inline script and workers from elsewhere are blocked', async ({ app }) => {
  app.watch.expect(/Content Security Policy|EvalError|Trusted|unsafe-eval/i);
  const ran = await app.page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const found: string[] = [];
        setTimeout(() => {
          const tries: Record<string, () => unknown> = {
            eval: () => Reflect.get(window, 'eval')('1'),
            function: () => new Function('return 1')(),
            script: () => {
              const script = document.createElement('script');
              script.text = 'window.inlineRan = true';
              document.head.append(script);
              if ('inlineRan' in window) return true;
              throw new Error('blocked');
            },
            worker: () => new Worker('data:text/javascript,1'),
          };
          for (const [name, run] of Object.entries(tries)) {
            try {
              run();
              found.push(name);
            } catch {
              // blocked, as it should be
            }
          }
          resolve(found);
        });
      }),
  );
  expect(ran).toEqual([]);
});

test('navigation, windows, frames and the network are denied to the page', async ({ app }) => {
  app.watch.expect(/Content Security Policy|Failed to|Refused|Not allowed|net::|blocked|denied|evil\.example/i);
  const { page } = app;
  const home = page.url();
  const outcome = await page.evaluate(async () => {
    const failed = async (run: () => Promise<unknown>) =>
      run().then(
        () => false,
        () => true,
      );
    const opened = window.open('https://evil.example/');
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.example/frame';
    document.body.append(frame);
    const anchor = document.createElement('a');
    anchor.href = 'https://evil.example/anchor';
    document.body.append(anchor);
    anchor.click();
    return {
      opened: opened !== null,
      fetch: await failed(() => fetch('https://evil.example/')),
      socket: await failed(
        () =>
          new Promise((resolve, reject) => {
            try {
              const socket = new WebSocket('wss://evil.example/');
              socket.onopen = resolve;
              socket.onerror = reject;
            } catch (error) {
              reject(error);
            }
          }),
      ),
    };
  });
  expect(outcome).toEqual({ opened: false, fetch: true, socket: true });
  for (const url of ['https://evil.example/', 'file:///etc/passwd', 'triage-app://inbox/other.html']) {
    await page.evaluate((to) => location.assign(to), url);
  }
  // Playwright waits for a navigation that never comes, so the rest is asked of the main process.
  const after = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().map((window) => window.webContents);
    const bridged: unknown = await contents[0]?.executeJavaScript('typeof window.triage.call');
    return { urls: contents.map((one) => one.getURL()), bridged };
  });
  expect(after).toEqual({ urls: [home], bridged: 'function' });
});

test('permissions are refused, asked or checked', async ({ app }) => {
  app.watch.expect(/Permissions policy violation/);
  const states = await app.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
    const states = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then((one) => one.state)),
    );
    const media = await navigator.mediaDevices?.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'refused',
    );
    const notification = await Notification.requestPermission();
    return { states: [...new Set(states)], media: media ?? 'refused', notification };
  });
  expect(states).toEqual({ states: ['denied'], media: 'refused', notification: 'denied' });
});

test('every channel refuses junk, an unknown one too, and nothing comes of it', async ({ app }) => {
  const agent = await app.localAgent();
  const id = await agent.ask(aQuestion('Still open after the junk?'));
  await expect(app.inbox.row('Still open after the junk?')).toBeVisible();
  const channels = Object.keys(ipcContract);
  const outcomes = await app.page.evaluate(async (names) => {
    const call = window.triage.call as unknown as (
      ...args: unknown[]
    ) => Promise<{ ok: boolean; error?: { code: string } }>;
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const junk: unknown[] = [
      7,
      'junk',
      null,
      true,
      [],
      [1, 2],
      { junk: true },
      { key: 5 },
      { key: '' },
      { key: '../../etc/passwd' },
      { key: 'a/b', index: -1 },
      { url: 5 },
      { url: 'javascript:alert(1)' },
      { url: 'file:///etc/passwd' },
      { keys: 'x' },
      { view: 'secrets', search: '' },
      { text: 5 },
      { theme: 'pink' },
      { takeBackSeconds: -1 },
      { key: 'local/x', revision: 1, actionId: null, data: null, confirmed: 'yes' },
      circular,
      Number.NaN,
    ];
    const wrong: string[] = [];
    for (const name of names) {
      for (const [index, args] of junk.entries()) {
        const result = await call(name, args).catch((error: Error) => ({
          ok: false,
          error: { code: `threw ${error.message}` },
        }));
        if (result.ok) wrong.push(`${name} took junk ${index}`);
      }
    }
    const unknown: string[] = [];
    for (const name of ['app:quit', '', '__proto__', 'constructor', 'toString', 5, null, {}]) {
      const result = await call(name).catch(() => ({ ok: false }));
      if (result.ok) unknown.push(String(name));
    }
    return { wrong, unknown };
  }, channels);
  expect(outcomes).toEqual({ wrong: [], unknown: [] });
  expect((await agent.status(id)).responded).toBe(false);
  await expect(app.inbox.row('Still open after the junk?')).toBeVisible();
});

test('no token, no key and no secret is in the page, in the log or in the stored files but its own', async ({
  startApp,
  loneServer,
  folder,
}) => {
  const app = await startApp({ env: loneServer.env() });
  await app.live();
  const { api_key, webhook_secret } = await app.localServer();
  const inPage = await app.page.evaluate(async () => {
    const state = await window.triage.call('app:read');
    return JSON.stringify(state) + document.documentElement.outerHTML + JSON.stringify({ ...localStorage });
  });
  await app.quit();
  for (const secret of [loneServer.userToken, api_key, webhook_secret]) {
    expect(inPage.includes(secret)).toBe(false);
    expect(app.log.includes(secret)).toBe(false);
  }
  expect(filesWith(folder.root, loneServer.userToken)).toEqual([]);
  expect(filesWith(folder.root, api_key)).toEqual([`${folder.data}/local-key`]);
});

test('for anyone but root the renderer runs in the sandbox of the kernel', async ({ desktop, folder }) => {
  const run = await startAsNormalUser(folder, desktop.env);
  await eventually(() => readLocalServer(folder));
  const renderers = () => processesUnder(run.pid).filter((one) => one.command.includes('--type=renderer'));
  const sandboxed = await eventually(() => renderers().find((one) => /^Seccomp:\s+2$/m.test(one.status)));
  expect(sandboxed.status).toMatch(/^NoNewPrivs:\s+1$/m);
  expect(await run.stop()).toBe(0);
});
