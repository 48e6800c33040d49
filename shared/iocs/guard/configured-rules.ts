import type { GuardSettings } from '../../config/guard.ts';
import type { GuardList } from './lists/guard-list.ts';
import { nameSet } from './places/name-set.ts';
import { networkSet } from './places/network-set.ts';
import type { GuardRule } from './rule.ts';
import { protectedPlacesRule } from './rules/protected-places.ts';

/** What the company itself says is never to be blocked: nothing on, below or above it, nor in or around it. */
export function configuredRules({ ownDomains, ownNetworks, neverBlock }: GuardSettings): GuardRule[] {
  return [
    protectedPlacesRule({
      rule: 'not-your-own',
      reason: 'own-place',
      what: 'one of your own, by guard.ownDomains or guard.ownNetworks',
      names: nameSet(ownDomains),
      networks: networkSet(ownNetworks),
      decisions: { all: 'reject', below: 'reject', page: 'reject' },
      strangersToo: true,
    }),
    protectedPlacesRule({
      rule: 'not-never-block',
      reason: 'never-block-list',
      what: 'on the list guard.neverBlock',
      names: nameSet(neverBlock.domains),
      networks: networkSet(neverBlock.networks),
      decisions: { all: 'reject', below: 'reject', page: 'reject' },
      strangersToo: true,
    }),
  ];
}

/** What the company leaves to a person. */
export function holdListRule({ domains, networks }: GuardSettings['holdBlock']): GuardRule {
  return protectedPlacesRule({
    rule: 'not-on-hold-list',
    reason: 'hold-list',
    what: 'on the list guard.holdBlock',
    names: nameSet(domains),
    networks: networkSet(networks),
    decisions: { all: 'hold', below: 'hold', page: 'hold' },
    strangersToo: true,
  });
}

/** Rankings have malware in them too: what lies below a listed name, or on a page there, is never rejected for that. */
export function refreshedListRule({ name, decision, names, networks }: GuardList): GuardRule {
  return protectedPlacesRule({
    rule: `not-on-${name}`,
    reason: 'published-list',
    what: `on the list ${name}`,
    names: nameSet(names),
    networks: networkSet(networks),
    decisions: { all: decision, below: 'hold' },
  });
}
