import { z } from 'zod';

/** The proxy of one route. `host` is bare, an IPv6 address without brackets. */
export type ProxyPlace = {
  kind: 'http' | 'https' | 'socks4' | 'socks5';
  host: string;
  port: number;
  credentials?: { name: string; password: string } | undefined;
};

/** One way to a server. */
export type Route = { by: 'direct' } | { by: 'proxy'; proxy: ProxyPlace };

export const direct: Route = { by: 'direct' };

/** How a proxy is named before a person: never with its credentials. */
export function nameOf({ host, port }: ProxyPlace): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

const kinds: Record<string, { kind: ProxyPlace['kind']; port: number }> = {
  PROXY: { kind: 'http', port: 80 },
  HTTP: { kind: 'http', port: 80 },
  HTTPS: { kind: 'https', port: 443 },
  SOCKS: { kind: 'socks4', port: 1080 }, // as Chromium reads it
  SOCKS4: { kind: 'socks4', port: 1080 },
  SOCKS5: { kind: 'socks5', port: 1080 },
};

/**
 * Reads what a PAC script or Chromium answers, such as `PROXY a:3128; SOCKS5 b; DIRECT`, in its order. Entries that
 * cannot be read are left out: an answer without any that can gives no route at all, and never a direct one.
 */
export function routesOfPac(answer: string): Route[] {
  return answer.split(';').flatMap((entry) => {
    const [word = '', address = '', ...rest] = entry.trim().split(/\s+/);
    if (word.toUpperCase() === 'DIRECT' && address === '') return [direct];
    const known = kinds[word.toUpperCase()];
    const place = known && rest.length === 0 ? placeOf(address, known.port) : undefined;
    return known && place ? [{ by: 'proxy' as const, proxy: { kind: known.kind, ...place } }] : [];
  });
}

const schemes: Record<string, { kind: ProxyPlace['kind']; port: number }> = {
  'http:': { kind: 'http', port: 80 },
  'https:': { kind: 'https', port: 443 },
  'socks:': { kind: 'socks5', port: 1080 },
  'socks4:': { kind: 'socks4', port: 1080 },
  'socks4a:': { kind: 'socks4', port: 1080 },
  'socks5:': { kind: 'socks5', port: 1080 },
  'socks5h:': { kind: 'socks5', port: 1080 },
};

/** A proxy as the environment names it: `http://name:password@host:3128`, or just `host:3128`. */
export const ProxyUrl = z.string().transform((text, context): ProxyPlace => {
  const full = text.includes('://') ? text : `http://${text}`;
  const url = URL.canParse(full) ? new URL(full) : undefined;
  const scheme = url && schemes[url.protocol];
  // Only URLs of http and https are taken apart into host and port by every runtime alike.
  const place =
    url && scheme ? placeOf(full.replace(/^[^:]+:\/\/(?:.*@)?/, '').replace(/[/?#].*$/, ''), scheme.port) : undefined;
  if (!url || !scheme || !place) {
    context.addIssue({ code: 'custom', message: 'not the URL of a proxy' });
    return z.NEVER;
  }
  const credentials = url.username ? { name: decoded(url.username), password: decoded(url.password) } : undefined;
  return { kind: scheme.kind, ...place, credentials };
});

/** Host and port of `host`, `host:port` or `[::1]:port`. */
function placeOf(address: string, standardPort: number): { host: string; port: number } | undefined {
  const found = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:/[\]@]+))(?::(\d{1,5}))?$/.exec(address);
  const host = found?.[1] ?? found?.[2];
  const port = found?.[3] === undefined ? standardPort : Number(found[3]);
  return host && port >= 1 && port <= 65_535 ? { host: host.toLowerCase(), port } : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
