import type { AccountView } from '#shared/inbox/app-state';
import type { AnswerView, Ending, ItemRow, WaitsFor } from '#shared/inbox/item';
import { duration, type Section } from '#shared/inbox/urgency';
import type { ReturnReason } from '#shared/outbox/outbox';
import { unreachable } from '#shared/result';
import { cutText, visibleText } from '#shared/text/hidden-characters';
import type { Command } from '../keyboard/table.ts';
import { flagBadge } from './flags.ts';

/** Everything the frame, the lists, Settings and the first-start page say. One place, ready for a second language. */

const plurals = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

export const number = (n: number) => numbers.format(n);

function count(n: number, one: string, other: string): string {
  return `${number(n)} ${plurals.select(n) === 'one' ? one : other}`;
}

/** What somebody else wrote, for places that hold plain text only. */
const foreign = (text: string, limit = 80) => cutText(visibleText(text), limit);

export const words = {
  app: 'Triage Inbox',
  windowTitle: (open: number) => (open === 0 ? 'Triage Inbox' : `(${number(open)}) Triage Inbox`),
  views: { inbox: 'Inbox', snoozed: 'Snoozed', history: 'History', settings: 'Settings' },
  startFailed: 'The inbox could not be read.',
  fault: 'This part of the window ran into a fault',
  faultHint: 'Nothing that you answered is lost. If it happens again, choose another item and tell us about this one.',
  tryAgain: 'Try again',
  detail: 'Question',

  sidebar: {
    label: 'Views',
    menu: 'Menu',
    services: 'Services',
    servers: 'Servers',
    waiting: (n: number) => `${number(n)} waiting`,
    onlyFrom: (name: string) => `Show only questions from ${foreign(name)}`,
  },

  banners: {
    offline: (account: string) => `Not connected to ${foreign(account)}.`,
    offlineHint: 'What you answer now is kept and sent as soon as it is back.',
    retryIn: (ms: number) => (ms < 1_000 ? 'Trying again now.' : `Trying again in ${duration(ms)}.`),
    retryNow: 'Retry now',
    refused: (account: string) => `${foreign(account)} refused the connection.`,
    refusedHint: {
      unauthorized: 'Its token is not valid any more.',
      forbidden: 'Its token may not read this inbox.',
      version: 'It speaks a version of the protocol that this app does not know.',
      policy: 'Its rules do not allow this connection.',
    },
    told: 'The server asked us to wait until then.',
    localFailed: 'The server on this computer is not running.',
    viaEvents: 'WebSocket is blocked here: connected by server-sent events',
    viaPolling: 'WebSocket is blocked here: asking every 15 s',
    dismiss: 'Dismiss',
  },

  list: {
    search: { inbox: 'Search the inbox', snoozed: 'Search what is snoozed', history: 'Search History' },
    clearSearch: 'Clear search',
    sections: { pinned: 'Pinned', 'due-soon': 'Due soon', waiting: 'Waiting' } satisfies Record<Section, string>,
    newcomers: (n: number) => `${number(n)} new`,
    unread: 'unread',
    draft: 'draft',
    flag: (flag: string) => foreign(flagBadge(flag), 24),
    moreFlags: (n: number) => `+${n}`,
    onlyService: (name: string) => `Only ${foreign(name, 40)}`,
    showAll: 'Show everything again',
    loading: 'Loading',
    failed: 'The list could not be read.',
    untitled: 'A question without a title',
  },

  empty: {
    inbox: 'Nothing waits for you',
    history: 'Nothing has been decided yet',
    historyHint: 'Every question that is answered, expires or is withdrawn is kept here.',
    search: (text: string) => `Nothing found for “${foreign(text, 40)}”`,
    searchHint: 'Search looks at titles, descriptions, services, projects, details and answers.',
    filter: (name: string) => `Nothing waits from ${foreign(name, 40)}`,
    allDone: 'All caught up',
    noneYet: 'No questions yet',
    howItArrives:
      'Agents ask by sending a notification to the server on this computer. The question shows up here at once.',
    lastDecided: 'Last decided',
    howToAsk: 'How an agent asks',
    chooseItem: 'Choose an item to see it here',
  },

  toast: {
    region: 'Answers on their way',
    willBeSent: (answer: string) => `“${foreign(answer, 60)}” will be sent`,
    inSeconds: (seconds: number) => ` in ${number(seconds)} s`,
    undo: 'Undo',
    open: 'Open',
    sending: (answer: string) => `Sending “${foreign(answer, 60)}”`,
    sent: (answer: string) => `“${foreign(answer, 60)}” was sent`,
    waiting: (answer: string, waitsFor: WaitsFor) => `“${foreign(answer, 60)}” is saved. ${waitWords[waitsFor]}`,
    takenBack: (answer: string) => `“${foreign(answer, 60)}” was taken back. Nothing was sent.`,
    notUndone: (message: string) => foreign(message, 200),
    returned: (answer: string, because: ReturnReason, winner: string | undefined) =>
      `“${foreign(answer, 60)}” was not sent: ${winner === undefined ? returnWords[because] : `already answered by ${foreign(winner, 40)}`}.`,
  },

  help: {
    title: 'Keys',
    or: 'or',
    close: 'Close',
    groups: { moving: 'Moving', answering: 'Answering', selecting: 'Selecting', finding: 'Finding your way' },
  },
} as const;

