import { z } from 'zod';
import type { NoteEvent } from '#shared/native/native-note';
import { words } from '#shared/words/words';

/** The parts of Electron's `Notification` that we use. Those marked optional are not in every runtime we run on. */
export interface NotificationApi {
  new (options: NoteOptions): ElectronNote;
  isSupported(): boolean;
  /** Windows, newer runtimes. */
  handleActivation?(listener: (details: unknown) => void): void;
  /** macOS, newer runtimes: what an earlier run left in the Notification Center. */
  getHistory?(): Promise<readonly ElectronNote[]>;
  remove?(id: string): void;
}

export type NoteOptions = {
  id?: string;
  title?: string;
  body?: string;
  silent?: boolean;
  urgency?: 'normal' | 'critical';
  actions?: { type: 'button'; text: string }[];
  hasReply?: boolean;
  replyPlaceholder?: string;
  toastXml?: string;
};

export interface ElectronNote {
  readonly id?: string;
  on(
    event: 'show' | 'click' | 'close' | 'failed' | 'reply' | 'action',
    listener: (...args: unknown[]) => void,
  ): unknown;
  show(): void;
  close(): void;
}

// In older runtimes what happened comes as a plain second argument; in newer ones it is in the details as well.
const Action = z.object({ actionIndex: z.int().nonnegative() });
const Reply = z.object({ reply: z.string() });
const Close = z.object({ reason: z.enum(['userCanceled', 'applicationHidden', 'timedOut']) });
const Index = z.int().nonnegative();

/** Which of the actions was pressed; undefined when the event does not say. */
export function actionIndexOf([details, index]: unknown[]): number | undefined {
  return Action.safeParse(details).data?.actionIndex ?? Index.safeParse(index).data;
}

/** What was typed into the reply field; undefined when the event does not say. */
export function replyOf([details, reply]: unknown[]): string | undefined {
  return Reply.safeParse(details).data?.reply ?? z.string().safeParse(reply).data;
}

type CloseReason = Extract<NoteEvent, { type: 'closed' }>['because'];

const closeReasons = {
  userCanceled: 'dismissed',
  applicationHidden: 'withdrawn',
  timedOut: 'timed-out',
} as const satisfies Record<string, CloseReason>;

export function closeReasonOf([details]: unknown[]): CloseReason {
  const close = Close.safeParse(details).data;
  return close ? closeReasons[close.reason] : 'unknown';
}

export function failureOf([, error]: unknown[]): string {
  return z.string().safeParse(error).data ?? words.notes.noReason;
}
