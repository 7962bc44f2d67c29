import { RestClient, type RestFailure, type RestPorts } from '#main/accounts/rest-client';
import { type AppError, fail, ok, type Result } from '#shared/result';

const tokenHint = 'A user token is needed. The API key of a service can ask, but not answer.';
const addressHint = 'Check the address, with the path in front of /api/v1 if there is one.';

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
  if (failure.kind === 'unreachable') return { ...atUrl(failure.why, addressHint), retryable: true };
  const { httpStatus, code, message } = failure;
  /** Without an error object it may be anything that answers HTTP, for instance the page of a router. */
  const speaksAtp = code !== `HTTP_${httpStatus}`;
  switch (httpStatus) {
    case 401:
      if (speaksAtp) return atToken('The server does not know this token.', tokenHint);
      return atToken(
        'Something refused this token, but it does not answer like a server for agents’ questions.',
        addressHint,
      );
    case 403:
      return speaksAtp
        ? atToken(`This token may not read an inbox there: ${message}`, tokenHint)
        : atUrl(
            'Something there refuses to be read, and it does not answer like a server for agents’ questions.',
            addressHint,
          );
    case 429:
      return {
        ...atUrl('The server asks to wait before it is called again.', 'Try again in a minute.'),
        retryable: true,
      };
    default:
      break;
  }
  if (code === 'UNSUPPORTED_VERSION' || httpStatus === 426) {
    return atUrl('This server speaks a version of the protocol that this app does not know.');
  }
  if (httpStatus >= 500) {
    return { ...atUrl(`The server has a fault (HTTP ${httpStatus}).`, 'Try again later.'), retryable: true };
  }
  if (speaksAtp && httpStatus !== 404) return atUrl(message);
  return atUrl(`There is no server for agents’ questions at this address (HTTP ${httpStatus}).`, addressHint);
}

function atUrl(message: string, hint?: string): AppError {
  return { code: 'account/not-checked', field: 'url', message, ...(hint === undefined ? {} : { hint }) };
}

function atToken(message: string, hint: string): AppError {
  return { code: 'account/not-checked', field: 'token', message, hint };
}
