import type { AccountHold } from '#shared/inbox/account';

/** What is said of an answer to an account that nothing is sent to now: in a row, as a heading, and in full. */
export const holdPills: Record<AccountHold, string> = {
  paused: 'waiting',
  'needs-token': 'waiting for token',
};

export const holdHeadings: Record<AccountHold, string> = {
  paused: 'Saved, waiting for the account to be resumed',
  'needs-token': 'Saved, waiting for the account’s token',
};

export const holdWords: Record<AccountHold, string> = {
  paused: 'The account is paused. Your answer is kept on this computer and sent when you resume it in Settings.',
  'needs-token':
    'The account’s token is not here. Your answer is kept on this computer and sent when you enter the token in Settings.',
};
