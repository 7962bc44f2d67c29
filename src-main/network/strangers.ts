import { words } from '#shared/words/words';

/** What an HTTP answer says about who gave it. */
export type Answer = {
  url: string;
  httpStatus: number;
  contentType: string | null | undefined;
  location: string | null | undefined;
  /** As much of the body as is known. */
  text?: string;
};

/**
 * Names the stranger that answered in the server's place: a captive portal, or another site. Undefined when it may be
 * the server itself. Behind a believed certificate a page is rarely a portal's, so there the address is doubted, too.
 */
export function wordsOfStranger({ url, httpStatus, contentType, location, text }: Answer): string | undefined {
  if (httpStatus === 511) return words.faults.loginPage; // Network Authentication Required (RFC 6585)
  if (httpStatus >= 300 && httpStatus < 400) return wordsOfRedirect(url, location);
  if (httpStatus >= 400) return undefined;
  const isPage = /html/i.test(contentType ?? '') || /^\s*<(!doctype|html|head|meta|script)\b/i.test(text ?? '');
  if (!isPage) return undefined;
  return isSecure(url) ? words.faults.webPage : words.faults.loginPage;
}

/** A redirect is never followed: the token would go along. One to the same name is the server's own. */
function wordsOfRedirect(url: string, location: string | null | undefined): string {
  if (!location || !URL.canParse(location, url)) return isSecure(url) ? words.faults.webPage : words.faults.loginPage;
  const there = new URL(location, url);
  const here = new URL(url.replace(/^ws/, 'http'));
  if (there.hostname !== here.hostname) return isSecure(url) ? words.faults.webPage : words.faults.loginPage;
  if (there.protocol === 'https:' && here.protocol === 'http:') {
    return words.faults.movedTo(there.origin);
  }
  return words.faults.webPage;
}

function isSecure(url: string): boolean {
  return /^(https|wss):/i.test(url);
}
