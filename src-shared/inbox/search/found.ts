import type { FacetCounts } from './facets.ts';

/**
 * What is known beside the keys that a search found. `count`: how many there are, which may be more than were handed
 * over; `isMore`: at least so many. `isIndexing`: what is stored is still being read, and older items may be missing.
 */
export type FoundCount = { count: number; isMore: boolean; isIndexing: boolean };

/** What a view can be filtered by. `statuses`: how many ended which way. `isCut`: only the newest part was counted. */
export type FacetsView = { facets: FacetCounts; statuses: Record<string, number>; isCut: boolean };
