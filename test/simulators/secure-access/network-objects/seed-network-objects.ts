import type { Cloud } from '../cloud.ts';

/** The group that exists from the start, which the seeded block rule uses, with an address that a person has put in. */
export const seededNetworkObjectGroup = {
  id: 4_500,
  name: 'soc-network-block',
  byHand: '203.0.113.99',
} as const;

export function seedNetworkObjects({ networkObjects, clock }: Cloud): void {
  const { id, name, byHand } = seededNetworkObjectGroup;
  const now = clock.now();
  networkObjects.clear();
  networkObjects.groups.set(id, {
    id,
    name,
    description: 'Addresses that an access rule blocks',
    objectIds: [],
    groupIds: [],
    values: [{ type: 'host', addresses: [byHand] }],
    createdAt: now,
    modifiedAt: now,
  });
}
