import { describe, expect, it } from 'vitest';
import { lookAlike } from './look-alike.ts';

const others = [
  { id: 'rb', name: 'Release Bot' },
  { id: 'cc', name: 'Claude Code' },
];

describe('a look-alike', () => {
  it.each(['Release Bot', 'release  bot', 'Re1ease Bot', 'Rеlease Воt', 'Release​Bot', 'Reℓease Bot', 'RELEASE-BOT'])(
    '%j is marked',
    (name) => {
      expect(lookAlike({ id: 'other', name }, others)?.id).toBe('rb');
    },
  );

  it('is never the service itself, and no other name', () => {
    expect(lookAlike({ id: 'rb', name: 'Release Bot' }, others)).toBeUndefined();
    expect(lookAlike({ id: 'x', name: 'Release Bots' }, others)).toBeUndefined();
    expect(lookAlike({ id: 'x', name: '' }, [{ id: 'y', name: '' }])).toBeUndefined();
  });
});
