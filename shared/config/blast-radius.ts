import { z } from 'zod';

/** How much automation may change before it asks a person. What is above is held, never dropped. */
export const blastRadiusSchema = z
  .strictObject({
    newBlocksPerRequest: z
      .int()
      .min(1)
      .max(20_000)
      .default(5_000)
      .describe('Most new blocks of one request on one list.'),
    newBlocksPerConnectionAndHour: z
      .int()
      .min(1)
      .max(250_000)
      .default(10_000)
      .describe('Most new blocks that one connection may cause in a clock hour.'),
    newBlocksPerOrganisationAndDay: z
      .int()
      .min(1)
      .max(250_000)
      .default(50_000)
      .describe('Most new blocks in an organisation in a day (UTC), whoever asks.'),
    identities: z
      .strictObject({
        most: z
          .int()
          .min(0)
          .max(10_000)
          .describe('Held when more identities than this used the destination in the last 7 days.'),
        lookUpsPerRequest: z
          .int()
          .min(1)
          .max(500)
          .default(50)
          .describe(
            'Most look-ups in the reports for one request; requests with more new indicators are not looked up.',
          ),
      })
      .optional()
      .describe(
        'Look at the reports before a new block: who uses it today? Needs the scope reports.aggregations:read.',
      ),
  })
  .prefault({});

export type BlastRadiusLimits = z.infer<typeof blastRadiusSchema>;
