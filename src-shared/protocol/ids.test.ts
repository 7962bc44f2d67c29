import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUuidV4, NotificationId } from './ids.ts';

describe('ids (sections 4 and 10)', () => {
  it('knows a UUID v4, in either case', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 4 }), (id) => {
        expect(isUuidV4(id)).toBe(true);
        expect(isUuidV4(id.toUpperCase())).toBe(true);
        expect(isUuidV4(`${id}\n`)).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.uuid({ version: [1, 3, 5, 7] }), (id) => {
        expect(isUuidV4(id)).toBe(false);
      }),
    );
  });

  it('takes the ids of other servers as opaque strings', () => {
    expect(NotificationId.safeParse('ticket/42 é').success).toBe(true);
    expect(NotificationId.safeParse('').success).toBe(false);
    expect(NotificationId.safeParse(42).success).toBe(false);
  });
});
