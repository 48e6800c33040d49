import { getDomain } from 'tldts';
import type { GuardRule } from '../rule.ts';

/** The host is known to be a name, so nothing has to be cut out of it. */
const asPlainHostname = { allowPrivateDomains: true, extractHostname: false, validateHostname: false };

/**
 * A machine in AWS's first region. The public suffix list has `*.compute-1.amazonaws.com`, which takes each of these
 * machines for a suffix.
 */
const machineInFirstRegion = /^ec2-\d+-\d+-\d+-\d+\.compute-1\.amazonaws\.com$/;

/**
 * Demands a name that belongs to one holder. Under a public suffix strangers hold their own names
 * (`co.uk`, and in the private section `github.io`, `workers.dev`), and a destination list blocks all below a name.
 * A URL with a path on such a host may well be one holder's (`https://s3.amazonaws.com/bucket/file`):
 * whether it cuts off others is for a person to say.
 *
 * @see https://publicsuffix.org/
 */
export const registrableName: GuardRule = {
  name: 'registrable-name',
  objectTo({ place, reach }) {
    if (place?.kind !== 'name' || getDomain(place.name, asPlainHostname) !== null) return undefined;
    if (machineInFirstRegion.test(place.name)) return undefined;
    return {
      decision: reach === 'all' ? 'reject' : 'hold',
      reason: 'public-suffix',
      explanation: `Strangers hold names of their own below ${place.name}, and a block would hit all of them.`,
    };
  },
};
