import type { GuardSettings } from '../../config/guard.ts';
import { configuredRules, holdListRule, refreshedListRule } from './configured-rules.ts';
import { embeddedRules } from './embedded-rules.ts';
import type { GuardList } from './lists/guard-list.ts';
import type { GuardRule } from './rule.ts';
import { blockableType } from './rules/blockable-type.ts';
import { multiLabelName } from './rules/multi-label-name.ts';
import { narrowNetwork } from './rules/narrow-network.ts';
import { notTheSender } from './rules/not-the-sender.ts';
import { publicAddress } from './rules/public-address.ts';
import { publicName } from './rules/public-name.ts';
import { registrableName } from './rules/registrable-name.ts';
import { severeEnough } from './rules/severe-enough.ts';
import { sureEnough } from './rules/sure-enough.ts';

/**
 * The guard: what is demanded of an indicator before it may be blocked, in the order in which it is asked.
 * The first rejection decides, else the first hold. A new rule is a file in `rules/` and a line here; a new list
 * of places is a file in `lists/` and an entry in `embedded-rules.ts`.
 *
 * | rule                       | against                                                         | decides        |
 * | -------------------------- | --------------------------------------------------------------- | -------------- |
 * | `not-the-sender`           | hosts of the sender, and what its connection ignores            | reject         |
 * | `blockable-type`           | types that the destination cannot hold, or without effect       | reject         |
 * | `narrow-network`           | networks wider than configured                                  | reject         |
 * | `public-address`           | private, loopback, documentation and other special addresses    | reject         |
 * | `multi-label-name`         | names of one label, such as `intranet` or a top-level domain    | reject         |
 * | `public-name`              | names outside the public DNS, such as `printer.local`           | reject         |
 * | `registrable-name`         | public suffixes: `co.uk`, `github.io`                           | reject, hold † |
 * | `not-your-own`             | the company's own domains and networks                          | reject         |
 * | `not-never-block`          | the configured allow list                                       | reject         |
 * | `not-cisco`                | Cisco's own hosts, Umbrella's resolvers and block pages         | reject         |
 * | `not-aws`                  | AWS's own hosts                                                 | reject         |
 * | `not-an-essential-service` | mail, documents, calls, code, payment, delivery networks        | reject, hold ‡ |
 * | `not-a-public-resolver`    | public resolvers, by name and address                           | reject, hold ‡ |
 * | `not-a-root-server`        | the DNS root servers                                            | reject         |
 * | `not-internet-operation`   | updates, certificates, time, captive portals                    | reject, hold ‡ |
 * | `not-an-identity-provider` | where people sign in                                            | reject, hold ‡ |
 * | `not-security-research`    | where threats are described and looked up                       | reject         |
 * | `not-shared-hosting`       | suffixes of hosting that the public suffix list does not have   | reject, hold † |
 * | `not-a-content-host`       | hosts of strangers' files, pastes, forms                        | hold           |
 * | `not-a-url-shortener`      | URL shorteners                                                  | hold           |
 * | `not-free-mail`            | mail providers for everybody                                    | hold           |
 * | `not-an-address-echo`      | what-is-my-address services                                     | hold           |
 * | `not-a-shared-front`       | addresses that many sites stand behind                          | hold           |
 * | `not-well-known`           | most visited and well-known sites                               | hold           |
 * | `not-on-<list>`            | what a published list of the configuration names                | as configured  |
 * | `not-on-hold-list`         | what the configuration leaves to a person                       | hold           |
 * | `sure-enough`              | a sender less sure than its connection asks                     | hold           |
 * | `severe-enough`            | an alert less severe than its connection asks                   | hold           |
 *
 * † holds a URL with a path or a query. ‡ holds a name below, and a URL with a path.
 */
export function guardRulesOf(settings: GuardSettings, refreshedLists: readonly GuardList[]): GuardRule[] {
  return [
    notTheSender,
    blockableType,
    narrowNetwork(settings.shortestPrefix),
    publicAddress,
    multiLabelName,
    publicName,
    registrableName,
    ...configuredRules(settings),
    ...embeddedRules,
    ...refreshedLists.map(refreshedListRule),
    holdListRule(settings.holdBlock),
    sureEnough,
    severeEnough,
  ];
}
