import { addressEchoServices } from './embedded/address-echo-services.ts';
import { awsNames } from './embedded/aws-services.ts';
import { ciscoNames, ciscoNetworks } from './embedded/cisco-services.ts';
import { essentialServices } from './embedded/essential-services.ts';
import { freeMail } from './embedded/free-mail.ts';
import { googleSearch } from './embedded/google-names.ts';
import { identityProviders } from './embedded/identity-providers.ts';
import { internetOperation } from './embedded/internet-operation.ts';
import { mostVisited } from './embedded/most-visited.ts';
import { type NamesByOwner, namesOf } from './embedded/names-by-owner.ts';
import { resolverAddresses, resolverNames, rootServers } from './embedded/public-resolvers.ts';
import { securityResearch } from './embedded/security-research.ts';
import { sharedFronts } from './embedded/shared-fronts.ts';
import { contentHosts, tenantSuffixes } from './embedded/shared-hosting.ts';
import { urlShorteners } from './embedded/url-shorteners.ts';
import { wellKnownSites } from './embedded/well-known-sites.ts';
import { nameSet } from './places/name-set.ts';
import { networkSet } from './places/network-set.ts';
import type { GuardRule } from './rule.ts';
import { type ProtectedPlaces, protectedPlacesRule } from './rules/protected-places.ts';

const namesOn = (...lists: readonly NamesByOwner[]) => nameSet(lists.flatMap(namesOf));

/**
 * What the project knows by itself, in the order in which it is asked: places without which nobody works are rejected; places that are merely popular
 * or shared are held, because a person may have a reason to block one.
 */
const embeddedPlaces: readonly ProtectedPlaces[] = [
  {
    rule: 'not-cisco',
    reason: 'cisco-service',
    what: "Cisco's own: a block would hit the product that blocks",
    names: namesOn(ciscoNames),
    networks: networkSet(ciscoNetworks),
    decisions: { all: 'reject', below: 'reject', page: 'reject' },
  },
  {
    rule: 'not-aws',
    reason: 'aws-service',
    what: "AWS's own, where this system runs",
    names: namesOn(awsNames),
    decisions: { all: 'reject', below: 'reject', page: 'reject' },
  },
  {
    rule: 'not-an-essential-service',
    reason: 'essential-service',
    what: 'a service that companies work with every day',
    names: namesOn(essentialServices, googleSearch),
    decisions: { all: 'reject', below: 'hold', page: 'hold' },
  },
  {
    rule: 'not-a-public-resolver',
    reason: 'public-resolver',
    what: 'a public DNS resolver',
    names: namesOn(resolverNames),
    networks: networkSet(namesOf(resolverAddresses)),
    decisions: { all: 'reject', below: 'hold', page: 'reject' },
  },
  {
    rule: 'not-a-root-server',
    reason: 'dns-root-server',
    what: 'a root server of the DNS',
    networks: networkSet(rootServers),
    decisions: { all: 'reject', page: 'reject' },
  },
  {
    rule: 'not-internet-operation',
    reason: 'internet-operation',
    what: 'needed for updates, certificates, the time or the network',
    names: namesOn(internetOperation),
    decisions: { all: 'reject', below: 'hold', page: 'hold' },
  },
  {
    rule: 'not-an-identity-provider',
    reason: 'identity-provider',
    what: 'a service that people sign in with',
    names: namesOn(identityProviders),
    decisions: { all: 'reject', below: 'hold', page: 'hold' },
  },
  {
    rule: 'not-security-research',
    reason: 'security-research',
    what: 'where threats are described or looked up',
    names: namesOn(securityResearch),
    decisions: { all: 'reject', below: 'reject', page: 'reject' },
    strangersToo: true,
  },
  {
    rule: 'not-shared-hosting',
    reason: 'shared-hosting',
    what: 'a host of many strangers',
    names: namesOn(tenantSuffixes),
    decisions: { all: 'reject' },
  },
  {
    rule: 'not-a-content-host',
    reason: 'content-host',
    what: 'a host of files and pages of many strangers',
    names: namesOn(contentHosts),
    decisions: { all: 'hold', below: 'hold' },
  },
  {
    rule: 'not-a-url-shortener',
    reason: 'url-shortener',
    what: 'a URL shortener: one short link may be blocked, its host not',
    names: namesOn(urlShorteners),
    decisions: { all: 'hold', below: 'hold' },
  },
  {
    rule: 'not-free-mail',
    reason: 'free-mail',
    what: 'a mail provider for everybody',
    names: namesOn(freeMail),
    decisions: { all: 'hold', below: 'hold' },
  },
  {
    rule: 'not-an-address-echo',
    reason: 'address-echo',
    what: 'a service that tells one its own address',
    names: namesOn(addressEchoServices),
    decisions: { all: 'hold', below: 'hold', page: 'hold' },
  },
  {
    rule: 'not-a-shared-front',
    reason: 'shared-front',
    what: 'an address that many sites stand behind',
    networks: networkSet(namesOf(sharedFronts)),
    decisions: { all: 'hold' },
  },
  {
    rule: 'not-well-known',
    reason: 'well-known-site',
    what: 'among the most visited sites',
    names: namesOn(wellKnownSites, mostVisited),
    decisions: { all: 'hold', below: 'hold' },
  },
];

/** Made once, when the module is loaded: sorting the names takes longer than screening with them. */
export const embeddedRules: readonly GuardRule[] = embeddedPlaces.map(protectedPlacesRule);
