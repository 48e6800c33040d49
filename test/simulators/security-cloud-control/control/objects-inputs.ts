import { z } from 'zod';
import { objectNameSchema } from '../objects/object-requests.ts';
import { objectValueSchema } from '../objects/object-value.ts';

/** A network object as a person would make it; takes the place of the one with that name. */
export const networkObjectInputSchema = z.strictObject({
  name: objectNameSchema,
  ...objectValueSchema.shape,
});

/** A group as a person would make or change it, whole. */
export const networkGroupInputSchema = z.strictObject({
  name: objectNameSchema,
  description: z.string().max(1_000).optional(),
  inlineObjects: z.array(objectValueSchema).default([]),
  memberObjects: z.array(objectNameSchema).default([]).describe('Network objects by name; they must exist.'),
  memberGroups: z.array(objectNameSchema).default([]).describe('Groups by name; they must exist.'),
});

/** Entries that a person adds to a group or takes out of it. */
export const groupEntriesInputSchema = z.strictObject({
  name: objectNameSchema,
  add: z.array(objectValueSchema).default([]),
  remove: z.array(z.string()).default([]).describe('Values of entries.'),
});

/** Where an object or group is used outside of the objects from now on. */
export const objectUsageInputSchema = z.strictObject({
  name: objectNameSchema,
  usageLocations: z.array(
    z.strictObject({
      locationType: z.enum(['policy', 'network_group', 'firewall_rule', 'routing_rule', 'other']),
      locationName: z.string(),
      product: z.enum(['sdWan', 'secureAccess', 'scc']).optional(),
      count: z.int().min(0).default(1),
    }),
  ),
});

export type NetworkObjectInput = z.input<typeof networkObjectInputSchema>;
export type NetworkGroupInput = z.input<typeof networkGroupInputSchema>;
export type GroupEntriesInput = z.input<typeof groupEntriesInputSchema>;
export type ObjectUsageInput = z.input<typeof objectUsageInputSchema>;
