import { describe, expect, it } from 'vitest';
import { platformOnboarding } from '#shared/cisco/security-cloud-control/organisations/platform-onboarding.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { claimCodeSchema } from '#shared/organisations/claim-code.ts';
import { organisationIdSchema } from '#shared/organisations/organisation.ts';
import type { ProductRegion } from '#shared/organisations/product.ts';
import type { Subscriptions } from '#shared/organisations/subscriptions.ts';
import { seededOrganisation } from '../../../../simulators/security-cloud-control/seed.ts';
import {
  seededClaimCodes,
  seededOffers,
} from '../../../../simulators/security-cloud-control/subscriptions/seed-claim-codes.ts';
import { startSimulatedPlatform } from '../simulated-platform.ts';

const valid = claimCodeSchema.parse(seededClaimCodes.valid);

/** The subscriptions of a managed organisation, by the key of its manager. */
async function startManaged() {
  const platform = await startSimulatedPlatform();
  platform.control.organisations.change(seededOrganisation.id, { type: 'MANAGER' });
  const { registry, within } = platformOnboarding(platform.access);
  const { id } = await registry.create({ name: 'Northwind', region: 'EU' });
  platform.calls();
  return {
    ...platform,
    subscriptions: within(id).subscriptions,
    ofManager: within(organisationIdSchema.parse(seededOrganisation.id)).subscriptions,
  };
}

async function redeem(subscriptions: Subscriptions, regions: readonly (ProductRegion | undefined)[]) {
  const { products } = await subscriptions.preview(valid);
  const wanted = products.flatMap((product, index) => {
    const region = regions[index];
    return region ? [{ product, region }] : [];
  });
  await subscriptions.redeem(valid, wanted);
  const [subscription] = await subscriptions.list();
  const [product] = subscription?.products ?? [];
  if (!subscription || !product) throw new Error('it is redeemed');
  return { subscription, product };
}

describe('a claim code', () => {
  it('tells its products and where they may be, and nothing is redeemed', async () => {
    const { subscriptions, calls } = await startManaged();
    const preview = await subscriptions.preview(valid);
    expect(preview).toMatchObject({
      name: 'Sub0001',
      products: [
        { name: 'Secure Access', allowedRegions: [{ code: 'NAM' }, { code: 'EMEA' }, { code: 'APJC' }] },
        { name: 'Duo', allowedRegions: [{ code: 'GLOBAL', description: 'Global' }] },
      ],
    });
    expect(await subscriptions.list()).toEqual([]);
    expect(calls()).toEqual(['POST /subscriptions/claimInfo', 'GET /subscriptions']);
  });

  it('is redeemed once; its products are set up in the course of time', async () => {
    const { subscriptions, time } = await startManaged();
    const states = async () => (await subscriptions.list())[0]?.products.map(({ state }) => state);
    await redeem(subscriptions, ['EMEA', undefined]);

    expect(await states()).toEqual(['new', 'not-provisioned']);
    time.pass(60_000);
    expect(await states()).toEqual(['in-progress', 'not-provisioned']);
    time.pass(60_000);
    expect(await states()).toEqual(['activated', 'not-provisioned']);
    await expect(subscriptions.redeem(valid, [])).rejects.toThrow(/409: .* It was used before/);
  });

  it.each([
    [seededClaimCodes.used, 'has already been used. It was used before'],
    [seededClaimCodes.expired, 'has expired. It has expired: ask whoever sold'],
    ['NONE-NONE-NONE-NONE', 'Claim code not found. Compare the stored claim code'],
  ])('that is not taken is told with what to do, and never shown: %s', async (code, says) => {
    const { subscriptions } = await startManaged();
    const refusal = await subscriptions.preview(claimCodeSchema.parse(code)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RefusedInput);
    expect(refusal).toMatchObject({ message: expect.stringContaining(says) });
    expect(String(refusal)).not.toContain(code);
  });

  it('whose answer is lost is not sent a second time', async () => {
    const { subscriptions, control, calls } = await startManaged();
    control.addFault({
      match: { template: '/v1/organizations/{orgId}/subscriptions' },
      effect: { kind: 'process-then-drop' },
    });
    await expect(subscriptions.redeem(valid, [])).rejects.toThrow(OutcomeUnknown);
    expect(calls()).toHaveLength(1);
    expect(await subscriptions.list()).toHaveLength(1);
  });

  it('whose preview cannot be read has done nothing', async () => {
    const { subscriptions, control } = await startManaged();
    control.addFault({ match: { method: 'POST' }, effect: { kind: 'respond', status: 200, body: 'hello' } });
    await expect(subscriptions.preview(valid)).rejects.toThrow(GiveUp);
  });
});

describe('a product', () => {
  it('is activated in a region, deactivated, and activated on its former tenant', async () => {
    const { subscriptions, time, calls } = await startManaged();
    const { subscription, product } = await redeem(subscriptions, []);
    const now = async () => (await subscriptions.list())[0]?.products[0];

    await subscriptions.activate(subscription.id, product, { kind: 'new', region: 'APJC' });
    time.pass(120_000);
    expect(await now()).toMatchObject({ state: 'activated', region: 'APJC' });
    await subscriptions.deactivate(subscription.id, product);
    expect(await now()).toMatchObject({ state: 'deactivated' });
    await subscriptions.activate(subscription.id, product, { kind: 'of-deactivated', product });
    time.pass(120_000);
    expect(await now()).toMatchObject({ state: 'activated', region: 'APJC' });
    expect(calls().filter((call) => call === `PUT /subscriptions/${subscription.id}`)).toHaveLength(3);
  });

  it('that cannot be where it is wanted is told with where it can', async () => {
    const { subscriptions } = await startManaged();
    const { subscription, product } = await redeem(subscriptions, []);
    await expect(
      subscriptions.activate(subscription.id, product, { kind: 'new', region: 'GLOBAL' }),
    ).rejects.toThrow(/Secure Access was not activated: 422: .* may be in NAM, EMEA, APJC/);
  });
});

describe('an entitlement', () => {
  const { id } = seededOffers.secureAccess.entitlements[0];

  it("of the manager's is shared", async () => {
    const { subscriptions, ofManager, calls } = await startManaged();
    const { subscription } = await redeem(ofManager, []);
    calls();
    await subscriptions.share(subscription.id, [{ id, quantity: 20 }]);
    expect(calls()).toEqual([`PATCH /subscriptions/${subscription.id}`]);
    expect((await subscriptions.list())[0]?.products).toMatchObject([
      { name: 'Secure Access', entitlements: [{ id, quantity: 20, isShared: true }] },
    ]);
  });

  it('of which there is not enough is told with what to do', async () => {
    const { subscriptions, ofManager } = await startManaged();
    const { subscription } = await redeem(ofManager, []);
    await expect(subscriptions.share(subscription.id, [{ id, quantity: 501 }])).rejects.toThrow(
      /were not shared: 422: Not enough of SA-SIA-ADV: 500 in all\./,
    );
  });
});
