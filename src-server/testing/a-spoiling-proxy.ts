import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A reply on its way back: whatever is changed in it is what the caller gets. */
export type Passing = { method: string; path: string; status: number; body: Record<string, unknown> | undefined };

/** Stands before a server and spoils its JSON replies, to see whether somebody notices. Streams pass as they are. */
export async function aSpoilingProxy(base: string, spoil: (passing: Passing) => void) {
  const target = new URL(base);
  const proxy = createServer((incoming, reply) => {
    const { method = 'GET', url: path = '/', headers } = incoming;
    const onward = request(target, { method, path, headers: { ...headers, host: target.host } }, (answer) => {
      if (!String(answer.headers['content-type']).startsWith('application/json')) {
        reply.writeHead(answer.statusCode ?? 500, answer.headers);
        return void answer.pipe(reply);
      }
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Passing['body'];
        const passing = { method, path, status: answer.statusCode ?? 500, body };
        spoil(passing);
        const { 'content-length': _, ...others } = answer.headers;
        reply.writeHead(passing.status, others);
        reply.end(JSON.stringify(passing.body));
      });
    });
    onward.on('error', () => reply.destroy());
    reply.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  proxy.on('upgrade', (incoming, socket, head) => {
    const onward = connect(Number(target.port), target.hostname, () => {
      const headers = Object.entries({ ...incoming.headers, host: target.host }).map(
        ([name, value]) => `${name}: ${value}`,
      );
      onward.write(`GET ${incoming.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const one of [socket, onward]) one.on('error', () => [socket, onward].forEach((end) => void end.destroy()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    stop: () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}
