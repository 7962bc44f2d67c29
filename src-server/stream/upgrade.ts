import type { IncomingMessage } from 'node:http';
import { type Fault, fault } from '#shared/protocol/error';
import { fail, ok, type Result } from '#shared/result';
import { bearerOf, type Gate } from '../http/auth.ts';
import { guardFault, type HostRule } from '../http/guards.ts';
import type { Refusal } from '../http/refusal.ts';
import type { User } from '../keys/identities.ts';
import type { Hub } from './hub.ts';

/** How long to wait when a user has as many streams open as they may, s. */
const crowdedRetryAfterS = 60;

/** A refusal before the upgrade (section 6.4): plain HTTP with the error object. */
export type UpgradeRefusal = { fault: Fault; status?: number; headers?: Record<string, string> };

/** Whether a stream's `version` is one that this server speaks: any 1.x (section 17). */
export function isVersionSpoken(version: string): boolean {
  return /^1(\.\d+)?$/.test(version);
}

/** `most`: how many streams a user may have open at once (section 6.1). */
type UpgradeOptions = { rule: HostRule; gate: Gate; hub: Hub; ending: AbortSignal; most: number | null };

/** Decides whether a request may become a stream (sections 3, 6.1, 6.4). The header wins over `?token=` (20.9). */
export function judgeUpgrade(
  request: IncomingMessage,
  { rule, gate, hub, ending, most }: UpgradeOptions,
): Result<User, UpgradeRefusal> {
  const guarded = guardFault(request, rule);
  if (guarded) return fail({ fault: guarded });
  if (ending.aborted) return fail({ fault: fault('SERVER_UNAVAILABLE', 'The server is going away.') });
  const url = new URL(request.url ?? '/', 'http://server');
  if (url.pathname !== '/api/v1/client/stream') {
    return fail({ fault: fault('NOT_FOUND', 'There is no stream at this address.') });
  }
  const credential = bearerOf(request.headers.authorization) ?? url.searchParams.get('token') ?? undefined;
  const identity = gate.admit(credential, ['user'], request.socket.remoteAddress ?? '');
  if (!identity.ok) return fail(beforeUpgrade(identity.error));
  if (!isVersionSpoken(url.searchParams.get('version') ?? '1')) {
    const refused = fault('UNSUPPORTED_VERSION', 'This server speaks version 1.0.', { path: 'version' });
    return fail({ fault: refused, status: 426 });
  }
  const { user } = identity.value;
  if (!user.unlimited && most !== null && hub.countOf(user.id, 'websocket') >= most) {
    const refused = fault('RATE_LIMIT_EXCEEDED', `A user may have ${most} streams open at once.`);
    return fail(beforeUpgrade({ fault: refused, retryAfterS: crowdedRetryAfterS }));
  }
  return ok(user);
}

function beforeUpgrade({ fault: refused, retryAfterS }: Refusal): UpgradeRefusal {
  const headers: Record<string, string> = retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) };
  if (refused.code === 'AUTH_INVALID_TOKEN') headers['www-authenticate'] = 'Bearer';
  return { fault: refused, headers };
}
