import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { fail, ok, type Result } from '#shared/result';
import { hostOf, isLoopbackName, kindOfAddress } from './address-policy.ts';

/** An address of a host, as `dns.lookup` gives it. */
export type Address = { address: string; family: number };
/** Finds all addresses of a host name; rejects when there are none. */
export type Resolve = (host: string) => Promise<Address[]>;

export const resolveBySystem: Resolve = (host) => lookup(host, { all: true, verbatim: true });

export type Unreachable = { because: 'unresolved' | 'not-allowed'; message: string };

/**
 * The addresses a delivery may use, resolved once and all of them tested: one that is not allowed refuses the delivery
 * (guarantees.md 2). A name that is not this machine's must not lead to loopback, and the other way round.
 */
export async function allowedAddresses(
  url: URL,
  onLoopback: boolean,
  resolve: Resolve,
): Promise<Result<Address[], Unreachable>> {
  const host = hostOf(url);
  const family = isIP(host);
  const found = family === 0 ? await resolve(host).catch(() => []) : [{ address: host, family }];
  if (found.length === 0) return fail({ because: 'unresolved', message: 'The host name could not be resolved.' });
  const wanted = onLoopback && isLoopbackName(host) ? 'loopback' : 'public';
  const forbidden = found.find(({ address }) => kindOfAddress(address) !== wanted);
  if (!forbidden) return ok(found);
  return fail({ because: 'not-allowed', message: `The address ${forbidden.address} is not allowed.` });
}

/** A lookup that knows only these addresses, so that the connection goes to what was tested and to nothing else. */
export function pinnedLookup(addresses: readonly Address[]): LookupFunction {
  return (_host, options, callback) => {
    if (options.all) return callback(null, [...addresses]);
    const first = addresses[0];
    if (first) return callback(null, first.address, first.family);
    return callback(new Error('No address.'), '', 0);
  };
}
