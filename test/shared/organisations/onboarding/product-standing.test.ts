import { describe, expect, it } from 'vitest';
import { productStanding } from '#shared/organisations/onboarding/product-standing.ts';
import { type Product, productIdSchema, productStates } from '#shared/organisations/product.ts';

const product = (state: Product['state'], region?: string): Product => ({
  id: productIdSchema.parse('p'),
  name: 'Secure Access',
  state,
  region,
  entitlements: [],
  allowedRegions: [],
});
const wish = { product: 'Secure Access', wanted: 'activated', region: 'EMEA' } as const;
const farewell = { product: 'Secure Access', wanted: 'deactivated' } as const;

describe('a product that is wanted', () => {
  it.each([
    ['activated', 'as-wanted'],
    ['in-progress', 'wait'],
    ['new', 'activate'],
    ['not-provisioned', 'activate'],
    ['deactivated', 'activate'],
    ['action-required', 'person'],
    ['error', 'person'],
    ['hibernated', 'person'],
    ['unknown', 'person'],
  ] as const)('and is %s: %s', (state, kind) => {
    expect(productStanding(product(state), wish, false).kind).toBe(kind);
  });

  it('and is new begins by itself once it was asked for', () => {
    expect(productStanding(product('new'), wish, true)).toEqual({ kind: 'wait' });
  });

  it('and is in another region is left for a person, since it cannot be moved', () => {
    expect(productStanding(product('activated', 'EMEA'), wish, true)).toEqual({ kind: 'as-wanted' });
    expect(productStanding(product('activated', 'NAM'), wish, true)).toEqual({
      kind: 'person',
      reason: expect.stringMatching(/is in the region NAM, and EMEA was asked for/),
    });
  });
});

describe('a product that is no longer wanted', () => {
  it.each([
    ['deactivated', 'as-wanted'],
    ['not-provisioned', 'as-wanted'],
    ['new', 'as-wanted'],
    ['in-progress', 'wait'],
    ['activated', 'deactivate'],
    ['error', 'deactivate'],
    ['unknown', 'deactivate'],
  ] as const)('and is %s: %s', (state, kind) => {
    expect(productStanding(product(state), farewell, false).kind).toBe(kind);
  });
});

it('only what can be begun is begun, so that no state is activated over and over', () => {
  const begun = productStates.filter(
    (state) => productStanding(product(state), wish, true).kind === 'activate',
  );
  expect(begun).toEqual(['not-provisioned', 'deactivated']);
});
