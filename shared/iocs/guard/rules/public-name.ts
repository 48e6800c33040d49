import { hostOf } from '../indicator-host.ts';
import type { GuardRule } from '../rule.ts';

/**
 * Names that never resolve in the public DNS, or that hold it together: a block of them is a mistake or does harm.
 * `.example` is missing on purpose. It is reserved as well, and so it is what documentation, tests and trials
 * of this project block without hurting anybody.
 *
 * @see https://www.iana.org/assignments/special-use-domain-names
 * @see https://www.icann.org/en/system/files/files/sac-113-en.pdf for `.internal`
 */
const specialUseSuffixes = ['alt', 'arpa', 'internal', 'invalid', 'local', 'localhost', 'onion', 'test'];

/** Demands a name that belongs to the public DNS. */
export const publicName: GuardRule = {
  name: 'public-name',
  objectTo(indicator) {
    const host = hostOf(indicator);
    if (host?.kind !== 'name') return undefined;
    const suffix = host.name.slice(host.name.lastIndexOf('.') + 1);
    if (!specialUseSuffixes.includes(suffix)) return undefined;
    return {
      decision: 'reject',
      reason: 'special-use-name',
      explanation: `${host.name} is no name of the public DNS: .${suffix} is kept for special use.`,
    };
  },
};
