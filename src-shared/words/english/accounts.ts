import type { AccountColour, AccountHoldings, TokenKept } from '../../inbox/account.ts';
import type { AccountView } from '../../inbox/app-state.ts';
import { foreign } from '../foreign.ts';
import { plural } from '../plural.ts';

/** What is said about accounts: in Settings, in the sidebar, and where one is in trouble. */
export const accounts = {
  hint: 'Servers whose questions come together in your inbox. All of them are connected at once.',
  list: 'Accounts',
  add: 'Add an account',
  url: 'Server address',
  urlHint: 'For example https://atp.example.com',
  token: 'User token',
  tokenHint: 'From whoever runs the server. It stays in this app and is sent to this server only.',
  name: 'Name',
  nameNeeded: 'A name is needed.',
  nameHint: 'Optional. Without it the account is named after its server.',
  colour: 'Colour',
  colours: {
    iris: 'Violet',
    teal: 'Teal',
    orange: 'Orange',
    pink: 'Pink',
    green: 'Green',
    brown: 'Brown',
    cyan: 'Blue',
    grey: 'Grey',
  } satisfies Record<AccountColour, string>,
  check: 'Check',
  checking: 'Asking the server…',
  good: (url: string) => `${url} answers, and the token opens an inbox there.`,
  submit: 'Add account',
  adding: 'Asking the server…',
  notAdded: 'The account was not added.',
  allowUnencrypted: 'Connect without encryption',
  allowUnencryptedHint: 'Only in a network whose every computer you trust.',
  noProtection: 'This system has no protected place for secrets.',
  noProtectionHint: 'Without your consent the app keeps the token in memory and asks for it again after a restart.',
  keepReadable: 'Keep the token on this computer all the same',
  keepReadableHint: 'It is then stored readable, in a file that only your user account on this computer can open.',
  cancel: 'Cancel',
  save: 'Save',
  edit: 'Name and colour',
  pause: 'Pause',
  resume: 'Resume',
  retry: 'Retry now',
  remove: 'Remove',
  newToken: 'New token',
  saveToken: 'Use this token',
  samePerson: 'A token of the same person. For somebody else, add another account.',

  kinds: { local: 'comes with the app', run: 'for this run', added: undefined } satisfies Record<
    AccountView['kind'],
    string | undefined
  >,
  address: 'Address',
  notYet: 'Not listening',
  connection: 'Connection',
  transports: { websocket: 'over a WebSocket', sse: 'over an event stream', polling: 'by asking again and again' },
  lastConnected: 'Last connected',
  never: 'Not yet in this run',
  lastProblem: 'Last problem',
  tokenKept: 'Token',
  kept: {
    encrypted: 'Kept, encrypted by this system',
    readable: 'Kept readable in a file, as you agreed',
    session: 'In memory only, until the app quits',
    missing: 'Not on this computer',
  } satisfies Record<TokenKept, string>,
  runToken: 'From the environment, never stored',

  standings: {
    paused: 'Paused: nothing is read from it or sent to it. What you answer is kept until you resume it.',
    missing: 'Its token is not on this computer. Its questions, drafts and answers are kept until you enter it.',
    unauthorized: 'Its server does not accept the token any more. Nothing is lost: enter a new one.',
    runUnauthorized: 'Its server does not accept the token. Start the app with another one.',
  },
  /** How an account stands, as short as it fits beside its name. */
  short: { paused: 'paused', needsToken: 'needs its token' },
  pausedName: (name: string) => `${name} (paused)`,
  pausedHeading: 'This account is paused',
  pausedHint:
    'The question may have been answered elsewhere meanwhile. What you answer is kept, and sent when you resume the account.',
  needsToken: (name: string) => `${foreign(name)} needs its token.`,
  needsTokenHint: 'Its questions, drafts and answers are kept until you enter it.',
  enterToken: 'Enter token',
  failed: 'This did not work.',

  removeTitle: (name: string) => `Remove ${foreign(name)}?`,
  removeInFlight: 'These answers have not reached its server yet:',
  removeInFlightHint: 'Wait here until they are sent, or discard them with the account.',
  removeInFlightPaused: 'They wait because the account is paused. Cancel and resume it to send them.',
  removeInFlightToken: 'They wait for the account’s token. Cancel and enter it to send them.',
  answerStates: { held: 'can still be taken back', waiting: 'waiting', sending: 'being sent' } satisfies Record<
    AccountHoldings['answers'][number]['state'],
    string
  >,
  removeGone: ({ open, drafts }: AccountHoldings) => {
    const parts = [plural(open, { one: 'open question', other: 'open questions' })];
    if (drafts > 0) parts.push(plural(drafts, { one: 'draft', other: 'drafts' }));
    return `Deleted from this computer: ${parts.join(', ')}, and its token. On the server nothing changes.`;
  },
  deleteHistory: ({ history }: AccountHoldings) =>
    `Delete its history too (${plural(history, { one: 'decided question', other: 'decided questions' })})`,
  removeAnyway: (answers: number) => `Discard ${plural(answers, { one: 'answer', other: 'answers' })} and remove`,
};
