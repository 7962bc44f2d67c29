import { fail, ok, type Result } from '#shared/result';

/** Reads a token as it was pasted. It travels in a header, which takes no spaces, line ends or letters beyond ASCII. */
export function readToken(text: string): Result<string> {
  const token = text.trim().replace(/^Bearer\s+/i, '');
  const field = 'token';
  if (token === '') return fail({ code: 'account/invalid', field, message: 'A token is needed.' });
  if (/^[\x21-\x7e]{1,4096}$/.test(token)) return ok(token);
  const message = 'This is not a token: it has spaces or unusual letters in it.';
  return fail({ code: 'account/invalid', field, message, hint: 'Copy it again, without what stands around it.' });
}
