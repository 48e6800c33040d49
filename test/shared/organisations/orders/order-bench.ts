import { z } from 'zod';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import {
  organisationOnboardedSchema,
  organisationOnboardingIncompleteSchema,
} from '#shared/events/organisation-results.ts';
import { onboardingIdOf } from '#shared/organisations/onboarding/onboarding-id.ts';
import { type OrderOutcome, workOnOrder } from '#shared/organisations/orders/work-on-order.ts';
import type { OrganisationRequest } from '#shared/organisations/organisation-request.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { northwind, startOnboardingBench } from '../onboarding/onboarding-bench.ts';
import { InMemoryOnboardingRecords } from './in-memory-onboarding-records.ts';

const eventSchema = z.discriminatedUnion('detailType', [
  z.object({
    source: z.literal('scc-automations.organisations'),
    detailType: z.literal('OrganisationOnboarded'),
    detail: organisationOnboardedSchema.strict(),
  }),
  z.object({
    source: z.literal('scc-automations.organisations'),
    detailType: z.literal('OrganisationOnboardingIncomplete'),
    detail: organisationOnboardingIncompleteSchema.strict(),
  }),
]);

/** Orders worked on over a simulated platform, with the table and the bus in memory. */
export async function startOrderBench() {
  const bench = await startOnboardingBench();
  const records = new InMemoryOnboardingRecords();
  const published: OutgoingEvent[] = [];
  const events = { publish: async (some: readonly OutgoingEvent[]) => void published.push(...some) };

  /** One delivery of the order by the queue. */
  function work(request: OrganisationRequest = northwind, asked = 'first'): Promise<OrderOutcome> {
    const requestId = deriveRequestId('orders', asked);
    const order = { requestId, request, ticket: 'CHG-7', requestedBy: 'Eve' };
    return workOnOrder(order, { onboarding: bench.ports(), records, events });
  }

  /** Deliveries until the order need not be tried again. */
  async function workToTheEnd(request: OrganisationRequest = northwind, asked = 'first') {
    for (let deliveries = 1; deliveries <= 20; deliveries++) {
      const outcome = await work(request, asked);
      if (outcome.kind === 'ended') return outcome.standing;
      bench.time.pass(Math.max(1, outcome.retryAfterSeconds) * 1_000);
    }
    throw new Error('the order does not come to an end');
  }

  return {
    ...bench,
    records,
    work,
    workToTheEnd,
    recordOf: (name: string) => records.find(onboardingIdOf(name)),
    /** What was published, as its schemas read it. */
    told: () => published.map((event) => eventSchema.parse(event)),
  };
}
