import { z } from 'zod';
import { listObjects } from './list-objects.ts';
import type { ObjectsClient } from './objects-client.ts';

const totalSchema = z.object({ pagination: z.object({ total: z.int().nonnegative().optional() }) });

/**
 * How many network objects the organisation has, those inline in groups included, as its limit counts them. No call
 * tells: named ones are the total of a list, those inline are counted on the pages of all groups, 250 groups a call.
 * (The `counts` that the examples of the list show are those of the page.)
 * @returns `undefined` where the list does not show what is inline in groups
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/security_cloud_control_common_objects_public_ap_is_1_0_0.yaml
 */
export async function organisationObjectCount(client: ObjectsClient): Promise<number | undefined> {
  const call = { method: 'GET', path: '?type=network&limit=1', repetition: 'repeatable' } as const;
  const { pagination } = await client.read(call, totalSchema);
  if (pagination.total === undefined) return undefined;
  let count = pagination.total;
  for await (const page of listObjects(client, { type: 'networkGroup' })) {
    for (const { inlineObjects } of page) {
      if (!inlineObjects) return undefined;
      count += inlineObjects.length;
    }
  }
  return count;
}
