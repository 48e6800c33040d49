import type { Cloud } from '../cloud.ts';
import type { ProductOffer } from './products.ts';

/** The claim codes that exist from the start. */
export const seededClaimCodes = {
  valid: 'LOCL-GOOD-CODE-0001',
  used: 'LOCL-USED-CODE-0002',
  expired: 'LOCL-LATE-CODE-0003',
} as const;

/** What the valid code is for: a product that sets itself up, and one that is finished in the console. */
export const seededOffers = {
  secureAccess: {
    id: '8a9f43fa-f8f5-4aac-8d0b-380cf6656255',
    name: 'Secure Access',
    allowedRegions: ['NAM', 'EMEA', 'APJC'],
    entitlements: [{ id: 'SA-SIA-ADV', name: 'Secure Internet Access Advantage', quantity: 500 }],
    setupEnds: 'ACTIVATED',
  },
  duo: {
    id: 'da7d78a9-2db0-4fbc-a4bd-0565cd05a349',
    name: 'Duo',
    allowedRegions: ['GLOBAL'],
    entitlements: [{ id: 'DUO-ADV', name: 'Duo Advantage', quantity: 500 }],
    setupEnds: 'ACTION_REQUIRED',
  },
} as const satisfies Record<string, ProductOffer>;

export function seedClaimCodes({ claimCodes }: Cloud): void {
  const sold = { type: 'paid', products: Object.values(seededOffers) } as const;
  const { valid, used, expired } = seededClaimCodes;
  claimCodes.put({ ...sold, code: valid, subscriptionName: 'Sub0001', expiresAt: null, usedBy: null });
  claimCodes.put({
    ...sold,
    code: used,
    subscriptionName: 'Sub0002',
    expiresAt: null,
    usedBy: 'somebody else',
  });
  const past = new Date('2025-01-01T00:00:00Z');
  claimCodes.put({ ...sold, code: expired, subscriptionName: 'Sub0003', expiresAt: past, usedBy: null });
}
