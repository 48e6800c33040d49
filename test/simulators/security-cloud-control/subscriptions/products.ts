import { z } from 'zod';
import type { Settings } from '../settings.ts';

/** Where products are; organisations have regions of their own. */
export const productRegions = {
  NAM: 'North America',
  EMEA: 'Europe, Middle East and Africa',
  APJC: 'Asia Pacific, Japan and China',
  US: 'United States',
  GLOBAL: 'Global',
} as const;

export const productRegionSchema = z.enum(['NAM', 'EMEA', 'APJC', 'US', 'GLOBAL']);
export type ProductRegion = z.infer<typeof productRegionSchema>;

/** What the setup of a product comes to: some must be finished in the console, some fail. */
export const setupEnds = ['ACTIVATED', 'ACTION_REQUIRED', 'ERROR'] as const;

/** A product that can be bought. */
export interface ProductOffer {
  readonly id: string;
  readonly name: string;
  readonly allowedRegions: readonly ProductRegion[];
  readonly entitlements: readonly { readonly id: string; readonly name: string; readonly quantity: number }[];
  readonly setupEnds: (typeof setupEnds)[number];
}

/** A product of a subscription. */
export interface HeldProduct extends ProductOffer {
  readonly regionCode?: ProductRegion;
  readonly standing:
    | { readonly kind: 'idle'; readonly status: 'NOT_PROVISIONED' | 'DEACTIVATED' | 'HIBERNATED' }
    | { readonly kind: 'set-up'; readonly since: Date };
}

/** What the product's status is by now: a setup begins a little after it was asked for, and takes its time. */
export function statusOf({ standing, setupEnds }: HeldProduct, now: Date, settings: Settings): string {
  if (standing.kind === 'idle') return standing.status;
  const seconds = (now.getTime() - standing.since.getTime()) / 1_000;
  if (seconds >= settings.productSetupSeconds) return setupEnds;
  return seconds < settings.productSetupSeconds / 4 ? 'NEW' : 'IN_PROGRESS';
}
