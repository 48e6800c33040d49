import { createHash } from 'node:crypto';
import type { OutgoingEvent } from '../../events/event-publisher.ts';
import {
  type OrganisationOnboarded,
  type OrganisationOnboardingIncomplete,
  organisationEventSource,
} from '../../events/organisation-results.ts';
import { nextStepsOf } from '../onboarding/onboarding-result.ts';
import type { Organisation } from '../organisation.ts';
import type { OnboardingRecord } from './onboarding-record.ts';

/** As many as an event takes for certain; the journal has them all. */
const mostMatters = 100;

/** A result about an organisation on its way to the bus. */
export type OnboardingEvent = OutgoingEvent & {
  readonly detail: OrganisationOnboarded | OrganisationOnboardingIncomplete;
};

/**
 * What is published about how an onboarding stands; nothing while it goes on and nobody has to do anything.
 * The event of what is the same for people has the same id.
 */
export function onboardingEvent(record: OnboardingRecord): OnboardingEvent | undefined {
  const { standing } = record;
  switch (standing.state) {
    case 'onboarded': {
      const { organisation } = standing;
      const detail: OrganisationOnboarded = {
        ...common(record, []),
        organisation: named(organisation),
        nextSteps: [...nextStepsOf(organisation)],
      };
      return { source: organisationEventSource, detailType: 'OrganisationOnboarded', detail };
    }
    case 'under-way':
    case 'incomplete': {
      const { leftForPerson, organisation } = standing;
      if (leftForPerson.length === 0) return undefined;
      return incomplete(record, leftForPerson, organisation);
    }
    case 'blocked':
    case 'refused':
      return incomplete(record, [{ reason: standing.problem }]);
  }
}

type Matters = OrganisationOnboardingIncomplete['leftForPerson'];

function incomplete(
  record: OnboardingRecord,
  matters: Readonly<Matters>,
  organisation?: Organisation,
): OnboardingEvent {
  const { state } = record.standing;
  const detail: OrganisationOnboardingIncomplete = {
    ...common(record, matters),
    ...(organisation && { organisation: named(organisation) }),
    leftForPerson: matters.slice(0, mostMatters),
    moreCount: Math.max(0, matters.length - mostMatters),
    goesOnByItself: state === 'under-way' || state === 'blocked',
  };
  return { source: organisationEventSource, detailType: 'OrganisationOnboardingIncomplete', detail };
}

function common({ standing, requestId, name, ticket, requestedBy, at }: OnboardingRecord, matters: unknown) {
  const content = JSON.stringify([requestId, name, standing.state, matters]);
  const digest = createHash('sha256').update(content).digest('hex');
  return {
    version: 1,
    eventId: `evt_${digest.slice(0, 32)}`,
    requestId,
    name,
    ticket,
    requestedBy,
    occurredAt: at.toISOString(),
  } as const;
}

function named({ id, name, region }: Organisation) {
  return { id, name, ...(region !== undefined && { region }) };
}
