import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type Address, pinnedLookup } from './resolve.ts';

export type PostReply =
  | { kind: 'answered'; status: number; retryAfter: string | undefined }
  | { kind: 'failed'; message: string };

/**
 * Posts bytes to one of `addresses` of a URL and tells the status of the reply; its body is not read. Redirects are not
 * followed. `signal` ends it, also while the reply is awaited.
 */
export function post(
  url: URL,
  addresses: readonly Address[],
  headers: Record<string, string>,
  body: Buffer,
  signal: AbortSignal,
): Promise<PostReply> {
  return new Promise((resolve) => {
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const outgoing = request(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: pinnedLookup(addresses),
        headers: { ...headers, 'content-length': body.length },
        signal,
        maxHeaderSize: 16_384,
      },
      (reply) => {
        resolve({ kind: 'answered', status: reply.statusCode ?? 0, retryAfter: reply.headers['retry-after'] });
        reply.on('error', () => {});
        reply.destroy();
      },
    );
    outgoing.on('error', (error) => resolve({ kind: 'failed', message: messageOf(error) }));
    outgoing.end(body);
  });
}

function messageOf(error: NodeJS.ErrnoException): string {
  return error.name === 'AbortError' || error.name === 'TimeoutError' ? 'No reply in time.' : (error.code ?? 'failed');
}
