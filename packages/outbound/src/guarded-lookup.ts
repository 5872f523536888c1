import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { OutboundError } from './outbound-error.ts';

/** Finds all addresses of a name. */
export type FindAddresses = (name: string) => Promise<LookupAddress[]>;

const findAll = promisify(systemLookup);
const bySystem: FindAddresses = (name) => findAll(name, { all: true });

/**
 * A look-up for sockets that gives only addresses that may be asked. The socket connects to what it gives, so nobody
 * can give another answer between the check and the connection. A name of which one address is forbidden is forbidden:
 * who mixes them means no good.
 */
export function guardedLookup(
  isAllowed: (address: string) => boolean,
  find: FindAddresses = bySystem,
): LookupFunction {
  return (name, options, connect) => {
    find(name).then(
      (found) => {
        const wanted = found.filter(({ family }) => !options.family || familyOf(options.family) === family);
        const [first] = wanted;
        if (!first) return connect(new OutboundError('unreachable', `${name} has no address`), []);
        if (!found.every(({ address }) => isAllowed(address))) return connect(forbidden(name), []);
        return options.all ? connect(null, wanted) : connect(null, first.address, first.family);
      },
      () => connect(new OutboundError('unreachable', `${name} is not known`), []),
    );
  };
}

/** What is said of a name or an address that leads to where nothing may be sent. */
export const forbidden = (name: string) =>
  new OutboundError('forbidden', `${name} does not lead to a public address`);

const familyOf = (family: number | string) => Number(String(family).replace('IPv', ''));
