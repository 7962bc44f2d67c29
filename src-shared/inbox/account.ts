import { z } from 'zod';
import type { AccountId, ItemKey } from './item-key.ts';

/** The colours that tell accounts apart. Red is not among them: it marks what a sender flagged as destructive (look.md). */
export const AccountColour = z.enum(['iris', 'teal', 'orange', 'pink', 'green', 'brown', 'cyan', 'grey']);
export type AccountColour = z.infer<typeof AccountColour>;

/** What a person may call an account. */
export const AccountName = z.string().trim().min(1).max(60);

/**
 * How a token is kept: encrypted by the system; readable in a file, because the person agreed to it; in memory until
 * the app ends. `missing`: it has to be entered (again).
 */
export type TokenKept = 'encrypted' | 'readable' | 'session' | 'missing';

/** Whether the system protects what is stored; without it a token is kept only if the person agrees (design.md 3). */
export type TokenProtection = 'system' | 'none';

/** Why nothing is sent to an account although it is part of this run. */
export type AccountHold = 'paused' | 'needs-token';

/** What is known of an account beside its connection. `run`: given by the environment, for this run only. */
export type AccountProfile = {
  name: string;
  colour: AccountColour;
  kind: 'local' | 'added' | 'run';
  paused: boolean;
  /** Undefined for the server that comes with the app: its token is made anew at each start. */
  token: TokenKept | undefined;
};

/** An account that is no more, for its lines in History. */
export type FormerAccount = { id: AccountId; name: string };

/** What would go with an account. `answers`: decisions that have not reached its server, the oldest first. */
export type AccountHoldings = {
  answers: { key: ItemKey; title: string; words: string; state: 'held' | 'waiting' | 'sending' }[];
  open: number;
  drafts: number;
  history: number;
};

/** A server that was asked and found to be good: its address as every later call uses it. */
export type CheckedServer = { url: string };
