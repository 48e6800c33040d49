import { z } from 'zod';
import { chunksOf } from '../../../non-empty.ts';
import {
  type NetworkGroup,
  type NetworkObject,
  networkGroupOf,
  networkGroupSchema,
  networkObjectSchema,
} from './network-group.ts';
import type { ObjectsClient } from './objects-client.ts';

/**
 * Ids in one call. 1,000 are allowed, but the answer holds up to 1,500 entries of each group: 30,000 of them are some
 * 5 MB, which is read in one piece.
 */
const idsPerCall = 20;

const bulkSchema = z.object({
  objects: z.array(
    z.union([
      networkGroupSchema.extend({ type: z.literal('networkGroup') }),
      networkObjectSchema.extend({ type: z.literal('network') }),
    ]),
  ),
});

export interface ObjectsRead {
  readonly groups: readonly NetworkGroup[];
  readonly objects: readonly NetworkObject[];
}

/**
 * `POST /objects/bulk`: groups with all their entries, and network objects, by their ids. Ids that are none (any more)
 * are missing in the answer. It changes nothing, so it may be repeated.
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/security_cloud_control_common_objects_public_ap_is_1_0_0.yaml
 */
export async function readObjects(client: ObjectsClient, ids: readonly string[]): Promise<ObjectsRead> {
  const groups: NetworkGroup[] = [];
  const objects: NetworkObject[] = [];
  for (const chunk of chunksOf(ids, idsPerCall)) {
    const json = { ids: chunk, expandObjects: false };
    const call = { method: 'POST', path: '/bulk', json, repetition: 'repeatable' } as const;
    for (const read of (await client.read(call, bulkSchema)).objects) {
      if (read.type === 'networkGroup') groups.push(networkGroupOf(read));
      else objects.push(read);
    }
  }
  return { groups, objects };
}
