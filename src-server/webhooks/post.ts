import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type Address, pinnedLookup } from './resolve.ts';

/** What is sent; `mostReplyBytes`: how much of the reply's body is read, 0 is none of it. */
export type Outgoing = {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: Buffer;
  mostReplyBytes: number;
};

export type PostReply =
  | { kind: 'answered'; status: number; retryAfter: string | undefined; body: Buffer }
  | { kind: 'failed'; message: string };

/**
 * Sends one request to one of `addresses` of a URL and tells the status of the reply and the part of its body that was
 * wanted; a reply with a larger one has failed. Redirects are not followed. `signal` ends it, also while the reply comes in.
 */
export function exchange(
  url: URL,
  addresses: readonly Address[],
  { method, headers, body, mostReplyBytes }: Outgoing,
  signal: AbortSignal,
): Promise<PostReply> {
  return new Promise((resolve) => {
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const failed = (error: Error) => resolve({ kind: 'failed', message: messageOf(error) });
    const length: Record<string, number> = body === undefined ? {} : { 'content-length': body.length };
    const outgoing = request(
      url,
      {
        method,
        agent: false,
        lookup: pinnedLookup(addresses),
        headers: { ...headers, ...length },
        signal,
        maxHeaderSize: 16_384,
      },
      (reply) => {
        const { statusCode: status = 0, headers: replied } = reply;
        const answered = (bytes: Buffer) =>
          resolve({ kind: 'answered', status, retryAfter: replied['retry-after'], body: bytes });
        if (mostReplyBytes === 0) {
          answered(Buffer.alloc(0));
          reply.on('error', () => {});
          return void reply.destroy();
        }
        const parts: Buffer[] = [];
        let size = 0;
        reply.on('data', (part: Buffer) => {
          size += part.length;
          if (size > mostReplyBytes) return void reply.destroy(new Error('The reply is too large.'));
          parts.push(part);
        });
        reply.on('end', () => answered(Buffer.concat(parts)));
        reply.on('error', failed);
      },
    );
    outgoing.on('error', failed);
    outgoing.end(body);
  });
}

function messageOf(error: NodeJS.ErrnoException): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'No reply in time.';
  return error.code ?? (error.message === 'The reply is too large.' ? error.message : 'failed');
}
