import { z } from 'zod';
import { organisationNameSchema } from '../config/names.ts';
import { releaseReasons } from '../iocs/block.ts';
import { indicatorSchema } from '../iocs/indicator.ts';
import { destinationReferenceSchema } from './destination-reference.ts';

/** EventBridge `source` of whatever releases blocks. */
export const releaseEventSource = 'scc-automations.releases';

/** `detail-type` `IocReleased`: these indicators are off the list, or not ours any more. */
export const iocReleasedSchema = z
  .object({
    version: z.literal(1),
    eventId: z.string().describe('The same for a repeat of this event: use it to ignore repeats.'),
    organisation: organisationNameSchema,
    destinationList: destinationReferenceSchema,
    indicators: z
      .array(
        indicatorSchema.extend({
          because: z.enum([...releaseReasons, 'taken-over-by-hand']),
          releasedBy: z.string().optional(),
        }),
      )
      .min(1),
    occurredAt: z.iso.datetime(),
  })
  .meta({
    title: 'IocReleased',
    description:
      'Result: off the list. With taken-over-by-hand it still stands there, as the entry of whoever changed it.',
  });

export type IocReleased = z.infer<typeof iocReleasedSchema>;
