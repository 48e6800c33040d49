import type { Cloud } from '../cloud.ts';
import { consoleUser } from './edit-by-hand.ts';

/** The network group that a person has made for blocking, with an address of their own in it. */
export const seededNetworkGroup = {
  id: '7c1e5b90-0d35-4c8e-9a41-6f2b8d7e3a01',
  name: 'soc-firewall-block',
  byHand: '203.0.113.99',
} as const;

export function seedObjects({ networkObjects, clock }: Cloud): void {
  const { id, name, byHand } = seededNetworkGroup;
  const now = clock.now();
  networkObjects.clear();
  networkObjects.put({
    type: 'networkGroup',
    id,
    secondaryId: 10_000,
    name,
    description: 'Addresses that the firewalls deny',
    memberObjectIds: [],
    memberGroupIds: [],
    inlineObjects: [
      { id: '7c1e5b90-0d35-4c8e-9a41-6f2b8d7e3a02', secondaryId: 9_999, subtype: 'host', value: byHand },
    ],
    createdAt: now,
    createdBy: consoleUser,
    updatedAt: now,
    updatedBy: consoleUser,
    version: 1,
  });
}
