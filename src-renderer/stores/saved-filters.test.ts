import { describe, expect, it } from 'vitest';
import type { AppState } from '#shared/inbox/app-state';
import { SavedFilters } from '#shared/inbox/saved-filter';
import { defaultSettings, type Settings } from '#shared/inbox/settings';
import { ok } from '#shared/result';
import { anAppState } from '../testing/builders.ts';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createFakeFrames } from '../testing/fake-frames.ts';
import { createStores } from './stores.ts';

async function setUp(savedFilters: Settings['savedFilters'] = []) {
  const fake = createFakeBridge();
  const frames = createFakeFrames();
  const clock = createFakeClock();
  let app: AppState = anAppState({ settings: { ...defaultSettings, savedFilters } });
  fake.answer('app:read', () => ok(app));
  fake.answer('app:change-settings', (change) => {
    app = { ...app, settings: { ...app.settings, ...change } as Settings };
    return ok(undefined);
  });
  fake.answer('inbox:order', () => ok({ keys: [], times: [] }));
  fake.answer('inbox:read-missed', () => ok([]));
  fake.answer('inbox:count', ({ searches }) => ok(searches.map((_, n) => ({ count: n + 1, isMore: false }))));
  const stores = createStores({
    bridge: fake.bridge,
    clock,
    nextFrame: frames.nextFrame,
    isHidden: () => false,
    setTimer: () => 0,
    clearTimer: () => {},
    layout: 'wide',
  });
  stores.start();
  await settle();
  return { fake, frames, clock, stores, kept: () => app.settings.savedFilters };
}

const costly = { id: 'filter-1', name: 'Costly', view: 'inbox', search: 'flag:"costly"' } as const;

describe('a filter that is kept', () => {
  it('is what the list shows now, under a name, among the settings', async () => {
    const { stores, kept } = await setUp();
    expect(stores.savedFilters.canSave('inbox')).toBe(false);
    stores.lists.inbox.search(' flag:"costly" ');
    expect(stores.savedFilters.canSave('inbox')).toBe(true);
    await stores.savedFilters.save(' Costly ', 'inbox');
    expect(kept()).toEqual([costly]);
    stores.lists.inbox.search('flag:"destructive"');
    await stores.savedFilters.save('Costly', 'inbox');
    expect(kept().map(({ search }) => search)).toEqual(['flag:"destructive"']);
  });

  it('needs a name and something to keep', async () => {
    const { stores, kept } = await setUp();
    await stores.savedFilters.save('Nothing', 'inbox');
    stores.lists.inbox.search('x');
    await stores.savedFilters.save('  ', 'inbox');
    expect(kept()).toEqual([]);
  });

  it('is renamed and deleted', async () => {
    const { stores, kept } = await setUp([costly]);
    await stores.savedFilters.rename('filter-1', 'Expensive');
    expect(kept()).toEqual([{ ...costly, name: 'Expensive' }]);
    await stores.savedFilters.rename('filter-1', ' ');
    expect(kept()[0]?.name).toBe('Expensive');
    await stores.savedFilters.remove('filter-1');
    expect(kept()).toEqual([]);
  });

  it('is shown, and once more everything again', async () => {
    const { stores } = await setUp([{ ...costly, view: 'history' }]);
    stores.savedFilters.use('filter-1');
    expect(stores.route.store.getState().view).toBe('history');
    expect(stores.lists.history.store.getState().search).toBe('flag:"costly"');
    stores.savedFilters.use('filter-1');
    expect(stores.lists.history.store.getState().search).toBe('');
  });

  it('is counted at the start and as things change, at most once a second', async () => {
    const { fake, clock, stores } = await setUp([costly]);
    expect(stores.savedFilters.store.getState().counts).toEqual(new Map([['filter-1', { count: 1, isMore: false }]]));
    for (let n = 0; n < 5; n++) await fake.emit('inbox:changed', { keys: null });
    clock.advance(999);
    expect(fake.callsOf('inbox:count')).toHaveLength(1);
    clock.advance(1);
    expect(fake.callsOf('inbox:count')).toHaveLength(2);
  });

  it('is refused in a file where it makes no sense', () => {
    for (const junk of [
      [{ ...costly, name: ' ' }],
      [{ ...costly, search: '' }],
      [{ ...costly, view: 'trash' }],
      [costly, costly],
    ]) {
      expect(SavedFilters.safeParse(junk).success).toBe(false);
    }
  });
});
