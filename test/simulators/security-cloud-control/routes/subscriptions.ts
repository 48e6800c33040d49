import { z } from 'zod';
import { type Answer, created, noContent, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { ApiKey } from '../api-keys.ts';
import type { Cloud } from '../cloud.ts';
import { isListed } from '../list-delay.ts';
import type { Organisation } from '../organisation.ts';
import { platformError } from '../platform-error.ts';
import type { BearerRoute, Route } from '../route.ts';
import { previewBody, subscriptionBody } from '../subscriptions/bodies.ts';
import { changeProduct, productChangeSchema } from '../subscriptions/change-product.ts';
import { whyNotTaken } from '../subscriptions/claim-codes.ts';
import { redeem, whyNotSetUp, wishSchema } from '../subscriptions/redeem.ts';
import { share, shareSchema } from '../subscriptions/share.ts';
import { changing, organisationOf, reading } from './in-organisation.ts';

const subscriptions = '/v1/organizations/{orgId}/subscriptions';
const one = `${subscriptions}/{subscriptionId}`;

/** Subscriptions: previewed and redeemed by claim code, listed, their products changed, and shared by a manager. */
export const subscriptionRoutes: readonly Route[] = [
  { method: 'GET', template: subscriptions, ...reading, handle: within(listSubscriptions) },
  { method: 'POST', template: `${subscriptions}/claimInfo`, ...changing, handle: within(readClaimCode) },
  { method: 'POST', template: subscriptions, ...changing, handle: within(createSubscription) },
  { method: 'PUT', template: one, ...changing, handle: within(updateSubscription) },
  { method: 'PATCH', template: one, ...changing, handle: within(shareSubscription) },
];

interface Asked {
  readonly request: ApiRequest;
  readonly cloud: Cloud;
  readonly organisation: Organisation;
  readonly subscriptionId: string;
  readonly apiKey: ApiKey;
}

function within(handle: (asked: Asked) => Answer): BearerRoute['handle'] {
  return (request, cloud, parameters: PathParameters, apiKey) => {
    const organisation = organisationOf(parameters, apiKey, cloud);
    if (!organisation) return platformError(cloud.settings.foreignOrganisationStatus, { request, cloud });
    const { subscriptionId = '' } = parameters;
    return handle({ request, cloud, organisation, subscriptionId, apiKey });
  };
}

function listSubscriptions({ cloud, organisation }: Asked): Answer {
  const listed = cloud.subscriptions
    .ofOrganisation(organisation.id)
    .filter((subscription) => isListed(subscription.created, cloud));
  return ok({ subscriptions: listed.map((subscription) => subscriptionBody(subscription, cloud)) });
}

const claimSchema = z.strictObject({ claimCode: z.string().min(1) });

function readClaimCode({ request, cloud }: Asked): Answer {
  const body = parseJsonBody(request, claimSchema);
  if (!body.ok) return platformError(400, { request, cloud, text: body.problem });
  const claimCode = cloud.claimCodes.find(body.value.claimCode);
  if (!claimCode) return platformError(404, { request, cloud, text: 'Claim code not found' });
  const why = whyNotTaken(claimCode, cloud.clock.now());
  if (why) return platformError(422, { request, cloud, text: why });
  return ok(previewBody(claimCode, cloud.clock.now()));
}

const newSubscriptionSchema = z.strictObject({
  claimCode: z.string().min(1),
  products: z.array(wishSchema).default([]),
});

function createSubscription({ request, cloud, organisation }: Asked): Answer {
  const body = parseJsonBody(request, newSubscriptionSchema);
  if (!body.ok) return platformError(400, { request, cloud, text: body.problem });
  const { claimCode: code, products } = body.value;
  const claimCode = cloud.claimCodes.find(code);
  if (!claimCode) return platformError(404, { request, cloud, text: 'Claim code not found' });
  const why = whyNotTaken(claimCode, cloud.clock.now());
  if (why) return platformError(409, { request, cloud, text: why });
  const problem = whyNotSetUp(claimCode, products);
  if (problem) return platformError(422, { request, cloud, text: problem });
  return created(subscriptionBody(redeem(claimCode, organisation.id, products, cloud), cloud));
}

function updateSubscription({ request, cloud, organisation, subscriptionId }: Asked): Answer {
  const body = parseJsonBody(request, productChangeSchema);
  if (!body.ok) return platformError(400, { request, cloud, text: body.problem });
  const subscription = cloud.subscriptions.find(organisation.id, subscriptionId);
  if (!subscription) return platformError(404, { request, cloud, text: 'Subscription not found' });
  const outcome = changeProduct(subscription, body.value, cloud);
  if (outcome.kind === 'refused') {
    return platformError(outcome.status, { request, cloud, text: outcome.why });
  }
  return ok(subscriptionBody(outcome.subscription, cloud));
}

function shareSubscription({ request, cloud, organisation, subscriptionId, apiKey }: Asked): Answer {
  const body = parseJsonBody(request, shareSchema);
  if (!body.ok) return platformError(400, { request, cloud, text: body.problem });
  if (!organisation.managerOrgIds.includes(apiKey.organisation.id)) {
    return platformError(403, {
      request,
      cloud,
      text: 'Only the manager of an organization can share with it',
    });
  }
  const shared = cloud.subscriptions.find(apiKey.organisation.id, subscriptionId);
  if (!shared) return platformError(404, { request, cloud, text: 'Subscription not found' });
  const why = share(shared, organisation.id, body.value.entitlements, cloud);
  if (why) return platformError(422, { request, cloud, text: why });
  return noContent;
}
