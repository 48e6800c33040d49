import { z } from 'zod';
import type { FirewallUid } from '../../../firewalls/firewall.ts';
import { pathSegment } from '../../http/path-segment.ts';
import { redactVendorText } from '../../http/redact.ts';
import type { FirewallManagerClient } from '../authorised-client.ts';
import { followTransaction, type TransactionEnd, transactionSchema, type Waiting } from '../transactions.ts';

const words = z.string().nullish().catch(undefined);

const itemSchema = z.object({
  changeItemType: words,
  changeType: words,
  entityType: words,
  entityUid: words,
  name: words,
  lastUpdatedByUsers: z.array(z.string()).nullish().catch(undefined),
  get children() {
    return z.array(itemSchema).nullish();
  },
});

/** One that is alone may come without a list around it: the description says both. */
const itemsSchema = z.union([z.array(itemSchema), itemSchema.transform((item) => [item])]);

/** Something that was changed for a firewall and is not on it yet. */
export interface PendingChange {
  readonly entityUid: string | undefined;
  readonly name: string | undefined;
  /** For people: what was changed, and by whom. */
  readonly description: string;
}

/**
 * What is pending on a firewall of the cloud-delivered Firewall Management Center, after it was worked out anew:
 * `POST`, then `GET /v1/inventory/devices/ftds/{deviceUid}/changes/pending`. Where nothing was ever deployed, the list
 * is empty whatever is pending. For ASAs there is no such list.
 * @returns nothing where it could not be worked out
 */
export async function readPendingChanges(
  client: FirewallManagerClient,
  firewallUids: readonly FirewallUid[],
  waiting: Waiting,
): Promise<ReadonlyMap<FirewallUid, readonly PendingChange[] | undefined>> {
  const started = [];
  // All are started first, so that the waits are one.
  for (const uid of firewallUids) started.push({ uid, transaction: await startCalculation(client, uid) });
  const changes = new Map<FirewallUid, readonly PendingChange[] | undefined>();
  for (const { uid, transaction } of started) {
    const end: TransactionEnd = await followTransaction(client, transaction, waiting);
    changes.set(uid, end.result === 'done' ? await readChanges(client, uid) : undefined);
  }
  return changes;
}

function startCalculation(client: FirewallManagerClient, uid: FirewallUid) {
  const call = { method: 'POST', path: pathOf(uid), repetition: 'repeatable', expected: [202] } as const;
  return client.send(call, transactionSchema);
}

async function readChanges(client: FirewallManagerClient, uid: FirewallUid): Promise<PendingChange[]> {
  const call = { method: 'GET', path: pathOf(uid), repetition: 'repeatable', expected: [200] } as const;
  return (await client.send(call, itemsSchema)).flatMap(changesIn);
}

function pathOf(uid: FirewallUid): string {
  return `v1/inventory/devices/ftds/${pathSegment(uid)}/changes/pending`;
}

/** Headings only group what was changed. */
function changesIn(item: z.infer<typeof itemSchema>): PendingChange[] {
  const below = (item.children ?? []).flatMap(changesIn);
  if (item.changeItemType === 'GROUPING_HEADER' || item.changeType === 'NOCHANGE') return below;
  const { entityUid, name } = item;
  return [
    { entityUid: entityUid ?? undefined, name: name ?? undefined, description: describe(item) },
    ...below,
  ];
}

function describe({ changeType, entityType, name, lastUpdatedByUsers }: z.infer<typeof itemSchema>): string {
  const by = lastUpdatedByUsers?.length ? `by ${lastUpdatedByUsers.join(', ')}` : undefined;
  const what = [changeType, entityType, name && `"${name}"`, by].filter(Boolean).join(' ');
  return redactVendorText(what) || 'a change without a name';
}
