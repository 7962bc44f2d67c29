import { describe, expect, it } from 'vitest';
import { fail, ok } from '#shared/result';
import { anAppState } from '../testing/builders.ts';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createAppStore } from './app.ts';

const notSaved = fail({ code: 'settings/not-saved', message: 'The disk is full.' } as const);

async function setUp() {
  const fake = createFakeBridge();
  fake.answer('app:read', () => ok(anAppState()));
  const app = createAppStore(fake.bridge);
  await app.start();
  const theme = () => app.store.getState().app?.settings.theme;
  return { fake, app, theme };
}

describe('the state of the app', () => {
  it('is read at the start and follows what the main process tells', async () => {
    const { fake, app } = await setUp();
    await fake.emit('app:changed', anAppState({ counts: { open: 3, dueSoon: 1, snoozed: 0, history: 0 } }));
    expect(app.store.getState().app?.counts.open).toBe(3);
  });

  it('does not go back to a reading that is older than what was told meanwhile', async () => {
    const fake = createFakeBridge();
    fake.hold('app:read');
    const app = createAppStore(fake.bridge);
    const started = app.start();
    await fake.emit('app:changed', anAppState({ version: 'new' }));
    await fake.next('app:read').reply(ok(anAppState({ version: 'old' })));
    await started;
    expect(app.store.getState().app?.version).toBe('new');
  });

  it('says why it could not be read, until it could', async () => {
    const fake = createFakeBridge();
    fake.answer('app:read', () => fail({ code: 'ipc/failed', message: 'no' }));
    const app = createAppStore(fake.bridge);
    await app.start();
    expect(app.store.getState().failure?.message).toBe('no');
    fake.answer('app:read', () => ok(anAppState()));
    await app.read();
    expect(app.store.getState()).toMatchObject({ failure: undefined, app: { version: '0.1.0' } });
  });
});

describe('a change of settings', () => {
  it('shows at once, and stays through messages that do not know it yet', async () => {
    const { fake, app, theme } = await setUp();
    fake.hold('app:change-settings');
    void app.changeSettings({ theme: 'dark' });
    await settle();
    expect(theme()).toBe('dark');
    await fake.emit('app:changed', anAppState());
    expect(theme()).toBe('dark');
    await fake.next('app:change-settings').reply(ok(undefined));
    expect(theme()).toBe('dark');
  });

  it('is taken back and said when it could not be saved', async () => {
    const { fake, app, theme } = await setUp();
    fake.answer('app:change-settings', () => notSaved);
    await app.changeSettings({ theme: 'dark' });
    expect(theme()).toBe('system');
    expect(app.store.getState().settingsFailure?.message).toBe('The disk is full.');
    fake.answer('app:change-settings', () => ok(undefined));
    await app.changeSettings({ theme: 'light' });
    expect(theme()).toBe('light');
    expect(app.store.getState().settingsFailure).toBeUndefined();
  });
});
