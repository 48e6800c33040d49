import { z } from 'zod';
import type { GroupReference } from '../../../firewalls/group-usage.ts';
import { pathSegment } from '../../http/path-segment.ts';
import type { FirewallManagerClient } from '../authorised-client.ts';

/** Groups stand in groups to this depth. */
const deepestNesting = 3;

const referenceSchema = z.object({ uid: z.string().min(1), name: z.string().min(1) });

/** The object calls are refused where object sharing is not switched on for the tenant. */
const switchedOff = [403, 405] as const;

/** A refusal has neither objects nor usages. */
const foundSchema = z.object({ items: z.array(referenceSchema).default([]) });
const usageSchema = z.array(referenceSchema).or(z.object({ errorCode: z.string() }).transform(() => []));

/**
 * The group as Firewall Manager names it, and the groups that contain it: `GET /v1/objects`, then
 * `GET /v1/objects/{uid}/usage` for each level. Empty where the object calls are not switched on; rules are then met by
 * the names that are known without them.
 * @see https://developer.cisco.com/docs/cisco-defense-orchestrator/getting-started
 */
export async function readContainingGroups(
  client: FirewallManagerClient,
  group: GroupReference,
): Promise<GroupReference[]> {
  const known = new Map<string, GroupReference>();
  let level = await findByName(client, group.name);
  for (let depth = 0; depth <= deepestNesting && level.length > 0; depth += 1) {
    const next: GroupReference[] = [];
    for (const reference of level) {
      if (known.has(reference.uid)) continue;
      known.set(reference.uid, reference);
      next.push(...(await readUsage(client, reference.uid)));
    }
    level = next;
  }
  return [...known.values()];
}

/** A search may find more than it was asked for. */
async function findByName(client: FirewallManagerClient, name: string): Promise<GroupReference[]> {
  const query = new URLSearchParams({
    q: `name:"${name.replaceAll(/["\\]/g, '')}"`,
    limit: '200',
    offset: '0',
  });
  const call = {
    method: 'GET',
    path: `v1/objects?${query}`,
    repetition: 'repeatable',
    expected: [200, ...switchedOff],
  } as const;
  const { items } = await client.send(call, foundSchema);
  return items.filter((object) => object.name.toLowerCase() === name.toLowerCase());
}

function readUsage(client: FirewallManagerClient, uid: string): Promise<GroupReference[]> {
  const call = {
    method: 'GET',
    path: `v1/objects/${pathSegment(uid)}/usage`,
    repetition: 'repeatable',
    expected: [200, ...switchedOff],
  } as const;
  return client.send(call, usageSchema);
}
