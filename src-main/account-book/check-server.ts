import { RestClient, type RestFailure, type RestPorts } from '#main/accounts/rest-client';
import { type AppError, fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';

/**
 * Asks a server whether a token opens an inbox there, the way every connection begins: one page of open notifications.
 * Says what is wrong at the field that is wrong.
 */
export async function checkServer(
  { url, token }: { url: string; token: string },
  ports: Pick<RestPorts, 'fetch' | 'clock'>,
): Promise<Result<undefined>> {
  const rest = new RestClient(url, token, ports);
  const { signal } = new AbortController();
  const first = await rest.openNotifications(undefined, true, signal);
  // `pending` is our reading of the documentation (section 8); a server that does not know it lists everything.
  const isUnknownStatus = !first.ok && first.error.kind === 'refused' && first.error.httpStatus === 400;
  const listed = isUnknownStatus ? await rest.openNotifications(undefined, false, signal) : first;
  return listed.ok ? ok(undefined) : fail(errorOf(listed.error));
}

function errorOf(failure: RestFailure): AppError {
  if (failure.kind === 'unreachable') return { ...atUrl(failure.why, words.desk.addressHint), retryable: true };
  const { httpStatus, code } = failure;
  const message = words.desk.refusal(code, failure.message);
  /** Without an error object it may be anything that answers HTTP, for instance the page of a router. */
  const speaksAtp = code !== `HTTP_${httpStatus}`;
  switch (httpStatus) {
    case 401:
      if (speaksAtp) return atToken(words.desk.tokenUnknown, words.desk.tokenHint);
      return atToken(words.desk.tokenRefused, words.desk.addressHint);
    case 403:
      return speaksAtp
        ? atToken(words.desk.mayNotRead(message), words.desk.tokenHint)
        : atUrl(words.desk.readingRefused, words.desk.addressHint);
    case 429:
      return {
        ...atUrl(words.desk.asksToWait, words.desk.inAMinute),
        retryable: true,
      };
    default:
      break;
  }
  if (code === 'UNSUPPORTED_VERSION' || httpStatus === 426) {
    return atUrl(words.desk.otherVersion);
  }
  if (httpStatus >= 500) {
    return { ...atUrl(words.desk.hasFault(httpStatus), words.desk.later), retryable: true };
  }
  if (speaksAtp && httpStatus !== 404) return atUrl(message);
  return atUrl(words.desk.noServer(httpStatus), words.desk.addressHint);
}

function atUrl(message: string, hint?: string): AppError {
  return { code: 'account/not-checked', field: 'url', message, ...(hint === undefined ? {} : { hint }) };
}

function atToken(message: string, hint: string): AppError {
  return { code: 'account/not-checked', field: 'token', message, hint };
}
