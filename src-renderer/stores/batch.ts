import { createStore } from 'zustand/vanilla';
import {
  type BatchItem,
  type BatchPlan,
  batchLimit,
  batchReadAtOnce,
  batchSavedAtOnce,
  batchUndoneAtOnce,
  planBatch,
} from '#shared/inbox/batch';
import type { DraftInput } from '#shared/inbox/draft';
import type { ItemRow } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';
import type { Bridge } from '#shared/ipc/contract';
import type { Action } from '#shared/protocol/action';
import type { AppError } from '#shared/result';
import type { ResponseData } from '#shared/validation/validate-response';
import { type BatchOutcome, outcomeOf, type Saved } from './batch-outcome.ts';
import type { Clock } from './clock.ts';
import { type NextFrame, onceAFrame } from './once-a-frame.ts';
import type { RowStore } from './rows.ts';
import type { SelectionStore } from './selection.ts';

/** What is about to be sent, for the person to look through. */
export type BatchPreview = {
  action: Action;
  serviceName: string;
  items: readonly BatchItem[];
  unticked: ReadonlySet<ItemKey>;
  input: DraftInput | undefined;
};

/** A batch that was given. `tried`: what became of saving each answer; the rest is still to come, or was stopped. */
export type BatchRun = {
  action: Action;
  data: ResponseData;
  serviceName: string;
  items: readonly BatchItem[];
  tried: ReadonlyMap<ItemKey, Saved>;
  at: 'saving' | 'stopping' | 'done' | 'undoing';
  /** Why the rest was not tried. */
  failure: AppError | undefined;
};

export type BatchState = {
  /** How far the selection was read; undefined when nothing is selected. */
  reading: { done: number; total: number } | undefined;
  plan: BatchPlan | undefined;
  preview: BatchPreview | undefined;
  run: BatchRun | undefined;
};

export type BatchPorts = {
  bridge: Bridge;
  nextFrame: NextFrame;
  clock: Clock;
  rows: RowStore;
  selection: SelectionStore;
  /** The batch was given: its items are answered. */
  onGiven: (keys: readonly ItemKey[]) => void;
};

const nothing: BatchState = { reading: undefined, plan: undefined, preview: undefined, run: undefined };

/**
 * Answers what is selected together: reads what the items offer, shows what would be sent, gives each answer by itself in
 * parts that do not hold up the app, and follows what becomes of each.
 */
