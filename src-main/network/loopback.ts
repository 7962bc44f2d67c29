import { isIPv4 } from 'node:net';

/** Whether a URL's host name is this machine itself, by name: nothing is asked of DNS. */
export function isLoopback(hostname: string): boolean {
  const host = bareHost(hostname).replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost') || host === '::1') return true;
  return isIPv4(host) && host.startsWith('127.');
}

/** The host of a URL as sockets want it: an IPv6 address without its brackets. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '').toLowerCase();
}
