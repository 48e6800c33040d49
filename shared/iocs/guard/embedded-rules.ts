import { addressEchoServices } from './lists/address-echo-services.ts';
import { awsNames } from './lists/aws-services.ts';
import { ciscoNames, ciscoNetworks } from './lists/cisco-services.ts';
import { essentialServices } from './lists/essential-services.ts';
import { freeMail } from './lists/free-mail.ts';
import { googleSearch } from './lists/google-names.ts';
import { identityProviders } from './lists/identity-providers.ts';
import { internetOperation } from './lists/internet-operation.ts';
import { mostVisited } from './lists/most-visited.ts';
import { type NamesByOwner, namesOf } from './lists/names-by-owner.ts';
import { resolverAddresses, resolverNames, rootServers } from './lists/public-resolvers.ts';
import { sharedFronts } from './lists/shared-fronts.ts';
import { contentHosts, tenantSuffixes } from './lists/shared-hosting.ts';
import { urlShorteners } from './lists/url-shorteners.ts';
import { wellKnownSites } from './lists/well-known-sites.ts';
import { nameSet } from './places/name-set.ts';
import { networkSet } from './places/network-set.ts';
import type { GuardRule } from './rule.ts';
import { protectedPlacesRule } from './rules/protected-places.ts';

const namesOn = (...lists: readonly NamesByOwner[]) => nameSet(lists.flatMap(namesOf));

/**
 * What the project knows by itself: places without which nobody works are rejected; places that are merely popular
 * or shared are held, because a person may have a reason to block one.
 */
export const embeddedRules: readonly GuardRule[] = [
  {
    rule: 'not-cisco',
    reason: 'cisco-service',
    what: "Cisco's own: a block would hit the product that blocks",
    names: namesOn(ciscoNames),
    networks: networkSet(ciscoNetworks),
    decisions: { host: 'reject', below: 'reject', page: 'reject' },
  } as const,
  {
    rule: 'not-aws',
    reason: 'aws-service',
    what: "AWS's own, where this system runs",
    names: namesOn(awsNames),
    decisions: { host: 'reject', below: 'reject', page: 'reject' },
  } as const,
  {
    rule: 'not-a-public-resolver',
    reason: 'public-resolver',
    what: 'a public DNS resolver',
    names: namesOn(resolverNames),
    networks: networkSet(namesOf(resolverAddresses)),
    decisions: { host: 'reject', below: 'hold', page: 'reject' },
  } as const,
  {
    rule: 'not-a-root-server',
    reason: 'dns-root-server',
    what: 'a root server of the DNS',
    networks: networkSet(rootServers),
    decisions: { host: 'reject', page: 'reject' },
  } as const,
  {
    rule: 'not-internet-operation',
    reason: 'internet-operation',
    what: 'needed for updates, certificates, the time or the network',
    names: namesOn(internetOperation),
    decisions: { host: 'reject', below: 'hold', page: 'hold' },
  } as const,
  {
    rule: 'not-an-identity-provider',
    reason: 'identity-provider',
    what: 'a service that people sign in with',
    names: namesOn(identityProviders),
    decisions: { host: 'reject', below: 'hold', page: 'hold' },
  } as const,
  {
    rule: 'not-an-essential-service',
    reason: 'essential-service',
    what: 'a service that companies work with every day',
    names: namesOn(essentialServices, googleSearch),
    decisions: { host: 'reject', below: 'hold', page: 'hold' },
  } as const,
  {
    rule: 'not-shared-hosting',
    reason: 'shared-hosting',
    what: 'a host of many strangers',
    names: namesOn(tenantSuffixes),
    decisions: { host: 'reject' },
  } as const,
  {
    rule: 'not-a-content-host',
    reason: 'content-host',
    what: 'a host of files and pages of many strangers',
    names: namesOn(contentHosts),
    decisions: { host: 'hold', below: 'hold' },
  } as const,
  {
    rule: 'not-a-url-shortener',
    reason: 'url-shortener',
    what: 'a URL shortener: one short link may be blocked, its host not',
    names: namesOn(urlShorteners),
    decisions: { host: 'hold', below: 'hold' },
  } as const,
  {
    rule: 'not-free-mail',
    reason: 'free-mail',
    what: 'a mail provider for everybody',
    names: namesOn(freeMail),
    decisions: { host: 'hold', below: 'hold' },
  } as const,
  {
    rule: 'not-an-address-echo',
    reason: 'address-echo',
    what: 'a service that tells one its own address',
    names: namesOn(addressEchoServices),
    decisions: { host: 'hold', below: 'hold', page: 'hold' },
  } as const,
  {
    rule: 'not-a-shared-front',
    reason: 'shared-front',
    what: 'an address that many sites stand behind',
    networks: networkSet(namesOf(sharedFronts)),
    decisions: { host: 'hold' },
  } as const,
  {
    rule: 'not-well-known',
    reason: 'well-known-site',
    what: 'among the most visited sites',
    names: namesOn(wellKnownSites, mostVisited),
    decisions: { host: 'hold', below: 'hold' },
  } as const,
].map(protectedPlacesRule);
