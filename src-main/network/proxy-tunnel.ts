import { request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import type { Target } from './dial.ts';
import { untilHeard } from './heard.ts';
import { NetworkFault } from './network-fault.ts';
import { nameOf, type ProxyPlace } from './route.ts';

/** The header that tells an HTTP proxy who we are, when we have a name there. */
export function proxyAuthorization({ credentials }: ProxyPlace): Record<string, string> {
  if (!credentials) return {};
  const pair = Buffer.from(`${credentials.name}:${credentials.password}`).toString('base64');
  return { 'Proxy-Authorization': `Basic ${pair}` };
}

/** What an HTTP proxy's refusal means. */
export function proxyRefusal(proxy: ProxyPlace, httpStatus: number): NetworkFault {
  const name = nameOf(proxy);
  return new NetworkFault(
    httpStatus === 407 ? { kind: 'proxy-asks-who', proxy: name } : { kind: 'proxy-refused', proxy: name, httpStatus },
  );
}

/** Has an HTTP proxy connect us to the target (CONNECT). The proxy looks its name up, not we. */
export function httpTunnel(socket: Socket, proxy: ProxyPlace, target: Target, signal: AbortSignal): Promise<Socket> {
  const authority = `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`;
  return untilHeard<Socket>(socket, signal, (resolve, reject) => {
    const request = httpRequest({
      method: 'CONNECT',
      path: authority,
      headers: { Host: authority, ...proxyAuthorization(proxy) },
      createConnection: () => socket,
    });
    request.once('connect', (response, _same, head: Buffer) => {
      const { statusCode = 0 } = response;
      if (statusCode < 200 || statusCode > 299) {
        reject(proxyRefusal(proxy, statusCode));
        return;
      }
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    request.on('error', reject);
    request.end();
  });
}

/** Has a SOCKS proxy connect us to the target. Its library is loaded by the few who need it. */
export async function socksTunnel(socket: Socket, proxy: ProxyPlace, target: Target, signal: AbortSignal) {
  const { SocksClient } = await import('socks');
  const { credentials } = proxy;
  return untilHeard<Socket>(socket, signal, (resolve, reject) => {
    SocksClient.createConnection({
      command: 'connect',
      proxy: {
        host: proxy.host,
        port: proxy.port,
        type: proxy.kind === 'socks4' ? 4 : 5,
        ...(credentials ? { userId: credentials.name, password: credentials.password } : {}),
      },
      destination: { host: target.host, port: target.port },
      existing_socket: socket,
    }).then(
      () => resolve(socket),
      (thrown) =>
        reject(new NetworkFault({ kind: 'proxy-refused', proxy: nameOf(proxy), httpStatus: undefined }, thrown)),
    );
  });
}
