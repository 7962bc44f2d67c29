import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';

/** Reads a token as it was pasted. It travels in a header, which takes no spaces, line ends or letters beyond ASCII. */
export function readToken(text: string): Result<string> {
  const token = text.trim().replace(/^Bearer\s+/i, '');
  const field = 'token';
  if (token === '') return fail({ code: 'account/invalid', field, message: words.desk.tokenNeeded });
  if (/^[\x21-\x7e]{1,4096}$/.test(token)) return ok(token);
  const message = words.desk.noToken;
  return fail({ code: 'account/invalid', field, message, hint: words.desk.noTokenHint });
}
