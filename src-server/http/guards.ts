import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { type Fault, fault } from '#shared/protocol/error';
import { kindOfAddress } from '../webhooks/address-policy.ts';

/** What a request's `Host` may say: loopback names with our port while on loopback, and the names that were listed. */
export type HostRule = { onLoopback: boolean; port: number; allowedHosts: readonly string[] };

type Head = { method?: string | undefined; headers: IncomingHttpHeaders };

/**
 * Turns away what no agent or client of ours sends but a web page would (guarantees.md 2), before anything is known about
 * credentials: a foreign or missing `Host` (DNS rebinding), any `Origin`, any `Sec-Fetch-Site` but `none`, and a body
 * that is not JSON. Holds for HTTP and for the upgrade to WebSocket. Returns the fault, or undefined.
 */
export function guardFault({ method, headers }: Head, rule: HostRule): Fault | undefined {
  if (!isAllowedHost(headers.host, rule)) {
    return fault('ORIGIN_NOT_ALLOWED', 'This server does not answer to this host name.', { header: 'host' });
  }
  if (headers.origin !== undefined) {
    return fault('ORIGIN_NOT_ALLOWED', 'Web pages may not use this server.', { header: 'origin' });
  }
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'none') {
    return fault('ORIGIN_NOT_ALLOWED', 'Web pages may not use this server.', { header: 'sec-fetch-site' });
  }
  if (method !== 'GET' && method !== 'HEAD' && !isJsonOrNothing(headers)) {
    const message = 'A body must have the content type application/json.';
    return fault('UNSUPPORTED_MEDIA_TYPE', message, { header: 'content-type' });
  }
  return undefined;
}

function isAllowedHost(header: string | undefined, { onLoopback, port, allowedHosts }: HostRule): boolean {
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]/@?#\s]+)(?::(\d{1,5}))?$/i.exec(header ?? '');
  if (!match?.[1]) return false;
  const host = match[1].toLowerCase();
  if (allowedHosts.some((one) => one.toLowerCase() === host)) return true;
  const address = host.replace(/^\[|\]$/g, '');
  // A name can be made to lead anywhere, an address cannot: off loopback every address is ours by being reached here.
  if (!onLoopback) return isIP(address) !== 0;
  const isOurs = host === 'localhost' || kindOfAddress(address) === 'loopback';
  return isOurs && Number(match[2] ?? 80) === port;
}

// A2A 1.0 names its JSON differently (appendix A.3); no web page can send that without asking first, which is refused.
const json = /^application\/(?:a2a\+)?json\s*(;\s*charset="?utf-8"?\s*)?$/i;

function isJsonOrNothing(headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type'];
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return type === undefined ? !hasBody : json.test(type);
}
