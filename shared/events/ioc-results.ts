import { z } from 'zod';
import { connectionNameSchema, organisationNameSchema } from '../config/names.ts';
import { indicatorSchema } from '../iocs/indicator.ts';
import { requestIdSchema } from '../requests/request-id.ts';
import { destinationReferenceSchema } from './destination-reference.ts';

/** EventBridge `source` of the block worker's results. */
export const blockWorkerEventSource = 'scc-automations.block-iocs';

const common = {
  version: z.literal(1),
  eventId: z.string().describe('The same for a repeat of this event: use it to ignore repeats.'),
  requestId: requestIdSchema,
  connection: connectionNameSchema.optional(),
  organisation: organisationNameSchema,
  destinationList: destinationReferenceSchema,
  occurredAt: z.iso.datetime(),
};

/** `detail-type` `IocBlocked`: these indicators are on the list, and the status says whether that list is enforced. */
export const iocBlockedSchema = z
  .object({
    ...common,
    indicators: z
      .array(
        indicatorSchema.extend({
          status: z.enum(['enforced', 'already-enforced', 'stored-not-enforced']),
          reason: z.string().optional(),
          overflowedTo: destinationReferenceSchema
            .optional()
            .describe('The list that took it, where the destination list had no room.'),
          leaseUntil: z.iso
            .datetime()
            .optional()
            .describe('When the block ends unless it is asked for again.'),
        }),
      )
      .min(1),
  })
  .meta({ title: 'IocBlocked', description: 'Result: on the list; the status says whether it is enforced.' });

/** `detail-type` `IocNotBlocked`: these indicators are not on the list, each with its reason. */
export const iocNotBlockedSchema = z
  .object({
    ...common,
    indicators: z
      .array(indicatorSchema.extend({ status: z.enum(['rejected', 'failed']), reason: z.string() }))
      .min(1),
  })
  .meta({ title: 'IocNotBlocked', description: 'Result: refused or failed, with the reason for each.' });

export type IocBlocked = z.infer<typeof iocBlockedSchema>;
export type IocNotBlocked = z.infer<typeof iocNotBlockedSchema>;
