import { z } from 'zod';
import { type Firewall, firewallUidSchema } from '../../../firewalls/firewall.ts';
import type { FirewallManagerClient } from '../authorised-client.ts';
import { readPages } from '../read-pages.ts';

/** Largest page of devices. */
const largestPage = 200;

const words = z.string().optional().catch(undefined);

const deviceSchema = z.object({
  uid: firewallUidSchema.optional().catch(undefined),
  name: words,
  deviceType: words,
  configState: words,
  fmcAccessPolicy: z.object({ link: words }).nullish().catch(undefined),
});

/** A firewall as Firewall Manager lists it. */
export interface ListedFirewall extends Firewall {
  readonly kind: 'asa' | 'cdfmc-managed-ftd' | 'other';
  /** Whether the configuration that is kept for it is on it; `undefined` where that is not known. */
  readonly isInSync: boolean | undefined;
  /** Where its access policy is read, if it is managed by the cloud-delivered Firewall Management Center. */
  readonly accessPolicyLink: string | undefined;
}

/** Kinds that are no firewall with rules of its own are left out. */
const kinds: Readonly<Record<string, ListedFirewall['kind']>> = {
  ASA: 'asa',
  CDFMC_MANAGED_FTD: 'cdfmc-managed-ftd',
  FDM_MANAGED_FTD: 'other',
  ONPREM_FMC_MANAGED_FTD: 'other',
};

/**
 * The firewalls of the tenant: `GET /v1/inventory/devices`. ASAs are deployed to one by one, FTDs of the
 * cloud-delivered Firewall Management Center together, all others where they are managed.
 */
export async function readFirewalls(client: FirewallManagerClient): Promise<ListedFirewall[]> {
  const devices = await readPages(client, 'v1/inventory/devices', deviceSchema, largestPage);
  return devices.flatMap(({ uid, name, deviceType = '', configState, fmcAccessPolicy }) => {
    const kind = kinds[deviceType];
    if (uid === undefined || kind === undefined) return [];
    const accessPolicyLink = fmcAccessPolicy?.link;
    const isInSync = syncOf(configState);
    return [{ uid, name: name ?? uid, kind, deployed: deployedBy[kind], isInSync, accessPolicyLink }];
  });
}

const deployedBy = {
  asa: 'alone',
  'cdfmc-managed-ftd': 'with-others',
  other: 'elsewhere',
} as const satisfies Record<ListedFirewall['kind'], Firewall['deployed']>;

function syncOf(configState: string | undefined): boolean | undefined {
  switch (configState) {
    case 'SYNCED':
      return true;
    case 'NOT_SYNCED':
      return false;
    default:
      return undefined;
  }
}
