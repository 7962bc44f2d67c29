import { type Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** Statuses whose replies have no body. */
const bodiless = new Set([204, 205, 304]);

/** One request of `fetch` through an agent: redirects are handed back and never followed, the body streams. */
export function fetchThrough(
  agent: Agent,
  url: URL,
  { method = 'GET', headers, body, signal }: RequestInit,
  viaForwardProxy?: Record<string, string>,
): Promise<Response> {
  if (body !== undefined && body !== null && typeof body !== 'string') throw new TypeError('A body is text here.');
  const isForwarded = viaForwardProxy !== undefined;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const request = httpRequest({
      agent,
      method,
      protocol: url.protocol,
      host: url.hostname.replace(/^\[|\]$/g, ''),
      ...(url.port ? { port: url.port } : {}),
      path: isForwarded ? url.href : url.pathname + url.search,
      headers: { ...Object.fromEntries(new Headers(headers)), ...viaForwardProxy },
    });
    let incoming: IncomingMessage | undefined;
    const onAbort = () => {
      reject(signal?.reason); // at once, also while the connection is still being made
      (incoming ?? request).destroy(signal?.reason);
    };
    signal?.addEventListener('abort', onAbort);
    request.once('close', () => signal?.removeEventListener('abort', onAbort));
    request.on('error', reject);
    request.once('response', (response) => {
      incoming = response;
      try {
        resolve(asResponse(response));
      } catch (thrown) {
        response.destroy();
        reject(thrown); // a status or a header that no server may send
      }
    });
    request.end(body ?? undefined);
  });
}

/** Node's types and the DOM's name one stream in two ways. */
type ResponseBody = ConstructorParameters<typeof Response>[0];

function asResponse(incoming: IncomingMessage): Response {
  const { statusCode = 0, statusMessage = '', rawHeaders } = incoming;
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  if (bodiless.has(statusCode)) incoming.resume();
  const body = bodiless.has(statusCode) ? null : (Readable.toWeb(incoming) as ResponseBody);
  return new Response(body, { status: statusCode, statusText: statusMessage, headers });
}
