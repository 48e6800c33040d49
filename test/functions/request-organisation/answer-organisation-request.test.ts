import { beforeEach, describe, expect, it } from 'vitest';
import { answerOrganisationRequest } from '#functions/request-organisation/answer-organisation-request.ts';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { organisationOnboardingSchema } from '#shared/config/organisation-onboarding.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { orderFromEvent } from '#shared/organisations/order-from-event.ts';

const operator = `arn:aws:sts::111122223333:assumed-role/operators/${'o'.repeat(64)}`;
const token = 'dummy-token-of-the-tests-only';
const claimCode = 'LOCL-GOOD-CODE-0001';
const order = {
  name: 'Northwind',
  region: 'EU',
  claimCode: 'northwind',
  products: [{ product: 'Secure Access', region: 'EMEA' }],
};
const description =
  'Organisation: Northwind\nRegion: EU\nClaim code secret: northwind\nProduct: Secure Access in EMEA';
const item = { number: 'RITM7', approval: 'approved', opened_by: 'Eve', description };

const settings = organisationOnboardingSchema.parse({
  manager: 'main',
  claimCodes: ['northwind', 'contoso'],
  sources: { requests: { kind: 'servicenow', authentication: 'bearer-token' } },
});
const { limits } = deploymentConfigurationSchema.parse({
  stage: 'test',
  organisations: {},
  destinationLists: {},
  connections: {},
});

let published: OutgoingEvent[];
beforeEach(() => {
  published = [];
});

async function send(body: unknown, own: Partial<HttpRequest> = {}) {
  const answer = await answerOrganisationRequest(
    {
      apiRequestId: 'api-1',
      routeKey: 'POST /organisations',
      method: 'POST',
      headers: new Map([['content-type', 'application/json']]),
      pathParameters: new Map(),
      queryParameters: new Map(),
      body: { text: JSON.stringify(body), isBase64Encoded: false },
      awsCallerArn: operator,
      ...own,
    },
    {
      settings,
      limits,
      clock: { now: () => new Date('2026-12-01T08:00:00Z') },
      secrets: { read: async () => ({ current: token }) },
      events: { publish: async (events) => void published.push(...events) },
    },
  );
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
}

const sendTicket = (body: unknown, own: Partial<HttpRequest> = {}) =>
  send(body, {
    routeKey: 'ANY /organisation-sources/{source}',
    pathParameters: new Map([['source', 'requests']]),
    headers: new Map([
      ['content-type', 'application/json'],
      ['authorization', `Bearer ${token}`],
    ]),
    awsCallerArn: undefined,
    ...own,
  });

/** What the worker makes of what was published. */
const ordered = () => published.map(({ source, detail }) => orderFromEvent({ id: 'event', source, detail }));

describe('an operator', () => {
  it('asks for an organisation, and is told as what it was read and where to look', async () => {
    const { status, body } = await send({ ...order, ticket: 'CHG-7' });
    expect(status).toBe(202);
    expect(body).toMatchObject({
      status: 'accepted',
      ticket: 'CHG-7',
      readAs: { name: 'Northwind', products: [{ product: 'Secure Access', region: 'EMEA' }] },
      links: { self: '/organisations/Northwind' },
    });
    expect(ordered()).toMatchObject([
      { requestId: body.requestId, ticket: 'CHG-7', requestedBy: operator, request: order },
    ]);
  });

  it('who repeats an Idempotency-Key with the same body asks for one thing', async () => {
    const headers = new Map([
      ['content-type', 'application/json'],
      ['idempotency-key', 'one'],
    ]);
    const first = await send(order, { headers });
    const second = await send(order, { headers, apiRequestId: 'api-2' });
    const other = await send(order, { apiRequestId: 'api-3' });
    expect(second.body.requestId).toBe(first.body.requestId);
    expect(other.body.requestId).not.toBe(first.body.requestId);
  });

  it.each([
    ['a wrong region', { ...order, region: 'EMEA' }, /a region of organisations: NAM, US/],
    [
      'a claim code that is not configured',
      { ...order, claimCode: 'other' },
      /only: northwind, contoso\. Add the name/,
    ],
    ['a claim code in clear', { ...order, claimCode }, /a secret: store it with Secrets Manager/],
    ['a claim code where nobody expects one', { ...order, ticket: claimCode }, /a secret: store it/],
    ['a misspelt member', { ...order, product: [] }, /Unrecognized key/],
    ['no object', 'Northwind', /does not describe an organisation/],
  ])('is refused for %s, and nothing is quoted that may be secret', async (_, body, says) => {
    const refusal = await send(body).catch((error: unknown) => error);
    expect(String(refusal)).toMatch(says);
    expect(String(refusal)).not.toContain(claimCode);
    expect(published).toEqual([]);
  });

  it('whom nobody knows is refused', async () => {
    await expect(send(order, { awsCallerArn: undefined })).rejects.toMatchObject({
      kind: 'not-authenticated',
    });
  });
});

describe('a ticket', () => {
  it('that is approved asks for an organisation, in the name of who opened it', async () => {
    const { status, body } = await sendTicket(item);
    expect(status).toBe(202);
    expect(body).toMatchObject({ ticket: 'RITM7', links: { self: '/organisations/Northwind' } });
    expect(ordered()).toMatchObject([{ ticket: 'RITM7', requestedBy: 'Eve', request: order }]);
  });

  it('is one request however often it is sent', async () => {
    const first = await sendTicket(item);
    const second = await sendTicket({ ...item, opened_by: 'Bob' }, { apiRequestId: 'api-2' });
    expect(second.body.requestId).toBe(first.body.requestId);
  });

  it.each([
    ['not-approved', { approval: 'requested' }],
    ['already-closed', { state: '3' }],
  ])('that is %s does nothing', async (reason, own) => {
    expect(await sendTicket({ ...item, ...own })).toEqual({
      status: 200,
      body: { status: 'nothing-to-do', ticket: 'RITM7', reason },
    });
    expect(published).toEqual([]);
  });

  it('with a claim code in clear is refused without quoting it', async () => {
    const refusal = await sendTicket({
      ...item,
      description: `${description}\nClaim code: ${claimCode}`,
    }).catch((error: unknown) => error);
    expect(String(refusal)).toMatch(/In the ticket RITM7, this looks like a claim code/);
    expect(String(refusal)).not.toContain(claimCode);
    expect(published).toEqual([]);
  });

  it('whose number is too long to be passed on is refused', async () => {
    await expect(sendTicket({ ...item, number: 'R'.repeat(101) })).rejects.toThrow(
      /cannot be passed on: ticket/,
    );
  });

  it.each([
    ['not-authenticated', { headers: new Map([['authorization', 'Bearer wrong']]) }],
    ['not-found', { pathParameters: new Map([['source', 'others']]) }],
    ['not-found', { pathParameters: new Map([['source', 'constructor']]) }],
    ['method-not-allowed', { method: 'GET' }],
  ])('is refused (%s) with %o', async (kind, own) => {
    const refusal = await sendTicket(item, own).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RefusedRequest);
    expect(refusal).toMatchObject({ kind });
    expect(published).toEqual([]);
  });
});
