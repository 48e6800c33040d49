import { z } from 'zod';
import type { FirewallManagerClient } from '../authorised-client.ts';
import { readPages } from '../read-pages.ts';

/** Largest page of access groups. */
const largestPage = 200;

const accessGroupSchema = z.object({
  uid: z.string().min(1),
  entityUid: z.string().nullish().catch(undefined),
  appliedTo: z.array(z.string()).nullish().catch(undefined),
});

/**
 * The ASAs that each shared access group is applied to: `GET /v1/policies/asa/accessgroups`. A rule of a shared group
 * names the group instead of a firewall, by its uid or by the uid of what manages it.
 */
export async function readSharedAccessGroups(
  client: FirewallManagerClient,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const groups = await readPages(client, 'v1/policies/asa/accessgroups', accessGroupSchema, largestPage);
  const appliedTo = new Map<string, string[]>();
  for (const { uid, entityUid, appliedTo: firewallUids } of groups) {
    if (!firewallUids || firewallUids.length === 0) continue;
    for (const key of [uid, entityUid]) if (key) appliedTo.set(key, firewallUids);
  }
  return appliedTo;
}
