/**
 * What is known beside the keys that a search found. `count`: how many there are, which may be more than were handed
 * over; `isMore`: at least so many. `isIndexing`: what is stored is still being read, and older items may be missing.
 */
export type FoundCount = { count: number; isMore: boolean; isIndexing: boolean };
