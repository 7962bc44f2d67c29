import type { FoundCount } from '#shared/inbox/search/found';
import { words } from '#shared/words/words';

/** What is to be known of a search beside its results; undefined when they are all there is. */
export function foundWords({ count, isMore, isIndexing }: FoundCount, shown: number): string | undefined {
  const { newest, newestOfMore, indexing } = words.search;
  const cut = count > shown ? (isMore ? newestOfMore : newest)(shown, count) : undefined;
  const all = [cut, isIndexing ? indexing : undefined].filter((one) => one !== undefined);
  return all.length === 0 ? undefined : all.join(' ');
}
