/** The page that the window shows, and the only one that may talk to us. */
export type Page = { startUrl: string; scheme: string; host: string };

export const appScheme = 'triage-app';

/** The built page over our own scheme; while developing, Vite's server. */
export function pageOf(devServerUrl: string | undefined): Page {
  if (devServerUrl === undefined)
    return { startUrl: `${appScheme}://inbox/index.html`, scheme: `${appScheme}:`, host: 'inbox' };
  const { protocol, host, href } = new URL(devServerUrl);
  return { startUrl: href, scheme: protocol, host };
}

/** Whether a URL belongs to our page. Compared on the parsed URL, never on a substring. */
export function isOfPage(url: string, page: Page): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === page.scheme && host === page.host;
}

/** Whether the page may load from a URL: its own origin, and while developing the hot-reload socket of that origin. */
export function mayLoad(url: string, page: Page): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  if (protocol === 'data:' || protocol === 'blob:' || protocol === 'devtools:') return true;
  return host === page.host && (protocol === page.scheme || (page.scheme === 'http:' && protocol === 'ws:'));
}
