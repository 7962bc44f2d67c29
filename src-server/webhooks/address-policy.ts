import { BlockList, isIP } from 'node:net';

/** Networks no webhook may reach: everything that is not the public internet (IANA special-purpose registries). */
const notPublic4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Of IPv6 only 2000::/3 is public, less the parts that hold IPv4 addresses (Teredo, 6to4) or documentation. */
const notPublic6 = ['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

// A list holds one family: an IPv4 address would be looked up in IPv6 networks by its mapped form.
const networks = {
  ipv4: { loopback: blockList('ipv4', ['127.0.0.0/8']), notPublic: blockList('ipv4', notPublic4) },
  ipv6: { loopback: blockList('ipv6', ['::1/128']), notPublic: blockList('ipv6', notPublic6) },
};

function blockList(family: 'ipv4' | 'ipv6', subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [address = '', bits] = subnet.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** `public`: anywhere; `loopback`: this machine; `private`: every other address. */
export type AddressKind = 'public' | 'loopback' | 'private';

/** What kind of address an IP address is. IPv6 addresses that hold an IPv4 one count as private: nobody needs them. */
export function kindOfAddress(address: string): AddressKind {
  switch (isIP(address)) {
    case 4:
      return kindOf(address, 'ipv4');
    case 6:
      // A zone (`%eth0`) is for link-local addresses only; the mapped form is looked up as the IPv4 it holds.
      if (address.includes('%') || isMapped(address)) return 'private';
      return kindOf(address, 'ipv6');
    default:
      return 'private';
  }
}

function kindOf(address: string, family: 'ipv4' | 'ipv6'): AddressKind {
  const { loopback, notPublic } = networks[family];
  if (loopback.check(address, family)) return 'loopback';
  return notPublic.check(address, family) ? 'private' : 'public';
}

function isMapped(address: string): boolean {
  return new URL(`http://[${address}]`).hostname.startsWith('[::ffff:');
}

/** The host of a URL without the brackets of IPv6 and without the final dot, in lower case. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** Whether a host is this machine by its spelling: a loopback address, `localhost` or a name below it. */
export function isLoopbackName(host: string): boolean {
  if (isIP(host) !== 0) return kindOfAddress(host) === 'loopback';
  return host === 'localhost' || host.endsWith('.localhost');
}
