import { isIP } from 'node:net';
import { type AppError, fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';

/** Where a server is, as every later call uses it: no slash at the end, no credentials, nothing after the path. */
export type ServerUrl = { url: string; isEncrypted: boolean; isLoopback: boolean };

/**
 * Reads an address as people type and paste it: without a scheme, with a slash at its end, as the address of the API or
 * of its stream. What stands after the API's root is dropped, a token in the query included.
 */
export function readServerUrl(text: string): Result<ServerUrl> {
  const typed = text.trim();
  if (typed === '') return refuse(words.desk.addressNeeded);
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `${guessedScheme(typed)}://${typed}`;
  const web = withScheme.replace(/^ws(s?):/i, 'http$1:');
  if (/\s/.test(web) || !URL.canParse(web)) {
    return refuse(words.desk.noAddress, words.desk.addressExample);
  }
  const url = new URL(web);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refuse(words.desk.otherScheme);
  }
  if (url.username !== '' || url.password !== '') {
    return refuse(words.desk.credentialsInside, words.desk.tokenHasField);
  }
  const path = url.pathname.replace(/\/api\/v1(\/.*)?$/, '').replace(/\/+$/, '');
  return ok({
    url: url.origin + path,
    isEncrypted: url.protocol === 'https:',
    isLoopback: isLoopback(url.hostname),
  });
}

function guessedScheme(typed: string): 'http' | 'https' {
  const guess = `http://${typed}`;
  return URL.canParse(guess) && isLoopback(new URL(guess).hostname) ? 'http' : 'https';
}

/** Whether a host name, as `URL` spells it, can only mean this machine. */
function isLoopback(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost') || host === '[::1]') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}

function refuse(message: string, hint?: string): { ok: false; error: AppError } {
  return fail({ code: 'account/invalid', field: 'url', message, ...(hint === undefined ? {} : { hint }) });
}
