import { z } from 'zod';
import { searchLimit } from './search/query.ts';

/** More than a sidebar can list. */
export const savedFiltersLimit = 50;

/** What a person keeps a filter as. */
export const SavedFilterName = z.string().trim().min(1).max(60);

/** A search of a list, kept under a name. */
export const SavedFilter = z.object({
  id: z.string().min(1).max(64),
  name: SavedFilterName,
  view: z.enum(['inbox', 'history']),
  search: z.string().trim().min(1).max(searchLimit),
});
export type SavedFilter = z.infer<typeof SavedFilter>;

export const SavedFilters = z
  .array(SavedFilter)
  .max(savedFiltersLimit)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'every id once');
