import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';

const allowed = new Set(['http:', 'https:', 'mailto:']);

/**
 * Opens a link outside the app: the one place that does. The page has shown the host and the person agreed; here the
 * parsed URL decides, and only web and mail addresses pass.
 */
export async function openExternal(url: unknown, open: (url: string) => Promise<void>): Promise<Result<undefined>> {
  const parsed = typeof url === 'string' && URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !allowed.has(parsed.protocol) || parsed.username !== '' || parsed.password !== '') {
    return fail({ code: 'link/refused', message: words.decisions.linkRefused });
  }
  try {
    await open(parsed.href);
    return ok(undefined);
  } catch {
    return fail({ code: 'link/refused', message: words.decisions.linkFailed, retryable: true });
  }
}
