import { describe, expect, it } from 'vitest';
import {
  answerOrganisationQuery,
  type OrganisationQueryPorts,
} from '#functions/query-organisations/answer-organisation-query.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import { organisationIdSchema } from '#shared/organisations/organisation.ts';
import { startOrderBench } from '#test/shared/organisations/orders/order-bench.ts';
import { seededOrganisation } from '#test/simulators/security-cloud-control/seed.ts';
import { seededClaimCodes } from '#test/simulators/security-cloud-control/subscriptions/seed-claim-codes.ts';

async function startQueries() {
  const bench = await startOrderBench();
  const { registry, within, journal } = bench.ports();
  const ports: OrganisationQueryPorts = {
    registry,
    within,
    journal,
    records: bench.records,
    configured: new Map([
      [organisationIdSchema.parse(seededOrganisation.id), organisationNameSchema.parse('main')],
    ]),
    configuredNames: ['main'],
  };

  async function ask(
    routeKey: string,
    path: Record<string, string> = {},
    query: Record<string, string> = {},
  ) {
    const answer = await answerOrganisationQuery(
      {
        apiRequestId: 'api-1',
        routeKey,
        method: 'GET',
        headers: new Map(),
        pathParameters: new Map(Object.entries(path)),
        queryParameters: new Map(Object.entries(query)),
        body: { text: '', isBase64Encoded: false },
      },
      ports,
    );
    expect(answer.statusCode).toBe(200);
    return JSON.parse(answer.body);
  }

  return { ...bench, ask };
}

describe('organisations', () => {
  it('are those that the platform lists, with how far they are', async () => {
    const { ask, workToTheEnd } = await startQueries();
    await workToTheEnd();
    expect(await ask('GET /organisations')).toEqual({
      isComplete: true,
      organisations: [
        {
          name: 'Acme Local',
          id: seededOrganisation.id,
          region: 'NAM',
          kind: 'manager',
          configuredAs: 'main',
        },
        {
          name: 'Northwind',
          id: expect.any(String),
          region: 'EU',
          kind: 'managed',
          onboarding: { state: 'incomplete', at: expect.any(String) },
        },
      ],
    });
  });

  it('that could not be made are listed with what was asked for', async () => {
    const { ask, work, stored } = await startQueries();
    stored.set('northwind', seededClaimCodes.expired);
    await work();
    expect(await ask('GET /organisations')).toMatchObject({
      organisations: [{ name: 'Acme Local' }, { name: 'Northwind', onboarding: { state: 'refused' } }],
    });
  });
});

describe('one organisation', () => {
  it('is shown with every step, what is left for a person, and what to add to the configuration', async () => {
    const { ask, workToTheEnd, made } = await startQueries();
    await workToTheEnd();

    const shown = await ask('GET /organisations/{name}', { name: 'northwind' });

    const [{ id } = { id: '' }] = made();
    expect(shown).toMatchObject({
      name: 'Northwind',
      id,
      onboarding: {
        state: 'incomplete',
        ticket: 'CHG-7',
        leftForPerson: [{ subject: 'Duo', reason: expect.stringContaining('ACTION_REQUIRED') }],
        waitingFor: [],
      },
      nextSteps: [expect.stringContaining('API key'), expect.stringContaining(id), expect.any(String)],
      addToConfiguration: {
        organisations: {
          northwind: { secureAccess: { edition: 'global' }, securityCloudControl: { organizationId: id } },
        },
      },
    });
    const steps = shown.onboarding.steps.map(({ step, result }: { step: string; result: string }) => [
      step,
      result,
    ]);
    expect(steps.slice(0, 3)).toEqual([
      ['make-organisation', 'done'],
      ['read-claim-code', 'done'],
      ['redeem-claim-code', 'done'],
    ]);
    expect(JSON.stringify(shown)).not.toContain(seededClaimCodes.valid);
  });

  it('of the configuration needs nothing more', async () => {
    const { ask } = await startQueries();
    const shown = await ask('GET /organisations/{name}', { name: 'Acme%20Local' });
    expect(shown).toEqual({
      name: 'Acme Local',
      id: seededOrganisation.id,
      region: 'NAM',
      kind: 'manager',
      configuredAs: 'main',
    });
  });

  it('that was refused says why', async () => {
    const { ask, work, stored } = await startQueries();
    stored.set('northwind', seededClaimCodes.used);
    await work();
    expect(await ask('GET /organisations/{name}', { name: 'Northwind' })).toMatchObject({
      onboarding: { state: 'refused', problem: expect.stringContaining('a claim code works once') },
    });
  });

  it('of which nobody has heard is not found', async () => {
    const { ask } = await startQueries();
    await expect(ask('GET /organisations/{name}', { name: 'Contoso' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('subscriptions', () => {
  it('are those of an organisation by its name, with products and entitlements', async () => {
    const { ask, workToTheEnd } = await startQueries();
    await workToTheEnd();
    expect(await ask('GET /subscriptions', {}, { organisation: 'Northwind' })).toMatchObject({
      organisation: { name: 'Northwind' },
      subscriptions: [
        {
          name: 'Sub0001',
          products: [
            { name: 'Secure Access', state: 'activated', region: 'EMEA', entitlements: [{ quantity: 500 }] },
            { name: 'Duo', state: 'action-required' },
          ],
        },
      ],
    });
  });

  it("are the manager's own where no name is given", async () => {
    const { ask } = await startQueries();
    expect(await ask('GET /subscriptions')).toMatchObject({ organisation: { name: 'Acme Local' } });
  });

  it('of an organisation that is not there are not found', async () => {
    const { ask } = await startQueries();
    await expect(ask('GET /subscriptions', {}, { organisation: 'Contoso' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
