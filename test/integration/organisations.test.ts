import { randomUUID } from 'node:crypto';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { authenticationHeaders } from '#infra/local/demo/sign-delivery.ts';
import { seededOrganisation } from '../simulators/security-cloud-control/seed.ts';
import { seededOffers } from '../simulators/security-cloud-control/subscriptions/seed-claim-codes.ts';
import { DeployedSystem } from './deployed-system.ts';

const system = new DeployedSystem();
const platform = system.stack.simulators.securityCloudControl;
const secrets = new SecretsManagerClient({
  endpoint: system.stack.awsEndpoint,
  region: system.stack.region,
  credentials: system.credentials,
});

/** What has to wait is looked at again after a minute. */
const soon = { timeout: 90_000, interval: 500 };
vi.setConfig({ testTimeout: 120_000 });

const shownSchema = z.object({
  id: z.string().optional(),
  onboarding: z
    .object({
      state: z.string(),
      at: z.string(),
      problem: z.string().optional(),
      leftForPerson: z.array(z.object({ subject: z.string(), reason: z.string() })),
      steps: z.array(z.object({ step: z.string(), result: z.string() })),
    })
    .optional(),
  addToConfiguration: z.unknown().optional(),
});

const stateSchema = z.object({
  organisations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      subscriptions: z.array(z.object({ name: z.string() })),
      people: z.object({ users: z.array(z.object({ email: z.string(), invitationsSent: z.int() })) }),
    }),
  ),
});

const newName = () => `Northwind ${randomUUID().slice(0, 8)}`;

async function control(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${platform}/_control${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** What there is of an organisation at the simulated platform; each that has the name. */
async function made(name: string) {
  const { organisations } = stateSchema.parse(await control('GET', '/state'));
  return organisations.filter((organisation) => organisation.name === name);
}

async function shown(name: string) {
  const answer = await system.operatorGet(`/organisations/${encodeURIComponent(name)}`);
  return answer.status === 404 ? undefined : shownSchema.parse(await answer.json());
}

const stateOf = async (name: string) => (await shown(name))?.onboarding?.state;

/** Has a claim code sold that nobody has used, and stores it as a person does. */
async function storeNewClaimCode(): Promise<{ code: string; subscriptionName: string }> {
  const digits = randomUUID().replaceAll('-', '').toUpperCase();
  const code = `LOCL-${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8, 12)}`;
  const subscriptionName = `Sub${digits.slice(0, 8)}`;
  const products = Object.values(seededOffers);
  await control('POST', '/claim-codes', { code, subscriptionName, products });
  await storeClaimCode(code);
  return { code, subscriptionName };
}

async function storeClaimCode(claimCode: string): Promise<void> {
  const SecretId = system.stack.secrets['claim-code']?.['good-code'];
  await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify({ claimCode }) }));
}

function sendTicket(description: string, own: object = {}): Promise<Response> {
  const source = system.stack.organisationSources.requests;
  if (!source) throw new Error('no source "requests" in the deployed stack');
  const number = `RITM${randomUUID().slice(0, 8)}`;
  const body = JSON.stringify({ number, approval: 'approved', description, ...own });
  const signed = authenticationHeaders(source.auth, { id: randomUUID(), sentAt: new Date(), body });
  return fetch(source.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed },
    body,
  });
}

const ticketText = (name: string, region = 'EMEA') =>
  [
    `Organisation: ${name}`,
    'Region: EU',
    'Claim code secret: good-code',
    `Product: Secure Access in ${region}`,
    'Product: Duo in GLOBAL',
    'Group: SOC analysts = Secure Access / Read-only',
    'Administrator: Ada Byron <ada@northwind.example> in SOC analysts',
  ].join('\n');

beforeAll(async () => {
  // Another test may have set the platform back.
  await control('PUT', `/organisations/${seededOrganisation.id}`, { type: 'MANAGER' });
  await control('PUT', '/settings', { productSetupSeconds: 0 });
});

describe('one ticket', () => {
  it('makes an organisation with all that it is to have, and tells what is left for a person', async () => {
    const name = newName();
    const { code, subscriptionName } = await storeNewClaimCode();

    expect((await sendTicket(ticketText(name))).status).toBe(202);

    await expect.poll(() => stateOf(name), soon).toBe('incomplete');
    const organisation = (await shown(name)) ?? expect.fail('nothing is known of it');
    expect(organisation.onboarding?.leftForPerson).toEqual([
      expect.objectContaining({ subject: 'Duo', reason: expect.stringContaining('ACTION_REQUIRED') }),
    ]);
    expect(JSON.stringify(organisation.addToConfiguration)).toContain(organisation.id);
    expect(JSON.stringify(organisation)).not.toContain(code);
    const [there, another] = await made(name);
    expect(another).toBeUndefined();
    expect(there).toMatchObject({
      id: organisation.id,
      subscriptions: [{ name: subscriptionName }],
      people: { users: [{ email: 'ada@northwind.example', invitationsSent: 1 }] },
    });
    const subscriptions = await system.operatorGet(`/subscriptions?organisation=${encodeURIComponent(name)}`);
    expect(await subscriptions.json()).toMatchObject({ subscriptions: [{ name: subscriptionName }] });
  });

  it('that nobody has approved makes nothing', async () => {
    const name = newName();
    const answer = await sendTicket(ticketText(name), { approval: 'requested' });
    expect(await answer.json()).toMatchObject({ status: 'nothing-to-do', reason: 'not-approved' });
    expect(await made(name)).toEqual([]);
  });
});

describe('an operator', () => {
  it('has an organisation made without a subscription', async () => {
    const name = newName();
    const answer = await system.operatorPost('/organisations', { name, region: 'EU' });
    expect(answer.status).toBe(202);
    await expect.poll(() => stateOf(name), soon).toBe('onboarded');
    const list = await system.operatorGet('/organisations');
    expect(JSON.stringify(await list.json())).toContain(name);
  });

  it.each([
    ['a claim code that was used', 'used-code', 'EMEA', /was used before, and a claim code works once/],
    ['a claim code that has expired', 'expired-code', 'EMEA', /It has expired: ask whoever sold/],
    [
      'a region where the product cannot be',
      'good-code',
      'GLOBAL',
      /only in NAM, EMEA, APJC\. Correct the region/,
    ],
  ])('is told what to do about %s, and nothing is made', async (_, claimCode, region, says) => {
    const name = newName();
    await storeNewClaimCode();
    const products = [{ product: 'Secure Access', region }];
    const answer = await system.operatorPost('/organisations', { name, region: 'EU', claimCode, products });
    expect(answer.status).toBe(202);
    await expect.poll(() => stateOf(name), soon).toBe('refused');
    expect((await shown(name))?.onboarding?.problem).toMatch(says);
    expect(await made(name)).toEqual([]);
  });
});
