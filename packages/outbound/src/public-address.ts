import ipaddr from 'ipaddr.js';

/** What is handed out of IPv6 for the public (RFC 4291): everything else is for some special use, or for none yet. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to a machine on the public network. All others are refused: this machine, private
 * networks, those of a provider, and addresses of IPv6 that stand for another one (mapped, NAT64, 6to4, Teredo), since
 * that one may be private.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_IPV6);
}
