/** What can go wrong before a server is reached; everything else carries the server's own code (section 14). */
export type ClientErrorCode = 'NO_SERVER' | 'NO_KEY' | 'BAD_URL' | 'UNREACHABLE' | 'NOT_ATP' | 'TIMED_OUT';

export type ATPErrorFacts = {
  /** A code of ours, or the server's (section 14.3). */
  code: ClientErrorCode | (string & {});
  message: string;
  httpStatus?: number | undefined;
  /** As the server sent them; `path` names the field at fault. */
  details?: Record<string, unknown> | undefined;
  requestId?: string | undefined;
  retryAfterMs?: number | undefined;
  cause?: unknown;
};

/** Why a call did not do what was asked, in a sentence and as facts. */
export class ATPError extends Error {
  override readonly name = 'ATPError';
  readonly code: string;
  readonly httpStatus: number | undefined;
  readonly details: Record<string, unknown>;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor({ code, message, httpStatus, details, requestId, retryAfterMs, cause }: ATPErrorFacts) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.httpStatus = httpStatus;
    this.details = details ?? {};
    this.requestId = requestId;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same call may succeed later: the network, a timeout, 408, 425, 429 or any 5xx (section 16). */
  get isTransient(): boolean {
    if (this.code === 'UNREACHABLE') return true;
    const status = this.httpStatus ?? 0;
    return status === 408 || status === 425 || status === 429 || status >= 500;
  }
}
