import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { unreachable } from '#shared/result';
import { untilHeard } from './heard.ts';
import { bareHost } from './loopback.ts';
import { NetworkFault } from './network-fault.ts';
import { httpTunnel, socksTunnel } from './proxy-tunnel.ts';
import { nameOf, type ProxyPlace, type Route } from './route.ts';
import type { Trust } from './trust.ts';

/** Where a connection leads. `host` is bare, an IPv6 address without brackets. */
export type Target = { host: string; port: number; isSecure: boolean };

export type DialLimits = {
  /** From the first byte to a connection that a request may use, in ms. */
  wholeMs: number;
  /** Until a proxy took the connection: it is near, and others may wait behind it. */
  proxyMs: number;
};

export const dialLimits: DialLimits = { wholeMs: 8_000, proxyMs: 4_000 };

export function targetOf(url: URL): Target {
  const isSecure = url.protocol === 'https:';
  return { host: bareHost(url.hostname), port: Number(url.port) || (isSecure ? 443 : 80), isSecure };
}

/**
 * A connection to the target along one route, ready for a request. A secure one was shaken hands on and judged before
 * it is handed over, so nothing of a request ever meets a server that is not believed.
 */
export async function dial(target: Target, route: Route, trust: Trust, limits: DialLimits): Promise<Socket> {
  const signal = AbortSignal.timeout(limits.wholeMs);
  const socket =
    route.by === 'direct'
      ? await opened(target, undefined, signal)
      : await tunnelled(target, route.proxy, trust, signal, limits.proxyMs);
  return target.isSecure ? secured(socket, target.host, trust, signal) : socket;
}

/** A connection to the proxy itself, for requests that it forwards. */
export async function dialProxy(proxy: ProxyPlace, trust: Trust, { wholeMs, proxyMs }: DialLimits): Promise<Socket> {
  const signal = AbortSignal.timeout(wholeMs);
  const socket = await opened(proxy, nameOf(proxy), AbortSignal.any([signal, AbortSignal.timeout(proxyMs)]));
  if (proxy.kind !== 'https') return socket;
  try {
    return await secured(socket, proxy.host, trust, signal);
  } catch (thrown) {
    throw new NetworkFault({ kind: 'unconnected', proxy: nameOf(proxy) }, thrown);
  }
}

async function tunnelled(target: Target, proxy: ProxyPlace, trust: Trust, signal: AbortSignal, proxyMs: number) {
  const socket = await dialProxy(proxy, trust, { wholeMs: proxyMs, proxyMs });
  switch (proxy.kind) {
    case 'http':
    case 'https':
      return httpTunnel(socket, proxy, target, signal);
    case 'socks4':
    case 'socks5':
      return socksTunnel(socket, proxy, target, signal);
    default:
      return unreachable(proxy.kind);
  }
}

async function opened(place: { host: string; port: number }, proxy: string | undefined, signal: AbortSignal) {
  const socket = connectTcp({ host: place.host, port: place.port, noDelay: true, keepAlive: true });
  try {
    await untilHeard(socket, signal, (resolve) => socket.once('connect', () => resolve(undefined)));
  } catch (thrown) {
    throw new NetworkFault({ kind: 'unconnected', proxy }, thrown);
  }
  return socket;
}

/** Shakes hands over a connection. An invalid certificate ends it, whatever the environment says about such ones. */
async function secured(socket: Socket, host: string, trust: Trust, signal: AbortSignal): Promise<Socket> {
  const secure = connectTls({
    socket,
    host,
    servername: isIP(host) ? '' : host,
    secureContext: trust.context,
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
  });
  await untilHeard(secure, signal, (resolve) => secure.once('secureConnect', () => resolve(undefined)));
  return secure;
}