const waitPills: Record<WaitsFor, string> = {
  connection: 'waiting for connection',
  server: 'waiting for connection',
  token: 'waiting for token',
  resume: 'waiting',
};

const waitWords: Record<WaitsFor, string> = {
  connection: 'It will be sent when the server can be reached.',
  server: 'It will be sent as soon as the server has time for it.',
  token: 'It will be sent once the server accepts this app’s token again.',
  resume: 'It will be sent when its account is resumed.',
};

const returnWords: Record<ReturnReason, string> = {
  'too-late': 'the deadline had passed',
  withdrawn: 'the question was withdrawn',
  'already-answered': 'already answered by somebody else',
  refused: 'the server refused it',
  'confirm-again': 'it waited so long that it needs your confirmation again',
};

export const keyWords: Record<Command, string> = {
  next: 'Next item',
  previous: 'Previous item',
  first: 'First item',
  last: 'Last item',
  'page-down': 'A page down',
  'page-up': 'A page up',
  open: 'Go to the question',
  leave: 'Back to the list, or clear and leave a field',
  digit: 'Choose an action or an option',
  yes: 'Choose the first side of a yes-or-no question',
  no: 'Choose the second side',
  send: 'Send',
  undo: 'Take the last answer or snooze back',
  snooze: 'Snooze',
  pin: 'Pin or unpin',
  archive: 'Put a finished question out of sight',
  search: 'Search',
  filter: 'Filter the list',
  select: 'Select the question, or not any more',
  'extend-next': 'Select on to the next',
  'extend-previous': 'Select on to the one before',
  'select-all': 'Select all that are shown',
  help: 'Show these keys',
  'go-inbox': 'Go to Inbox',
  'go-snoozed': 'Go to Snoozed',
  'go-history': 'Go to History',
  'go-settings': 'Go to Settings',
};

/** The state of a connection, as short as it fits beside the server's name. Times in ms of this machine. */
export function connectionWords(connection: AccountView['connection'], now: number): string {
  switch (connection.state) {
    case 'live':
      return 'live';
    case 'connecting':
      return 'connecting';
    case 'catching-up':
      return 'catching up';
    case 'stopped':
      return 'stopped';
    case 'offline': {
      const ms = connection.retryAt - now;
      return ms < 1_000 ? 'retrying' : `retry in ${duration(ms)}`;
    }
    case 'refused':
      return `refused: ${refusalWords[connection.because]}`;
    default:
      return unreachable(connection);
  }
}

/** A quiet word about a connection that works in a lesser way. */
export function transportNote(transport: AccountView['transport']): string | undefined {
  switch (transport) {
    case 'websocket':
      return undefined;
    case 'sse':
      return words.banners.viaEvents;
    case 'polling':
      return words.banners.viaPolling;
    default:
      return unreachable(transport);
  }
}

type Trouble = { title: string; hint: string; canRetry: boolean };

