import { DevToolsLine } from './devtools-line.ts';

type Target = { type: string; url: string; webSocketDebuggerUrl?: string };

/**
 * Whether the app's page has loaded, asked past Playwright: what attaches while it loads may wait for ever. `devTools`:
 * the address that the app printed.
 */
export async function isPageLoaded(devTools: string): Promise<boolean> {
  const list = await fetch(`http://${new URL(devTools).host}/json/list`);
  const targets = (await list.json()) as Target[];
  const address = targets.find(({ type, url }) => type === 'page' && url !== '')?.webSocketDebuggerUrl;
  if (address === undefined) return false;
  const line = await DevToolsLine.connect(address);
  try {
    return (await line.evaluate('document.readyState')) === 'complete';
  } finally {
    line.close();
  }
}