export function createBatchStore({ bridge, nextFrame, clock, rows, selection, onGiven }: BatchPorts) {
  const store = createStore<BatchState>(() => nothing);
  const known = new Map<ItemKey, BatchItem>();
  /** Answers of the batch that were seen to stand: one that is gone since was taken back. */
  const stood = new Set<ItemKey>();
  let givenAt = Number.NEGATIVE_INFINITY;
  let isReading = false;
  let isAgain = false;

  const selected = () => [...selection.store.getState().keys];

  const plan = onceAFrame(nextFrame, () => {
    if (isReading) isAgain = true;
    else void read();
  });

  async function read(): Promise<void> {
    isReading = true;
    do {
      isAgain = false;
      const keys = selected();
      for (const key of [...known.keys()]) if (!selection.store.getState().keys.has(key)) known.delete(key);
      if (keys.length === 0 || keys.length > batchLimit) {
        store.setState({ reading: undefined, plan: undefined });
        continue;
      }
      const missing = keys.filter((key) => !known.has(key));
      for (let from = 0; from < missing.length && !isAgain; from += batchReadAtOnce) {
        store.setState({ reading: { done: keys.length - missing.length + from, total: keys.length } });
        const reply = await bridge.call('batch:read', { keys: missing.slice(from, from + batchReadAtOnce) });
        if (!reply.ok) break;
        for (const item of reply.value) known.set(item.key, item);
      }
      if (!isAgain) {
        const items = keys.flatMap((key) => known.get(key) ?? []);
        store.setState({ reading: undefined, plan: planBatch(items) });
      }
    } while (isAgain);
    isReading = false;
  }

  function change(update: (run: BatchRun) => Partial<BatchRun>): void {
    const { run } = store.getState();
    if (run) store.setState({ run: { ...run, ...update(run) } });
  }

  /** Saves the answers, a few in each call; answers that were saved stay so when the rest is stopped. */
  async function give(run: BatchRun): Promise<void> {
    const { items, action, data } = run;
    for (let from = 0; from < items.length; from += batchSavedAtOnce) {
      if (store.getState().run?.at === 'stopping') break;
      const answers = items.slice(from, from + batchSavedAtOnce).map(({ key, revision }) => ({ key, revision }));
      const reply = await bridge.call('batch:submit', { answers, actionId: action.id, data, of: items.length });
      if (!reply.ok) {
        change(() => ({ failure: reply.error }));
        break;
      }
      const now = clock.now();
      change(({ tried }) => ({
        tried: new Map([...tried, ...reply.value.map((one) => [one.key, { ...one, at: now }] as const)]),
      }));
    }
    change(() => ({ at: 'done' }));
    onGiven(items.map(({ key }) => key));
  }

  const rowOf = (key: ItemKey): ItemRow | undefined => rows.store.getState().rows.get(key);

  return {
    store,

    start(): void {
      selection.store.subscribe(plan);
      rows.store.subscribe(({ rows: now }) => {
        for (const { key } of store.getState().run?.items ?? []) if (now.get(key)?.answer) stood.add(key);
      });
      bridge.on('inbox:changed', ({ keys }) => {
        if (known.size === 0) return;
        if (keys === null) known.clear();
        else for (const key of keys) known.delete(key);
        plan();
      });
    },

    /** Shows what an action would send, to be looked through. */
    preview(action: Action): void {
      const { plan: now } = store.getState();
      if (now?.can !== 'answer') return;
      const { items, serviceName } = now;
      store.setState({ preview: { action, items, serviceName, unticked: new Set(), input: undefined } });
    },

    changeInput(input: DraftInput | undefined): void {
      const { preview } = store.getState();
      if (preview) store.setState({ preview: { ...preview, input } });
    },

    tick(key: ItemKey): void {
      const { preview } = store.getState();
      if (!preview) return;
      const unticked = new Set(preview.unticked);
      if (!unticked.delete(key)) unticked.add(key);
      store.setState({ preview: { ...preview, unticked } });
    },

    cancel: () => store.setState({ preview: undefined }),

    /** Gives the answer to every item that is still ticked. */
    async confirm(data: ResponseData): Promise<void> {
      const { preview, run } = store.getState();
      if (!preview || run?.at === 'saving') return;
      const { action, serviceName } = preview;
      const items = preview.items.filter(({ key }) => !preview.unticked.has(key));
      if (items.length === 0) return;
      const begun: BatchRun = { action, data, serviceName, items, tried: new Map(), at: 'saving', failure: undefined };
      store.setState({ preview: undefined, run: begun });
      stood.clear();
      givenAt = clock.now();
      rows.want(
        'batch',
        items.map(({ key }) => key),
      );
      selection.clear();
      await give(begun);
    },

    /** Saves no further answers. */
    stop(): void {
      change(({ at }) => (at === 'saving' ? { at: 'stopping' } : {}));
    },

    /** Takes back every answer of the batch of which no byte was sent. */
    async undoAll(): Promise<void> {
      const { run } = store.getState();
      if (run?.at !== 'done') return;
      const held = run.items.flatMap(({ key }) => (run.tried.get(key)?.saved && !rowOf(key)?.ending ? [key] : []));
      change(() => ({ at: 'undoing' }));
      for (let from = 0; from < held.length; from += batchUndoneAtOnce) {
        const reply = await bridge.call('batch:undo', { keys: held.slice(from, from + batchUndoneAtOnce) });
        if (!reply.ok) break;
        const taken = reply.value.flatMap(({ key, saved }) => (saved ? [key] : []));
        change(({ tried }) => ({
          tried: new Map([...tried, ...taken.map((key) => [key, { saved: false, takenBack: true } as const] as const)]),
        }));
      }
      change(() => ({ at: 'done' }));
    },

    /** When the first of the answers that are held will be sent, in ms. */
    nextSendAt(): number | undefined {
      const { run } = store.getState();
      const times = run?.items.flatMap(({ key }) => {
        const answer = rowOf(key)?.answer;
        return answer?.state === 'held' && answer.sendAt > clock.now() ? [answer.sendAt] : [];
      });
      return times && times.length > 0 ? Math.min(...times) : undefined;
    },

    /** When the batch was given, in ms. */
    givenAt: () => givenAt,

    /** Whether an answer of the batch may still be taken back. */
    canUndo(): boolean {
      const { run } = store.getState();
      return run?.at === 'done' && run.items.some(({ key }) => this.outcome(key) === 'held');
    },

    /** How the answer to one item stands. */
    outcome(key: ItemKey): BatchOutcome {
      const { run } = store.getState();
      return outcomeOf(run?.tried.get(key), rowOf(key), {
        isOver: run?.at === 'done',
        hasStood: stood.has(key),
        now: clock.now(),
      });
    },

    /** Whether the answer to this item is told of here. */
    follows: (key: ItemKey) => store.getState().run?.items.some((item) => item.key === key) ?? false,

    /** Puts the result away; the answers go their way. */
    close(): void {
      const { run } = store.getState();
      if (run?.at === 'saving' || run?.at === 'undoing') return;
      store.setState({ run: undefined });
      rows.want('batch', []);
    },
  };
}
export type BatchStore = ReturnType<typeof createBatchStore>;
