import { z } from 'zod';
import type { ObjectsClient } from './objects-client.ts';

/** Largest page that may be asked for. */
export const largestObjectPage = 250;

const listedSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.enum(['network', 'networkGroup']),
  inlineObjects: z.array(z.unknown()).optional(),
});

/** An object or group on a list, which need not show what is in a group. */
export type ListedObject = z.infer<typeof listedSchema>;

const pageSchema = z.object({
  objects: z.array(listedSchema),
  pagination: z.object({
    total: z.int().nonnegative().optional().catch(undefined),
    hasMore: z.boolean().optional().catch(undefined),
    next: z.string().min(1).nullish().catch(undefined),
  }),
});

/**
 * `GET /objects`: objects and groups, page by page. A page names the cursor of the next; where it does not and there is
 * more, the number of those that were read is the offset of the next. A page that shows nothing ends the list.
 * @param query beside the page: `search`, `type`
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/security_cloud_control_common_objects_public_ap_is_1_0_0.yaml
 */
export async function* listObjects(
  client: ObjectsClient,
  query: Readonly<{ search?: string; type: 'network' | 'networkGroup' | 'network|networkGroup' }>,
): AsyncIterable<readonly ListedObject[]> {
  let read = 0;
  let place: Record<string, string> = {};
  for (;;) {
    // By name, since the default order, by the last change, moves what is changed between two pages.
    const parameters = new URLSearchParams({
      ...query,
      sort: 'name:asc',
      limit: String(largestObjectPage),
      ...place,
    });
    const call = { method: 'GET', path: `?${parameters}`, repetition: 'repeatable' } as const;
    const { objects, pagination } = await client.read(call, pageSchema);
    if (objects.length === 0) return;
    yield objects;
    read += objects.length;
    const { next, hasMore, total } = pagination;
    const isLast = hasMore === undefined ? !next && read >= (total ?? read) : !hasMore;
    if (isLast) return;
    place = next ? { next } : { offset: String(read) };
  }
}
