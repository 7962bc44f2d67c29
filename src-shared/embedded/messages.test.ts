import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FromEmbeddedServer, LocalServerFile, ToEmbeddedServer } from './messages.ts';

describe('what the app and its server say to each other', () => {
  const token = 't'.repeat(32);

  it('a start carries the folder and two tokens that cannot be guessed', () => {
    const start = { type: 'start', dataDir: '/data', userToken: token, adminToken: token };
    expect(ToEmbeddedServer.safeParse(start).success).toBe(true);
    expect(ToEmbeddedServer.safeParse({ ...start, userToken: 'short' }).success).toBe(false);
    expect(ToEmbeddedServer.safeParse({ ...start, dataDir: '' }).success).toBe(false);
  });

  it('anything else is refused without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (junk) => {
        expect(ToEmbeddedServer.safeParse(junk).success).toBe(false);
        expect(FromEmbeddedServer.safeParse(junk).success).toBe(false);
        expect(LocalServerFile.safeParse(junk).success).toBe(false);
      }),
    );
  });
});
