import { z } from 'zod';
import { bareHost } from './loopback.ts';
import { direct, nameOf, ProxyUrl, type Route } from './route.ts';

const Path = z.string().min(1).optional().catch(undefined);
/** No way at all where the variable cannot be read: a proxy was meant, so direct would be a way around it. */
const Routes = z
  .union([z.undefined().transform(() => [direct]), ProxyUrl.transform((proxy): Route[] => [{ by: 'proxy', proxy }])])
  .catch([]);

const Environment = z.object({
  TRIAGE_CA_FILE: Path,
  NODE_EXTRA_CA_CERTS: Path,
  https_proxy: Routes,
  http_proxy: Routes,
  no_proxy: z.string().default(''),
});

/** What the environment says about networks, in the variables that other programs read too. */
export type NetworkEnvironment = {
  /** Files with certificate authorities to trust besides the system's. */
  certificateFiles: string[];
  httpRoutes: Route[];
  httpsRoutes: Route[];
  /** Hosts that are reached without a proxy: `NO_PROXY`, taken apart. */
  noProxy: string[];
};

/** Reads the environment, once. The lower-case names of the proxies win, as in other programs. */
export function readNetworkEnvironment(env: Record<string, string | undefined>): NetworkEnvironment {
  const either = (name: string) => env[name] || env[name.toUpperCase()] || undefined;
  const found = Environment.parse({
    TRIAGE_CA_FILE: env.TRIAGE_CA_FILE,
    NODE_EXTRA_CA_CERTS: env.NODE_EXTRA_CA_CERTS,
    https_proxy: either('https_proxy') ?? either('all_proxy'),
    http_proxy: either('http_proxy') ?? either('all_proxy'),
    no_proxy: either('no_proxy'),
  });
  return {
    certificateFiles: [found.NODE_EXTRA_CA_CERTS, found.TRIAGE_CA_FILE].filter((path) => path !== undefined),
    httpRoutes: found.http_proxy,
    httpsRoutes: found.https_proxy,
    noProxy: found.no_proxy.split(/[\s,]+/).filter(Boolean),
  };
}

/** The way to a URL where no system is asked: plain Node. */
export function routesOfEnvironment(url: URL, environment: NetworkEnvironment): Route[] {
  if (environment.noProxy.some((entry) => isCovered(url, entry))) return [direct];
  return url.protocol === 'https:' ? environment.httpsRoutes : environment.httpRoutes;
}

/** A proxy that the system names has no credentials: those of the environment for the same proxy are its own. */
export function withCredentials(route: Route, { httpRoutes, httpsRoutes }: NetworkEnvironment): Route {
  if (route.by === 'direct') return route;
  const isSame = (other: Route) => other.by === 'proxy' && nameOf(other.proxy) === nameOf(route.proxy);
  const named = [...httpsRoutes, ...httpRoutes].find(isSame);
  return named?.by === 'proxy' ? { by: 'proxy', proxy: { ...named.proxy, ...route.proxy } } : route;
}

/** `example.com`, `.example.com` and `*.example.com` cover the name and those below it; a port narrows it; `*` is all. */
function isCovered(url: URL, entry: string): boolean {
  if (entry === '*') return true;
  const found = /^(?:\*?\.)?(.+?)(?::(\d+))?$/.exec(
    entry.includes('::') && !entry.startsWith('[') ? `[${entry}]` : entry,
  );
  if (!found?.[1]) return false;
  const name = bareHost(found[1]);
  const host = bareHost(url.hostname);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return (host === name || host.endsWith(`.${name}`)) && (found[2] === undefined || found[2] === port);
}
