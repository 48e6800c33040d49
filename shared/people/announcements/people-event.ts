import type { z } from 'zod';
import { RefusedInput } from '../../errors/refused-input.ts';
import type { BusEvent } from '../../events/bus-event.ts';
import {
  invitationsOpenSchema,
  offboardingIncompleteSchema,
  offboardingUndoneSchema,
  onboardingIncompleteSchema,
  peopleHeldSchema,
  peopleRefusedSchema,
  personChangeDueSchema,
  userOffboardedSchema,
  userOnboardedSchema,
} from '../../events/people-results.ts';
import { describeMismatch } from '../../webhooks/parsers/describe-mismatch.ts';

const schemas = {
  PeopleHeld: peopleHeldSchema,
  PeopleRefused: peopleRefusedSchema,
  PersonChangeDue: personChangeDueSchema,
  UserOnboarded: userOnboardedSchema,
  OnboardingIncomplete: onboardingIncompleteSchema,
  UserOffboarded: userOffboardedSchema,
  OffboardingIncomplete: offboardingIncompleteSchema,
  OffboardingUndone: offboardingUndoneSchema,
  InvitationsOpen: invitationsOpenSchema,
};

type EventType = keyof typeof schemas;

/** What people hear of, by the type of the event. */
export type PeopleEvent = {
  [Type in EventType]: { readonly type: Type; readonly detail: z.infer<(typeof schemas)[Type]> };
}[EventType];

/** One event of that type. */
export type PeopleEventOf<Type extends EventType> = Extract<PeopleEvent, { type: Type }>;

/** @throws RefusedInput for an event that is about something else, or not of the published form */
export function readPeopleEvent({ 'detail-type': type, detail }: BusEvent): PeopleEvent {
  if (!isEventType(type)) {
    throw new RefusedInput(
      `Events of type ${type} are not announced; those of ${Object.keys(schemas).join(', ')} are. Correct the rule of the bus.`,
    );
  }
  const parsed = schemas[type].safeParse(detail);
  if (!parsed.success) {
    throw new RefusedInput(`The event is no ${type}: ${describeMismatch(parsed.error)}.`);
  }
  // The schema was picked by the type, which TypeScript cannot follow through an indexed access.
  return { type, detail: parsed.data } as PeopleEvent;
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(schemas, type);
}
