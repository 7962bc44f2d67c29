/** A link that may be opened outside, with what a person should look at before they do. */
export type SafeLink = { url: string; host: string };

const longestUrl = 8192;

/** Reads an address by the rules of the web: http, https and mailto only, and the host that it truly leads to. */
export function safeLink(text: string | undefined): SafeLink | undefined {
  if (text === undefined || text.length > longestUrl || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol === 'mailto:') {
    const address = url.pathname;
    return address === '' ? undefined : { url: url.href, host: address };
  }
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.host === '') return undefined;
  return { url: url.href, host: url.host };
}

/** Whether a link's own text already is its address, so that the host need not be said beside it. */
export function namesItsHost(words: string, link: SafeLink): boolean {
  const said = safeLink(words.trim()) ?? safeLink(`https://${words.trim()}`);
  return said?.host === link.host && !/\s/.test(words.trim());
}
