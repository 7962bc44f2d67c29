import { unreachable } from '#shared/result';
import type { BridgeId, BridgeKind } from './settings.ts';

/** The header of A2A for the token of a push configuration (appendix A.3). */
export const a2aTokenHeader = 'X-A2A-Notification-Token';

/** The path that the other side of a bridge posts to. */
export function intakePath(kind: BridgeKind, id: BridgeId): string {
  switch (kind) {
    case 'a2a':
      return `/api/v1/bridges/a2a/${id}`;
    case 'trigger':
      return `/api/v1/bridges/triggers/${id}`;
    default:
      return unreachable(kind);
  }
}

/** The header in which the other side sends its token. */
export function tokenHeader(kind: BridgeKind): string {
  return kind === 'a2a' ? a2aTokenHeader : 'Authorization';
}

/** The address of a bridge below the server's own, which may have a path. */
export function intakeUrl(base: string, kind: BridgeKind, id: BridgeId): string {
  return base.replace(/\/+$/, '') + intakePath(kind, id);
}
