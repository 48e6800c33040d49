import { z } from 'zod';
import type { IndicatorType } from '../iocs/indicator.ts';
import { organisationNameSchema } from './names.ts';

/** What a network group holds; a domain becomes a fully qualified domain name. */
export const typesOfNetworkGroups = [
  'ipv4',
  'ipv6',
  'cidr',
  'domain',
] as const satisfies readonly IndicatorType[];

/**
 * Where the common objects of an organisation are served.
 * @see https://developer.cisco.com/docs/security-cloud-control/getting-started/
 */
export const commonObjectsRegions = ['us', 'eu', 'in', 'apj', 'au', 'uae'] as const;

/** The longest name that a group may have in Security Cloud Control. */
const longestGroupName = 32;

const common = {
  organisation: organisationNameSchema.describe('The organisation, by its key above, that owns the group.'),
  indicatorTypes: z
    .array(z.enum(typesOfNetworkGroups))
    .min(1, 'name at least one type of indicator')
    .default([...typesOfNetworkGroups])
    .describe(
      'What goes to the group where a connection has no "routes" for it. Default: all that it can hold.',
    ),
  whenNotEnforced: z
    .enum(['store', 'refuse'])
    .default('store')
    .describe(
      'When no active rule denies the group: "store" writes the indicator and reports stored-not-enforced, "refuse" writes nothing and reports rejected. A group that a permit rule uses is never written, whatever stands here.',
    ),
};

/** A group of Security Cloud Control's common objects, which rules of firewalls name. */
const commonObjectsGroupSchema = z
  .strictObject({
    kind: z.literal('network-group'),
    ...common,
    name: z
      .string()
      .max(longestGroupName)
      .regex(
        /^[A-Za-z0-9_.-]+( [A-Za-z0-9_.-]+)*$/,
        'letters, digits, "_", "-", "." and single spaces between them',
      )
      .describe(
        'Name of the group in Security Cloud Control. It is made when it is not there; what it has no room for goes to groups named after it, -01, -02 and so on, which are its members.',
      ),
    region: z
      .enum(commonObjectsRegions)
      .describe('Where the common objects of the organisation are served. A wrong one is answered with 421.'),
    baseUrl: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe(
        "Replaces the host of the region, such as https://api.us.security.cisco.com. Default: the organisation's own baseUrl, or the region's host.",
      ),
    mostEntries: z
      .int()
      .min(1)
      .max(100_000)
      .default(100_000)
      .describe(
        'Entries after which the group counts as full. An organisation takes 100,000 objects in all.',
      ),
    deploy: z
      .enum(['never', 'auto'])
      .default('never')
      .describe(
        'What is written has an effect once it is deployed to the firewalls. "never": a person deploys. "auto": it is deployed by Firewall Manager, together with whatever else is pending on the firewall.',
      ),
    deployAtMostEveryMinutes: z
      .int()
      .min(5)
      .max(1_440)
      .default(15)
      .describe('With "auto": a firewall is deployed to at most once in so many minutes.'),
  })
  .describe("A network group of Security Cloud Control's common objects, for the firewalls.");

const secureAccessGroupSchema = z
  .strictObject({
    kind: z.literal('network-object-group'),
    ...common,
    name: z
      .string()
      .min(1)
      .max(255)
      .describe('Name of the group in Secure Access. It is made when it is not there.'),
    mostEntries: z
      .int()
      .min(1)
      .max(50_000)
      .default(50_000)
      .describe('Entries after which the group counts as full. An organisation takes 50,000 objects in all.'),
  })
  .describe('A network object group of Secure Access, for organisations without firewalls of their own.');

export const networkGroupSchema = z.discriminatedUnion('kind', [
  commonObjectsGroupSchema,
  secureAccessGroupSchema,
]);

export type NetworkGroup = z.infer<typeof networkGroupSchema>;
export type CommonObjectsGroup = Extract<NetworkGroup, { kind: 'network-group' }>;
export type SecureAccessGroup = Extract<NetworkGroup, { kind: 'network-object-group' }>;
