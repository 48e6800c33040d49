import type { GuardRule } from './rule.ts';
import { blockableType } from './rules/blockable-type.ts';
import { multiLabelName } from './rules/multi-label-name.ts';
import { narrowNetwork } from './rules/narrow-network.ts';
import { publicAddress } from './rules/public-address.ts';
import { publicName } from './rules/public-name.ts';
import { registrableName } from './rules/registrable-name.ts';

/**
 * The guard: what is demanded of an indicator before it may be blocked, in the order in which it is asked.
 * The first objection decides. A new rule is a file in `rules/` and a line here.
 *
 * | rule               | refuses                                                                     |
 * | ------------------ | --------------------------------------------------------------------------- |
 * | `blockable-type`   | types that a destination list cannot hold, or holds without effect          |
 * | `narrow-network`   | networks wider than /16 (IPv4) or /48 (IPv6)                                |
 * | `public-address`   | private, loopback, documentation and other special-purpose addresses        |
 * | `multi-label-name` | names of one label, such as `intranet` or a bare top-level domain           |
 * | `public-name`      | names that do not belong to the public DNS, such as `printer.local`         |
 * | `registrable-name` | names under which strangers hold their own: `co.uk`, `github.io`            |
 */
export const guardRules: readonly GuardRule[] = [
  blockableType,
  narrowNetwork,
  publicAddress,
  multiLabelName,
  publicName,
  registrableName,
];
