import { cutText, visibleText } from '../text/hidden-characters.ts';

/** What somebody else wrote, for places that hold plain text only: hidden characters made visible, cut at `limit`. */
export function foreign(text: string, limit = 80): string {
  return cutText(visibleText(text), limit);
}
