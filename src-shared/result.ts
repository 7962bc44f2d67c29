/** The outcome of something that may fail in an expected way. Bugs throw; expected failures are returned. */
export type Result<T, E = AppError> = { ok: true; value: T } | { ok: false; error: E };

/**
 * An expected failure as a fact. `code` never changes once released, `message` is a plain sentence in the language that is spoken,
 * `hint` says what the person can do, and `retryable` whether trying again unchanged can help.
 */
export type AppError = {
  code: AppErrorCode;
  message: string;
  hint?: string;
  /** The argument at fault, where there is one, by its name in the call: it is said beside that field. */
  field?: string;
  retryable?: boolean;
};

export type AppErrorCode =
  | 'ipc/untrusted-sender'
  | 'ipc/bad-arguments'
  | 'ipc/failed'
  | 'item/not-found'
  | 'item/closed'
  | 'item/changed'
  | 'snooze/not-possible'
  | 'answer/invalid'
  | 'answer/unconfirmed'
  | 'answer/in-flight'
  | 'answer/not-saved'
  | 'answer/too-late-to-undo'
  | 'server/unreachable'
  | 'server/refused'
  | 'link/refused'
  | 'attachment/unreadable'
  | 'attachment/not-saved'
  | 'settings/not-saved'
  | 'store/not-saved'
  | 'service/invalid'
  | 'account/invalid'
  | 'account/not-checked'
  | 'account/not-found'
  | 'account/not-saved'
  | 'account/answers-in-flight'
  | 'history/not-exported'
  | 'data/busy'
  | 'data/not-backed-up'
  | 'data/foreign-backup'
  | 'data/newer-backup'
  | 'data/damaged-backup'
  | 'data/not-restored'
  | 'data/not-erased'
  | 'about/not-opened'
  | 'agent/not-changed';

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail<E>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}

/** Ends a switch over a union: a new member that is not handled becomes a compile error. */
export function unreachable(value: never): never {
  throw new Error(`A case was not handled: ${JSON.stringify(value)}`);
}
