import type { networkInterfaces } from 'node:os';

/** What can be seen of the network from here: the addresses that lead outside, and whether the system says it is online. */
export type NetworkPicture = { addresses: string; isOnline: boolean };

export function pictureOf(interfaces: ReturnType<typeof networkInterfaces>, isOnline: boolean): NetworkPicture {
  const addresses = Object.entries(interfaces)
    .flatMap(([name, list]) => (list ?? []).filter(({ internal }) => !internal).map(({ cidr }) => `${name} ${cidr}`))
    .sort()
    .join('\n');
  return { addresses, isOnline: isOnline && addresses !== '' };
}

/**
 * What a new picture says of the network, if anything. Another address means another way out: sockets of the old one are
 * dead or soon will be, and a wait for the old one is a wait for nothing.
 */
export function differenceOf(before: NetworkPicture, now: NetworkPicture): 'network-up' | 'network-down' | undefined {
  if (now.addresses === before.addresses && now.isOnline === before.isOnline) return undefined;
  return now.isOnline ? 'network-up' : 'network-down';
}
