import { describe, expect } from 'vitest';
import { z } from 'zod';
import { seededApiKey, seededOrganisation } from '../../security-cloud-control/seed.ts';
import {
  seededClaimCodes,
  seededOffers,
} from '../../security-cloud-control/subscriptions/seed-claim-codes.ts';
import { sendJson } from '../send-request.ts';
import { it as simulatorTest } from './simulator-test.ts';

const organisations = '/v1/organizations';
const northwind = { name: 'Northwind', regionCode: 'EU', type: 'MANAGED' };
const madeSchema = z.object({ id: z.uuid() });

/** Calls of a manager's key. */
const it = simulatorTest.extend('send', async ({ simulator, platform }) => {
  simulator.control.organisations.change(seededOrganisation.id, { type: 'MANAGER' });
  const { access_token } = await platform.refresh();
  return (method: string, path: string, body?: unknown) =>
    sendJson(method, simulator.url + path, { body, headers: { authorization: `Bearer ${access_token}` } });
});

describe('organisations', () => {
  it('are made by a manager, and each shows the ids of the other', async ({ send }) => {
    const made = await send('POST', organisations, northwind);
    const { id } = madeSchema.parse(made.body);
    expect(made).toMatchObject({
      status: 201,
      body: { ...northwind, regionDescription: 'Europe', managerOrgIds: [seededOrganisation.id] },
    });
    expect((await send('GET', `${organisations}/${seededOrganisation.id}`)).body).toMatchObject({
      type: 'MANAGER',
      managedOrgIds: [id],
    });
    expect((await send('GET', `${organisations}?name=WIND&type=MANAGED`)).body).toMatchObject({
      organizations: [{ id }],
    });
  });

  it.for([
    [{ ...northwind, type: 'STANDALONE' }, 400],
    [{ ...northwind, regionCode: 'EMEA' }, 400],
    [{ name: 'Northwind' }, 400],
  ] as const)('are not made of %j', async ([body, status], { send }) => {
    expect((await send('POST', organisations, body)).status).toBe(status);
  });

  it('are not made by others than managers', async ({ simulator, send }) => {
    simulator.control.organisations.change(seededOrganisation.id, { type: 'STANDALONE' });
    expect((await send('POST', organisations, northwind)).status).toBe(403);
  });

  it('show in lists only after the time of the switch', async ({ simulator, send }) => {
    simulator.control.changeSettings({ listDelaySeconds: 60 });
    const { id } = madeSchema.parse((await send('POST', organisations, northwind)).body);
    const list = async () => (await send('GET', `${organisations}?name=Northwind`)).body;
    expect(await list()).toEqual({ organizations: [] });
    expect((await send('GET', `${organisations}/${id}`)).status).toBe(200);
    simulator.control.advanceClock(60);
    expect(await list()).toMatchObject({ organizations: [{ id }] });
  });
});

describe('the key of a managed organisation', () => {
  it('is good for that one alone, the key of its manager for both', async ({ simulator, platform, send }) => {
    const { id } = madeSchema.parse((await send('POST', organisations, northwind)).body);
    expect((await send('GET', `${organisations}/${id}/users`)).body).toEqual({ users: [] });
    simulator.control.putKey({
      apiKeyId: 'b0a7c2de-3c44-4f0e-8c1d-2f9e6a7b8c0f',
      refreshToken: 'of-northwind',
      organizationId: id,
    });
    const refreshed = await platform.send(
      'POST',
      `${organisations}/${id}/apiKeys/b0a7c2de-3c44-4f0e-8c1d-2f9e6a7b8c0f/token`,
      {
        body: 'grant_type=refresh_token',
        headers: {
          authorization: 'Bearer of-northwind',
          'content-type': 'application/x-www-form-urlencoded',
        },
      },
    );
    const { access_token } = z.object({ access_token: z.string() }).parse(refreshed.body);
    expect((await platform.read(`${organisations}/${id}/users`, access_token)).status).toBe(200);
    expect(
      (await platform.read(`${organisations}/${seededOrganisation.id}/users`, access_token)).status,
    ).toBe(403);

    simulator.control.changeSettings({ managedOrganisations: 'own-key-only' });
    expect((await send('GET', `${organisations}/${id}/users`)).status).toBe(403);
  });
});

describe('a subscription', () => {
  it('brings the roles of its products when they are set up', async ({ simulator, send }) => {
    const { id } = madeSchema.parse((await send('POST', organisations, northwind)).body);
    const place = `${organisations}/${id}`;
    await send('POST', `${place}/subscriptions`, {
      claimCode: seededClaimCodes.valid,
      products: [{ id: seededOffers.secureAccess.id, useExistingTenant: false, regionCode: 'EMEA' }],
    });
    const products = async () =>
      z
        .object({ roles: z.array(z.object({ products: z.array(z.object({ name: z.string() })) })) })
        .parse((await send('GET', `${place}/roles`)).body)
        .roles.flatMap((role) => role.products.map(({ name }) => name));
    expect(await products()).not.toContain('Secure Access');
    simulator.control.advanceClock(120);
    expect(await products()).toContain('Secure Access');
  });

  it('is shared by a manager alone, and only with those it manages', async ({ simulator, send }) => {
    simulator.control.organisations.redeem(seededOrganisation.id, seededClaimCodes.valid);
    const listed = await send('GET', `${organisations}/${seededOrganisation.id}/subscriptions`);
    const [own] = z.object({ subscriptions: z.array(madeSchema) }).parse(listed.body).subscriptions;
    const wish = { entitlements: [{ id: 'DUO-ADV', quantity: 10 }] };
    const path = `subscriptions/${own?.id}`;
    expect((await send('PATCH', `${organisations}/${seededOrganisation.id}/${path}`, wish)).status).toBe(403);

    const { id } = madeSchema.parse((await send('POST', organisations, northwind)).body);
    expect(await send('PATCH', `${organisations}/${id}/${path}`, wish)).toMatchObject({
      status: 204,
      body: '',
    });
    expect((await send('GET', `${organisations}/${seededOrganisation.id}/subscriptions`)).body).toMatchObject(
      {
        subscriptions: [
          { products: [{}, { entitlements: [{ quantity: 500, assignedQuantity: 10, type: 'CLAIMED' }] }] },
        ],
      },
    );
  });
});

it('no claim code shows in state or log', async ({ simulator, send }) => {
  await send('POST', `${organisations}/${seededApiKey.organizationId}/subscriptions/claimInfo`, {
    claimCode: seededClaimCodes.valid,
  });
  const everything = JSON.stringify([simulator.control.state(), simulator.control.requests()]);
  expect(everything).not.toContain(seededClaimCodes.valid);
});
