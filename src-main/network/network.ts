import type { Agent } from 'node:http';
import type { Socket } from 'node:net';
import type { Fetch } from '#main/accounts/rest-client';
import { type DialLimits, dial, dialLimits, dialProxy, targetOf } from './dial.ts';
import { DialingAgent } from './dialing-agent.ts';
import { fetchThrough } from './http-fetch.ts';
import { isLoopback } from './loopback.ts';
import { mayTryNext, NetworkFault } from './network-fault.ts';
import { proxyAuthorization, proxyRefusal } from './proxy-tunnel.ts';
import { direct, type ProxyPlace, type Route } from './route.ts';
import type { Trust } from './trust.ts';

export type NetworkPorts = {
  /** The ways to a URL, in the order to try them; none when the system cannot say. */
  routesTo: (url: URL) => Promise<Route[]>;
  trust: Trust;
  limits?: DialLimits;
};

/**
 * The one door to every server, for HTTP and WebSocket alike: the same proxies, the same trust. What the system says is
 * obeyed: a way that it did not name is not taken. This machine itself is always reached directly.
 */
export class Network {
  readonly #ports: NetworkPorts;
  readonly #agents = new Map<string, DialingAgent>();

  constructor(ports: NetworkPorts) {
    this.#ports = ports;
  }

  readonly fetch: Fetch = async (address, init) => {
    const url = new URL(address);
    return firstConnected(await this.#routesTo(url), (route) => this.#fetchBy(route, url, init));
  };

  /** The agent for one WebSocket to a `ws:` or `wss:` URL; its proxy is that of the same `http:` or `https:` URL. */
  agentFor(address: string): Agent {
    const url = new URL(address.replace(/^ws/, 'http'));
    const connect = async () => firstConnected(await this.#routesTo(url), (route) => this.#dial(url, route));
    return new DialingAgent(schemeOf(url), connect, { keepAlive: false });
  }

  /** Other certificates are believed from now on: no connection that was judged before is used again. */
  trustChanged(): void {
    for (const agent of this.#agents.values()) agent.destroy();
    this.#agents.clear();
  }

  /** A system that looks for its settings too long, as automatic discovery may, has none to give for now. */
  async #routesTo(url: URL): Promise<Route[]> {
    if (isLoopback(url.hostname)) return [direct];
    const { routesTo, limits = dialLimits } = this.#ports;
    const patience = AbortSignal.timeout(limits.wholeMs);
    const tooLate = new Promise<Route[]>((resolve) => patience.addEventListener('abort', () => resolve([])));
    return Promise.race([routesTo(url), tooLate]);
  }

  async #fetchBy(route: Route, url: URL, init: RequestInit): Promise<Response> {
    const forwarder = forwarderOf(route, url);
    if (!forwarder) return fetchThrough(this.#agentOf(route, url), url, init);
    const response = await fetchThrough(this.#agentOf(route, url), url, init, proxyAuthorization(forwarder));
    if (response.status !== 407) return response;
    await response.body?.cancel();
    throw proxyRefusal(forwarder, 407);
  }

  /** The agent that keeps the connections to one server along one route. */
  #agentOf(route: Route, url: URL): Agent {
    const key = `${url.origin} ${JSON.stringify(route)}`;
    const known = this.#agents.get(key);
    if (known) return known;
    const { trust, limits = dialLimits } = this.#ports;
    const forwarder = forwarderOf(route, url);
    const connect = () => (forwarder ? dialProxy(forwarder, trust, limits) : this.#dial(url, route));
    const agent = new DialingAgent(schemeOf(url), connect, { keepAlive: true });
    this.#agents.set(key, agent);
    return agent;
  }

  #dial(url: URL, route: Route): Promise<Socket> {
    const { trust, limits = dialLimits } = this.#ports;
    return dial(targetOf(url), route, trust, limits);
  }
}

/** Plain HTTP goes through an HTTP proxy as requests, not as a tunnel: many of them tunnel to port 443 only. */
function forwarderOf(route: Route, url: URL): ProxyPlace | undefined {
  const isForwarded = route.by === 'proxy' && url.protocol === 'http:' && !route.proxy.kind.startsWith('socks');
  return isForwarded ? route.proxy : undefined;
}

function schemeOf(url: URL): 'http:' | 'https:' {
  return url.protocol === 'https:' ? 'https:' : 'http:';
}

async function firstConnected<T>(routes: readonly Route[], attempt: (route: Route) => Promise<T>): Promise<T> {
  let fault: unknown = new NetworkFault({ kind: 'proxy-unknown' });
  for (const route of routes) {
    try {
      return await attempt(route);
    } catch (thrown) {
      if (!mayTryNext(thrown)) throw thrown;
      fault = thrown;
    }
  }
  throw fault;
}
