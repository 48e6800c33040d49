import type { GuardRule } from '../rule.ts';

/** Names that every manual uses; what lies below them is as harmless to block as `.example`. */
const documentationNames = ['example.com', 'example.net', 'example.org'];

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
  objectTo({ place }) {
    if (place?.kind !== 'name') return undefined;
    if (documentationNames.includes(place.name.replace(/^www\./, ''))) {
      return {
        decision: 'reject',
        reason: 'documentation-name',
        explanation: `${place.name} is a name for manuals, and nobody's.`,
      };
    }
    const suffix = place.name.slice(place.name.lastIndexOf('.') + 1);
    if (!specialUseSuffixes.includes(suffix)) return undefined;
    return {
      decision: 'reject',
      reason: 'special-use-name',
      explanation: `${place.name} is no name of the public DNS: .${suffix} is kept for special use.`,
    };
  },
};
