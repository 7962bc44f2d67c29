import { createStore } from 'zustand/vanilla';
import type { ItemRow } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';
import type { Bridge } from '#shared/ipc/contract';
import { type NextFrame, onceAFrame } from './once-a-frame.ts';

/** As many as one call may ask for (the contract's limit). */
const keysPerCall = 200;
const keptRows = 1_000;
/** Of so few changes each may be a newcomer that the list is about to draw. */
const fewKeys = 8;

export type RowsState = { rows: ReadonlyMap<ItemKey, ItemRow> };

/**
 * The rows of what is on screen, read when somebody wants them and again when they changed: a frame's worth at a time.
 * A reply that is older than the last change of its item is dropped.
 */
export function createRowStore({ bridge, nextFrame }: { bridge: Bridge; nextFrame: NextFrame }) {
  const store = createStore<RowsState>(() => ({ rows: new Map() }));
  const wanted = new Map<string, readonly ItemKey[]>();
  /** The number of the latest question for an item; none when its row has to be read (again). */
  const asked = new Map<ItemKey, number>();
  let question = 0;
  let newcomers: readonly ItemKey[] = [];

  const wantedKeys = () => new Set([...wanted.values()].flat());

  const readMissing = onceAFrame(nextFrame, () => {
    const missing = [...new Set([...wantedKeys(), ...newcomers])].filter((key) => !asked.has(key));
    newcomers = [];
    const starts = Array.from({ length: Math.ceil(missing.length / keysPerCall) }, (_, call) => call * keysPerCall);
    return Promise.all(starts.map((from) => read(missing.slice(from, from + keysPerCall))));
  });

  async function read(keys: ItemKey[]): Promise<void> {
    question += 1;
    const mine = question;
    for (const key of keys) asked.set(key, mine);
    const reply = await bridge.call('inbox:rows', { keys });
    const current = keys.filter((key) => asked.get(key) === mine);
    if (!reply.ok) {
      for (const key of current) asked.delete(key);
      return;
    }
    const found = new Map(reply.value.map((row) => [row.key, row]));
    const rows = new Map(store.getState().rows);
    for (const key of current) {
      const row = found.get(key);
      if (row) rows.set(key, row);
      else rows.delete(key);
    }
    forgetSome(rows);
    store.setState({ rows });
  }

  function forgetSome(rows: Map<ItemKey, ItemRow>): void {
    if (rows.size <= keptRows) return;
    const needed = wantedKeys();
    for (const key of rows.keys()) {
      if (rows.size <= keptRows) return;
      if (needed.has(key)) continue;
      rows.delete(key);
      asked.delete(key);
    }
  }

  return {
    store,

    start(): void {
      bridge.on('inbox:changed', ({ keys }) => {
        if (keys === null) asked.clear();
        else for (const key of keys) asked.delete(key);
        // Read with the order and not after it, a newcomer is painted a frame earlier.
        newcomers = keys !== null && keys.length <= fewKeys ? keys : [];
        if ([...wantedKeys(), ...newcomers].some((key) => !asked.has(key))) readMissing();
      });
    },

    /** Says which items `owner` shows from now on; what it showed before is no longer its need. */
    want(owner: string, keys: readonly ItemKey[]): void {
      wanted.set(owner, keys);
      if (keys.some((key) => !asked.has(key))) readMissing();
    },
  };
}
export type RowStore = ReturnType<typeof createRowStore>;
