import { describe, expect, it } from 'vitest';
import { RespondRequest, StatusUpdate } from './response.ts';

describe('a submission (section 5.6)', () => {
  it('an absent answer is null', () => {
    expect(RespondRequest.parse({ notification_id: 'n', action_id: 'a' })).toEqual({
      notification_id: 'n',
      action_id: 'a',
      response_data: null,
    });
  });

  it.each([false, 0, '', []])('%o is an answer and stays one', (response_data) => {
    expect(RespondRequest.parse({ notification_id: 'n', action_id: 'a', response_data }).response_data).toEqual(
      response_data,
    );
  });

  it('needs both ids', () => {
    expect(RespondRequest.safeParse({ notification_id: 'n' }).success).toBe(false);
    expect(RespondRequest.safeParse({ action_id: 'a' }).success).toBe(false);
  });
});

describe('a status update (section 13.2)', () => {
  const update = { notification_id: 'n', status: 'invalidated' };
  const timestamp = '2026-01-15T09:00:00Z';

  it('is read with timestamp, or with the updated_at of a PATCH reply', () => {
    expect(StatusUpdate.parse({ ...update, timestamp })).toMatchObject({ ...update, timestamp });
    expect(StatusUpdate.parse({ ...update, updated_at: timestamp })).toMatchObject({ ...update, timestamp });
    expect(StatusUpdate.safeParse(update).success).toBe(false);
  });

  it.each([undefined, null, 7])('survives the reason %o', (reason) => {
    expect(StatusUpdate.parse({ ...update, timestamp, reason }).reason ?? undefined).toBeUndefined();
  });
});