/** What is wrong with a connection, why, and what happens next. `now` in ms of this machine. */
export function troubleWords(
  account: string,
  connection: AccountView['connection'],
  now: number,
  isOwnServer: boolean,
): Trouble {
  const { banners } = words;
  const title = isOwnServer ? banners.localFailed : banners.offline(account);
  switch (connection.state) {
    case 'refused':
      // Asking again with the same token would bring the same answer.
      return { title: banners.refused(account), hint: banners.refusedHint[connection.because], canRetry: false };
    case 'offline': {
      const retry = banners.retryIn(connection.retryAt - now);
      const then = connection.told ? banners.told : isOwnServer ? '' : banners.offlineHint;
      const hint = [foreign(connection.why, 200), retry, then].filter(Boolean).join(' ');
      return { title, hint, canRetry: !connection.told };
    }
    default:
      return { title, hint: '', canRetry: true };
  }
}

const refusalWords = {
  unauthorized: 'token',
  forbidden: 'no access',
  version: 'version',
  policy: 'its rules',
} as const;

/** How the person's own answer stands, in a pill; `now` in ms of this machine. */
export function answerStateWords(answer: AnswerView, now: number): string {
  switch (answer.state) {
    case 'held': {
      const seconds = Math.ceil((answer.sendAt - now) / 1000);
      return seconds > 0 ? `sending in ${seconds} s` : 'sending';
    }
    case 'waiting':
      return waitPills[answer.waitsFor];
    case 'sending':
      return 'sending';
    case 'accepted':
    case 'delivered':
      return 'sent';
    case 'returned':
      return 'came back';
    default:
      return unreachable(answer);
  }
}

type Ended = Pick<ItemRow, 'answer'> & { ending: Ending };

/** How an item ended: what was said, which may be long, and by whom or what else there is to know. */
export function endingParts({ ending, answer }: Ended): { what: string; who: string | undefined } {
  const cameBack = answer?.state === 'returned' ? 'your answer was not sent' : undefined;
  switch (ending.how) {
    case 'answered': {
      const what = ending.words === undefined ? 'Answered' : foreign(ending.words, 120);
      if (ending.byMe) return { what, who: 'you' };
      const elsewhere = ending.responder ? `elsewhere, by ${responderWords(ending.responder)}` : 'elsewhere';
      return { what, who: cameBack ? `${elsewhere} · ${cameBack}` : elsewhere };
    }
    case 'expired':
      return { what: 'Expired unanswered', who: cameBack };
    case 'withdrawn':
      return { what: ending.reason ? `Withdrawn: ${foreign(ending.reason, 120)}` : 'Withdrawn', who: cameBack };
    default:
      return unreachable(ending);
  }
}

/** How an item ended, in one line: "Approve Query · you". */
export function endingWords(row: Ended): string {
  const { what, who } = endingParts(row);
  return who === undefined ? what : `${what} · ${who}`;
}

function responderWords(responder: NonNullable<Extract<Ending, { how: 'answered' }>['responder']>): string {
  return responder.type === 'agent' ? `the agent ${foreign(responder.id, 40)}` : foreign(responder.id, 40);
}

/** A day as a heading. `day` and `today` are local days, as "2026-11-22". */
export function dayWords(day: string, today: string, locale: string): string {
  const date = new Date(`${day}T12:00:00`);
  const days = Math.round((new Date(`${today}T12:00:00`).getTime() - date.getTime()) / 86_400_000);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(date);
}

const hourAndMinute = { hour: '2-digit', minute: '2-digit' } as const;

/** A time of day, in the person's own way. */
export function timeOfDay(ms: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, hourAndMinute).format(ms);
}

/** A moment to the minute, with its day and year. */
export function dateAndTime(ms: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', ...hourAndMinute }).format(
    ms,
  );
}

/** A moment to the second: the time, with the day where it is not today, and the year where it is not this one. */
export function exactTime(ms: number, now: number, locale: string): string {
  const [date, today] = [new Date(ms), new Date(now)];
  const isToday = date.toDateString() === today.toDateString();
  const isThisYear = date.getFullYear() === today.getFullYear();
  return new Intl.DateTimeFormat(locale, {
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
    ...(isThisYear ? {} : { year: 'numeric' }),
    ...hourAndMinute,
    second: '2-digit',
  }).format(date);
}

export { count as countWords, foreign as foreignWords };
