import { z } from 'zod';
import { networkSchema } from './network.ts';

/** Lower case and in punycode, as indicators are. */
export const domainSettingSchema = z
  .string()
  .max(253)
  .regex(
    /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)+$/,
    'a domain name in lower case, such as corp.example',
  );

/** Forms in which published lists come. */
export const guardListFormats = ['ranked-csv', 'misp-warninglist', 'plain'] as const;

const downloadedListSchema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(1_000)
    .describe('Where the list is fetched from; a .zip or .gz is unpacked.'),
  format: z
    .enum(guardListFormats)
    .describe(
      '"ranked-csv": lines of rank,domain as Umbrella and Tranco publish them. "misp-warninglist": the list.json of a MISP warninglist. "plain": one domain, address or network a line.',
    ),
  decision: z
    .enum(['reject', 'hold'])
    .default('hold')
    .describe('What becomes of an indicator on the list: "hold" asks a person.'),
  mostEntries: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(100_000)
    .describe(
      'Only so many lines from the beginning are taken: the bottom of a ranking is no recommendation.',
    ),
});

/** What may never be blocked, or not without a person, beyond what the project knows by itself. */
export const guardSchema = z
  .strictObject({
    ownDomains: z
      .array(domainSettingSchema)
      .max(1_000)
      .default([])
      .describe("Your company's own domains: nothing on, below or above them is blocked."),
    ownNetworks: z
      .array(networkSchema)
      .max(1_000)
      .default([])
      .describe("Your company's own public networks (CIDR): nothing in or around them is blocked."),
    neverBlock: z
      .strictObject({
        domains: z.array(domainSettingSchema).max(5_000).default([]),
        networks: z.array(networkSchema).max(5_000).default([]),
      })
      .prefault({})
      .describe(
        'The allow list: identity provider, SaaS, partners. A domain covers what is below it; nothing on, below or above is blocked.',
      ),
    holdBlock: z
      .strictObject({
        domains: z.array(domainSettingSchema).max(5_000).default([]),
        networks: z.array(networkSchema).max(5_000).default([]),
      })
      .prefault({})
      .describe('What only a person may block: held for approval.'),
    shortestPrefix: z
      .strictObject({
        ipv4: z.int().min(8).max(32).default(16).describe('IPv4 networks wider than this are refused.'),
        ipv6: z.int().min(16).max(128).default(48).describe('IPv6 networks wider than this are refused.'),
      })
      .prefault({}),
    lists: z
      .record(z.string().regex(/^[a-z][a-z0-9-]{0,38}$/), downloadedListSchema)
      .default({})
      .describe(
        'Published lists, fetched on a schedule, by a name of your choice. The embedded ones always count.',
      ),
    refreshEveryHours: z.int().min(1).max(168).default(24).describe('How often the lists are fetched.'),
  })
  .prefault({});

export type GuardSettings = z.infer<typeof guardSchema>;
