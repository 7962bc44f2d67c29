/**
 * The reconnection numbers of section 6.5, in ms, with a gentler factor: doubling would leave one reconnect in twenty after
 * an outage of five seconds waiting for ten more (guarantees.md, R5).
 */
export const retry = { firstMs: 1_000, capMs: 15_000, factor: 1.25 };
/** After this long up the count of failures starts anew. */
export const stableAfterMs = 60_000;
/** How long to stay away when a user has too many connections (close code 4429). */
export const crowdedWaitMs = 60_000;

/** How long a line may take to open. Two of them in a row that hang still leave R5 its 16 s. */
export const openLimitMs = 7_000;

/** After this long without a sign of life one is asked for, and it has to come within the limit: 11.5 s of R6's 15 s. */
export const probeAfterMs = 8_000;
export const probeLimitMs = 3_500;
/** An alarm that rings so late found this machine asleep or busy: an answer may lie unread in the socket. */
export const lateMs = 1_000;

/** How often a line that cannot push is read (section 8), and how much time each read of a round costs at least: 40 a minute. */
export const pollEveryMs = 15_000;
export const perReadMs = 1_500;

/** When a better line is tried beside a lesser one: soon after it opened, then every minute (section 6.5). */
export const firstTrialMs = 15_000;
export const trialEveryMs = 60_000;
/** So much doubt in a line while REST answers, and the next lesser one is taken: two deaths, or one plain "no". */
export const enoughDoubt = 2;
/** After so many failures in a row nothing answers at all: the best line is tried again. */
export const startOverAfter = 3;

/** An attempt younger than this is not given up for a hint that the network is back. */
export const freshMs = 1_000;
