import { z } from 'zod';
import type { ItemKey } from '../inbox/item-key.ts';
import { searchLimit } from '../inbox/search/query.ts';
import type { ChainFault } from './chain-walk.ts';

/** What the person was looking at: an export takes the same. */
export const HistoryFilter = z.object({ search: z.string().max(searchLimit) });
export type HistoryFilter = z.infer<typeof HistoryFilter>;

/**
 * Something that is not as it was recorded. `item-altered`: the stored item says something else than its record, in
 * these of its parts; `item-missing`: it is gone; `unrecorded`: it ended and no record says so. Times are ms.
 */
export type HistoryFault =
  | ChainFault
  | { what: 'item-altered'; seq: number; at: number; key: ItemKey; title: string; parts: string[] }
  | { what: 'item-missing'; seq: number; at: number; key: ItemKey }
  | { what: 'unrecorded'; key: ItemKey; title: string };

/**
 * What a verification found. `records` were walked, `removed` of them had been emptied as the person wanted it; `since`:
 * what was recorded up to then is removed. At most `faultsShown` faults come along, `faultCount` is all of them.
 */
export type HistoryVerdict = {
  decisions: number;
  records: number;
  removed: number;
  since: number | undefined;
  faults: HistoryFault[];
  faultCount: number;
  /** The hash of the last record: whoever notes it down can tell later that nothing before it was rewritten. */
  head: string;
};
export const faultsShown = 50;

/** How a verification stands. */
export type Verification =
  | { at: 'idle' }
  | { at: 'running'; done: number; total: number }
  | { at: 'done'; verdict: HistoryVerdict }
  | { at: 'failed'; why: string };
