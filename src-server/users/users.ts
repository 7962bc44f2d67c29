import { randomUUID } from 'node:crypto';
import { type Fault, fault } from '#shared/protocol/error';
import { UserId } from '#shared/protocol/ids';
import { formatInstant } from '#shared/protocol/instant';
import { isObject } from '#shared/protocol/json-shape';
import { type CreateUserReply, CreateUserRequest, type UserListing } from '#shared/protocol/user';
import { fail, ok, type Result } from '#shared/result';
import type { Clock } from '../clock/clock.ts';
import type { User } from '../keys/identities.ts';
import { makeUserToken, userTokenPrefix } from '../keys/service-key.ts';
import type { Newsroom } from '../notifications/news.ts';
import type { Store } from '../store/store.ts';
import type { StoredUser } from '../store/users.ts';

/** What the desk for users needs; `configured` are those that came with the server's start and are not stored. */
export type UserDesk = { store: Store; clock: Clock; news: Newsroom; configured: readonly User[] };

/**
 * Makes a user. The token is in the reply and nowhere else; its digest is stored. Faults: MALFORMED_REQUEST,
 * MISSING_REQUIRED_FIELD, CONSTRAINT_VIOLATION, USER_ALREADY_EXISTS.
 */
export function createUser(desk: UserDesk, body: unknown): Result<CreateUserReply, Fault> {
  if (!isObject(body)) return fail(fault('MALFORMED_REQUEST', 'The body must be a JSON object.'));
  if ((body.name ?? '') === '') {
    return fail(fault('MISSING_REQUIRED_FIELD', 'The field "name" is required.', { path: 'name' }));
  }
  const parsed = CreateUserRequest.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = issue?.path.map(String).join('.') ?? '';
    const code = issue?.code === 'invalid_type' ? 'MALFORMED_REQUEST' : 'CONSTRAINT_VIOLATION';
    return fail(fault(code, `The field "${path}" is not right: ${issue?.message ?? 'not valid'}.`, { path }));
  }
  const { name, type, user_id } = parsed.data;
  const id = UserId.parse(user_id ?? `usr_${randomUUID().replaceAll('-', '')}`);
  if (desk.store.users.find(id) || desk.configured.some((one) => one.id === id)) {
    return fail(fault('USER_ALREADY_EXISTS', 'A user with this id exists.', { path: 'user_id' }));
  }
  const token = makeUserToken();
  const user = { id, name, type: type ?? ('human' as const) };
  desk.store.users.add(user, token, desk.clock.now());
  return ok({ user_id: id, name, type: user.type, token });
}

/** All users: those that came with the server's start, then those that were made, the oldest first. */
export function listUsers({ store, configured }: UserDesk): UserListing[] {
  return [...configured.map(listingOfConfigured), ...store.users.list().map(listingOfUser)];
}

/**
 * Takes a user's token away and ends their streams; what they answered stays theirs. A second time changes nothing. Faults:
 * NOT_FOUND, and CONSTRAINT_VIOLATION for one who came with the server's start, whose token is not ours to end.
 */
export function revokeUser({ store, news, configured }: UserDesk, id: string): Result<UserListing, Fault> {
  if (configured.some((one) => one.id === id)) {
    const message = 'This user came with the settings of the server and ends with them.';
    return fail(fault('CONSTRAINT_VIOLATION', message, { user_id: id }));
  }
  const found = store.users.find(id);
  if (!found) return fail(fault('NOT_FOUND', 'There is no such user.', { user_id: id }));
  store.users.revoke(found.id);
  news.publish({ type: 'user-revoked', userId: found.id });
  return ok(listingOfUser({ ...found, tokenDigest: null }));
}

function listingOfUser({ id, name, type, tokenDigest, lastFour, createdAt }: StoredUser): UserListing {
  const created_at = formatInstant(createdAt);
  return {
    user_id: id,
    name,
    type,
    status: tokenDigest ? 'active' : 'revoked',
    configured: false,
    token: tokenDigest ? { prefix: userTokenPrefix, last_four: lastFour, created_at } : null,
    created_at,
  };
}

function listingOfConfigured({ id, type }: User): UserListing {
  return { user_id: id, name: id, type, status: 'active', configured: true, token: null, created_at: null };
}
