import { z } from 'zod';
import { indicatorTypes } from '../iocs/indicator.ts';

/** Leases end on the full hour, so that one reading of a list serves all that end in it. */
const leaseHoursSchema = z
  .int()
  .min(1)
  .max(8_784)
  .describe('Hours after which a block ends by itself unless it is reported again; at most a year.');

/** How long blocks last. The most specific setting counts: connection and type, connection, type, default. */
export const leasesSchema = z
  .strictObject({
    hours: leaseHoursSchema.default(720),
    hoursByType: z
      .partialRecord(z.enum(indicatorTypes), leaseHoursSchema)
      .default({ ipv4: 168, ipv6: 168, cidr: 168 })
      .describe('By type of indicator: addresses change hands sooner than names.'),
    hoursOfLowConfidence: z
      .strictObject({ below: z.number().min(0).max(100), hours: leaseHoursSchema })
      .optional()
      .describe('A shorter lease where the sender is less sure than "below" percent.'),
    renewWhileHit: z
      .boolean()
      .default(false)
      .describe(
        'Before a lease ends, ask the reports whether somebody still tries to go there; then the lease is renewed. Needs the scope reports.aggregations:read.',
      ),
  })
  .prefault({});

/** What a connection may say of its own. */
export const connectionLeaseSchema = z.strictObject({
  hours: leaseHoursSchema.optional(),
  hoursByType: z.partialRecord(z.enum(indicatorTypes), leaseHoursSchema).optional(),
});

export type LeaseSettings = z.infer<typeof leasesSchema>;
export type ConnectionLease = z.infer<typeof connectionLeaseSchema>;
