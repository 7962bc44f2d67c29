import { cutText, visibleText } from '../text/hidden-characters.ts';

/** A sender's text for a place that holds one plain line: hidden characters written out, cut by code points. */
export function plainLine(text: string, limit: number): string {
  return cutText(visibleText(text.replaceAll(/\s+/g, ' ').trim()), limit);
}

const readCharacters = 2_000;

/**
 * The beginning of a Markdown text as one plain line: what marks it up is dropped, a link keeps its words. What looks like
 * a tag gets other brackets, so that nothing is lost and no daemon takes it for markup, whatever it says of itself.
 */
export function excerpt(markdown: string, limit: number): string {
  const words = markdown
    .slice(0, readCharacters)
    .replaceAll(/!?\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .replaceAll(/^\s{0,3}(?:#{1,6}|>|[-*+]|```\w*)(?:\s|$)/gm, '')
    .replaceAll(/\*\*|__|`/g, '')
    .replaceAll(/<(\/?[a-z][^<>]*)>/gi, '‹$1›');
  return plainLine(words, limit);
}

/** Escapes text for notification daemons that read the body as markup (the freedesktop specification allows them to). */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
