import { isIP } from 'node:net';
import { fail, ok, type Result } from '#shared/result';
import { hostOf, isLoopbackName, kindOfAddress } from './address-policy.ts';

/**
 * Reads a callback URL by its spelling (section 3; design.md 6): https to a public name or address; to this machine, http
 * too, while the server itself listens on loopback. What a name resolves to is checked at each delivery. The error is a
 * sentence that says what is wrong; `name` is what it calls the URL.
 */
export function parseCallbackUrl(text: string, onLoopback: boolean, name = 'callback URL'): Result<URL, string> {
  if (!URL.canParse(text)) return fail(`The ${name} is not a URL.`);
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fail(`The ${name} must be https.`);
  if (url.username !== '' || url.password !== '') return fail(`The ${name} must not carry a name or password.`);
  const host = hostOf(url);
  const local = isLoopbackName(host);
  if (local && !onLoopback) return fail('This server does not deliver to its own machine.');
  if (!local && isIP(host) !== 0 && kindOfAddress(host) !== 'public') {
    return fail('This server does not deliver to private addresses.');
  }
  if (url.protocol === 'http:' && !local) {
    return fail(onLoopback ? `The ${name} must be https, or http to this machine.` : `The ${name} must be https.`);
  }
  return ok(url);
}
