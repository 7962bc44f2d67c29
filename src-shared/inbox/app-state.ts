import type { ConnectionView, Transport } from '../connection/connection.ts';
import type { Speech } from '../words/language.ts';
import type { AccountProfile, FormerAccount } from './account.ts';
import type { DesktopView } from './desktop-view.ts';
import type { AccountId } from './item-key.ts';
import type { Missed } from './missed.ts';
import type { Settings } from './settings.ts';

/** How an account's server is reached, as its connection knows it. */
export type AccountLink = {
  id: AccountId;
  url: string;
  connection: ConnectionView;
  /** What to add to this machine's clock to get the server's, in ms. */
  clockOffsetMs: number;
  /** What carries the stream, or is tried for it. */
  transport: Transport;
  /** When it was last live, in ms of this machine's clock. */
  lastConnectedAt: number | undefined;
  /** What went wrong last, in plain words, and when; also after all is well again. */
  lastError: { at: number; why: string } | undefined;
};

/** An account as a person sees it. */
export type AccountView = AccountLink & AccountProfile;

/** The server that comes with the app. */
export type LocalServerView =
  | { state: 'starting' }
  | { state: 'listening'; url: string; keyFile: string; maskedKey: string }
  | { state: 'failed'; message: string; retryAt: number | undefined };

/** The state of the whole app, small enough to be sent whole whenever a part of it changes. */
export type AppState = {
  version: string;
  platform: string;
  electronVersion: string;
  dataFolder: string;
  /** What the app speaks, and how numbers and dates are written. */
  speech: Speech;
  settings: Settings;
  accounts: AccountView[];
  /** Accounts that were removed and whose history was kept. */
  formerAccounts: FormerAccount[];
  localServer: LocalServerView;
  desktop: DesktopView;
  /** What waits, how much of it is due soon, what is put off, and what is over. */
  counts: { open: number; dueSoon: number; snoozed: number; history: number };
  /** What ended while nobody looked. */
  missed: Missed;
  /** Services with open items, for the sidebar. */
  services: { id: string; name: string; open: number }[];
  /** Troubles that a person should know of: a file set aside, a disk that is full. */
  warnings: { id: string; message: string; hint: string }[];
};
