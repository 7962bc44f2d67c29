import { expect, it } from 'vitest';
import { ok } from '#shared/result';
import { aKey } from '../testing/builders.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { createFakeFrames } from '../testing/fake-frames.ts';
import { createSnippetStore } from './snippets.ts';

const [a, b] = [aKey('a'), aKey('b')];

function setUp() {
  const fake = createFakeBridge();
  const frames = createFakeFrames();
  const snippets = createSnippetStore({ bridge: fake.bridge, nextFrame: frames.nextFrame });
  fake.hold('inbox:snippets');
  snippets.start();
  return { fake, frames, snippets, texts: () => Object.fromEntries(snippets.store.getState().texts) };
}

it('reads the lines of the rows that are drawn, each once for a search', async () => {
  const { fake, frames, snippets, texts } = setUp();
  snippets.want('ledger', [a]);
  await frames.paint();
  expect(fake.next('inbox:snippets').args).toEqual({ search: 'ledger', keys: [a] });
  await fake.next('inbox:snippets').reply(ok([{ key: a, text: 'the ledger' }]));
  expect(texts()).toEqual({ [a]: 'the ledger' });
  snippets.want('ledger', [a, b]);
  await frames.paint();
  expect(fake.next('inbox:snippets').args).toEqual({ search: 'ledger', keys: [b] });
});

it('drops what belongs to another search, and reads nothing without one', async () => {
  const { fake, frames, snippets, texts } = setUp();
  snippets.want('led', [a]);
  await frames.paint();
  const old = fake.next('inbox:snippets');
  snippets.want('ledger', [a]);
  await old.reply(ok([{ key: a, text: 'a LED' }]));
  expect(texts()).toEqual({});
  snippets.want('', [a, b]);
  await frames.paint();
  expect(fake.callsOf('inbox:snippets')).toHaveLength(1);
});

it('reads an item anew that changed', async () => {
  const { fake, frames, snippets } = setUp();
  snippets.want('ledger', [a]);
  await frames.paint();
  await fake.next('inbox:snippets').reply(ok([]));
  await fake.emit('inbox:changed', { keys: [a] });
  snippets.want('ledger', [a]);
  await frames.paint();
  expect(fake.callsOf('inbox:snippets')).toHaveLength(2);
});
