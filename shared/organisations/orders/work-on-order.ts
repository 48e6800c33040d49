import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { EventPublisher } from '../../events/event-publisher.ts';
import { onboardOrganisation } from '../onboarding/onboard-organisation.ts';
import { onboardingIdOf } from '../onboarding/onboarding-id.ts';
import type { OnboardingPorts } from '../onboarding/onboarding-ports.ts';
import { lookAgainAfterSeconds, type OnboardingResult } from '../onboarding/onboarding-result.ts';
import type { OrganisationOrder } from '../organisation-order.ts';
import { keptStanding } from './kept-standing.ts';
import { onboardingEvent } from './onboarding-event.ts';
import type { OnboardingRecord, OnboardingRecords, OnboardingStanding } from './onboarding-record.ts';

export interface OrderPorts {
  readonly onboarding: OnboardingPorts;
  readonly records: OnboardingRecords;
  readonly events: EventPublisher;
}

/** What became of one try. */
export type OrderOutcome =
  /** It need not be tried again: what is left, if anything, is for a person. */
  | { readonly kind: 'ended'; readonly standing: OnboardingStanding }
  | {
      readonly kind: 'again';
      readonly standing: OnboardingStanding;
      readonly cause: RetryLater | ConfigurationProblem;
      /** How long that is of no use, in seconds; 0 when nothing better is known. */
      readonly retryAfterSeconds: number;
    };

/**
 * Does what an order asks for as far as it can be done now, writes down how it stands, and tells whoever listens on the
 * bus when that means something new to people.
 * @throws what the journal, the records or the bus throw: then the same order is to be tried again
 */
export async function workOnOrder(
  order: OrganisationOrder,
  { onboarding, records, events }: OrderPorts,
): Promise<OrderOutcome> {
  const former = await records.find(onboardingIdOf(order.request.name));
  const outcome = await attempt(order, onboarding, former);
  const record: OnboardingRecord = {
    onboarding: onboardingIdOf(order.request.name),
    name: order.request.name,
    region: order.request.region,
    requestId: order.requestId,
    ticket: order.ticket,
    requestedBy: order.requestedBy,
    standing: keptStanding(outcome.standing),
    at: onboarding.clock.now(),
  };
  const event = onboardingEvent(record);
  const told = former && onboardingEvent(former);
  // Before it is written down: whoever dies in between tells it once more, with the same id.
  if (event && event.detail.eventId !== told?.detail.eventId) await events.publish([event]);
  await records.keep(record);
  return outcome;
}

async function attempt(
  order: OrganisationOrder,
  onboarding: OnboardingPorts,
  former: OnboardingRecord | undefined,
): Promise<OrderOutcome> {
  try {
    return outcomeOf(await onboardOrganisation(order, onboarding));
  } catch (cause) {
    if (cause instanceof RefusedInput) {
      return { kind: 'ended', standing: { state: 'refused', problem: cause.message } };
    }
    if (cause instanceof ConfigurationProblem) {
      const standing = { state: 'blocked', problem: cause.message } as const;
      return { kind: 'again', standing, cause, retryAfterSeconds: 0 };
    }
    if (cause instanceof RetryLater) {
      const { retryAfterSeconds } = cause;
      return { kind: 'again', standing: standingMeanwhile(order, former, cause), cause, retryAfterSeconds };
    }
    throw cause;
  }
}

function outcomeOf({ organisation, leftForPerson, waitingFor }: OnboardingResult): OrderOutcome {
  if (waitingFor.length > 0) {
    return {
      kind: 'again',
      standing: { state: 'under-way', organisation, leftForPerson, waitingFor },
      // What it is may name a person, and causes end up in logs.
      cause: new RetryLater(`It waits for something that takes its time (${waitingFor.length}).`),
      retryAfterSeconds: lookAgainAfterSeconds,
    };
  }
  const standing: OnboardingStanding =
    leftForPerson.length === 0
      ? { state: 'onboarded', organisation }
      : { state: 'incomplete', organisation, leftForPerson };
  return { kind: 'ended', standing };
}

/** A call that failed for now says nothing about what was found before. */
function standingMeanwhile(
  { requestId }: OrganisationOrder,
  former: OnboardingRecord | undefined,
  { message }: RetryLater,
): OnboardingStanding {
  const known =
    former?.requestId === requestId && former.standing.state === 'under-way' ? former.standing : undefined;
  return { state: 'under-way', leftForPerson: [], ...known, waitingFor: [message] };
}
