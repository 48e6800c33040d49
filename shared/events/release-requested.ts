import { z } from 'zod';
import { destinationListNameSchema } from '../config/names.ts';
import { indicatorSchema } from '../iocs/indicator.ts';
import { requestIdSchema } from '../requests/request-id.ts';

/** EventBridge `source` of what operators ask for. */
export const operatorEventSource = 'scc-automations.operators';

/**
 * The command to release: `detail-type` is `ReleaseRequested`, on the automation bus.
 * Only what this deployment itself put on the list is taken away. Repeating it changes nothing.
 */
export const releaseRequestedSchema = z
  .object({
    version: z.literal(1),
    destinationList: destinationListNameSchema.describe('Where to release, by its key in the configuration.'),
    indicators: z.array(indicatorSchema).min(1).max(500),
    because: z.enum(['released-by-operator', 'request-rolled-back']),
    rolledBackRequestId: requestIdSchema
      .optional()
      .describe('With request-rolled-back: only what no other request asked for is released.'),
    requestedBy: z.string().max(250).describe('Who asks: the ARN of an operator, a workload.'),
    requestedAt: z.iso.datetime(),
  })
  .meta({
    title: 'ReleaseRequested',
    description: 'Command: take these indicators off one destination list.',
  });

export type ReleaseRequested = z.infer<typeof releaseRequestedSchema>;
