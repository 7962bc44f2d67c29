import type { Action } from '../protocol/action.ts';
import { needsConfirmation } from '../protocol/flags.ts';
import type { ServiceId } from '../protocol/ids.ts';
import type { OfferedAction } from '../protocol/notification.ts';
import type { AccountId, ItemKey } from './item-key.ts';

/** So many at most are answered together: a person can still look through them. */
export const batchLimit = 1_000;
/** So many are read in one call, and so many answers saved or taken back: each is a write that the disk has to confirm. */
export const batchReadAtOnce = 200;
export const batchSavedAtOnce = 10;
export const batchUndoneAtOnce = 20;
/** What each answer of a batch adds to its take-back window, in ms: the first waits until the last is saved. */
const heldForEachMs = 15;

/** What answering together has to know of an item. `hindrance`: why it takes no answer now. */
export type BatchItem = {
  key: ItemKey;
  account: AccountId;
  serviceId: ServiceId;
  serviceName: string;
  title: string;
  revision: string;
  actions: readonly OfferedAction[];
  hindrance: 'closed' | 'on-its-way' | 'unreadable' | undefined;
};

/** What a batch of answers came to, for one of its items. */
export type BatchSaved = { key: ItemKey } & ({ saved: true } | { saved: false; message: string });

/** Why an action cannot be given to all: it asks for a confirmation of its own, for something written, or is not the same. */
export type NotTogether = 'flagged' | 'written' | 'not-offered-by-all' | 'not-the-same' | 'unknown-type';

/** What selected items can be answered with together. */
export type BatchPlan =
  | { can: 'nothing'; because: 'none-open' | 'several-services' | 'no-action'; refused: RefusedAction[] }
  | { can: 'answer'; serviceName: string; items: readonly BatchItem[]; offers: Action[]; refused: RefusedAction[] };
export type RefusedAction = { id: string; label: string; because: NotTogether };

/**
 * Types whose answer is picked from what the sender offers. What a person writes (text, a number, a date) is about the one
 * question it is written under.
 */
const pickedTypes: ReadonlySet<string> = new Set(['simple', 'binary', 'choice', 'multi_choice', 'scale']);

/**
 * What these items can be answered with together: those of one service, with an action that every one of them offers in
 * the same words, and that needs no confirmation of its own in any (design.md 5). Items that take no answer are left out.
 */
export function planBatch(selected: readonly BatchItem[]): BatchPlan {
  const items = selected.filter(({ hindrance }) => hindrance === undefined);
  const [first, ...others] = items;
  if (!first) return { can: 'nothing', because: 'none-open', refused: [] };
  const isOfFirst = ({ account, serviceId }: BatchItem) => account === first.account && serviceId === first.serviceId;
  if (!others.every(isOfFirst)) return { can: 'nothing', because: 'several-services', refused: [] };
  const offers: Action[] = [];
  const refused: RefusedAction[] = [];
  for (const [id, action] of actionsOf(items)) {
    const because = whyNot(action, items);
    if (because === undefined) offers.push(action as Action);
    else refused.push({ id, label: action.label, because });
  }
  if (offers.length === 0) return { can: 'nothing', because: 'no-action', refused };
  return { can: 'answer', serviceName: first.serviceName, items, offers, refused };
}

function actionsOf(items: readonly BatchItem[]): Map<string, OfferedAction> {
  const all = new Map<string, OfferedAction>();
  for (const { actions } of items) for (const action of actions) if (!all.has(action.id)) all.set(action.id, action);
  return all;
}

function whyNot(action: OfferedAction, items: readonly BatchItem[]): NotTogether | undefined {
  const twins = items.map(({ actions }) => actions.find(({ id }) => id === action.id));
  if (twins.some((twin) => twin !== undefined && needsConfirmation(twin.flags))) return 'flagged';
  if (action.response_type === 'unanswerable') return 'unknown-type';
  if (!pickedTypes.has(action.response_type)) return 'written';
  if (twins.some((twin) => twin === undefined)) return 'not-offered-by-all';
  const asked = askedBy(action);
  return twins.every((twin) => twin !== undefined && askedBy(twin) === asked) ? undefined : 'not-the-same';
}

/** All that an answer to an action depends on, and all that a person reads of it; its flags aside. */
function askedBy({ flags: _, ...action }: OfferedAction): string {
  return JSON.stringify(action, inOrder);
}

function inOrder(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The take-back window of each of so many answers given together, in ms, so that all of them can be taken back at once. */
export function heldTogetherMs(takeBackMs: number, count: number): number {
  return takeBackMs === 0 ? 0 : takeBackMs + Math.min(count, batchLimit) * heldForEachMs;
}
