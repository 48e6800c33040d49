import { expect, it } from 'vitest';
import { largestEventDetailBytes } from '#shared/events/event-publisher.ts';
import { onboardingIdOf } from '#shared/organisations/onboarding/onboarding-id.ts';
import { keptStanding } from '#shared/organisations/orders/kept-standing.ts';
import { onboardingEvent } from '#shared/organisations/orders/onboarding-event.ts';
import { organisationIdSchema } from '#shared/organisations/organisation.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';

const organisation = {
  id: organisationIdSchema.parse('6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101'),
  name: 'Northwind',
  region: 'EU',
  kind: 'managed',
} as const;

it('whatever fails, in however many words, fits into a row and into an event', () => {
  const leftForPerson = Array.from({ length: 5_000 }, (_, index) => ({
    step: 'grant-role' as const,
    subject: `group ${index}/${'p'.repeat(200)}/${'r'.repeat(200)}`,
    reason: 'no '.repeat(5_000),
  }));
  const standing = keptStanding({ state: 'incomplete', organisation, leftForPerson });

  expect(JSON.stringify(standing).length).toBeLessThan(400_000);
  const event = onboardingEvent({
    onboarding: onboardingIdOf('Northwind'),
    name: 'Northwind',
    region: 'EU',
    requestId: deriveRequestId('test', 'one'),
    standing,
    at: new Date('2026-12-01T00:00:00Z'),
  });
  expect(event?.detail).toMatchObject({ moreCount: 50 });
  expect(JSON.stringify(event?.detail).length).toBeLessThan(largestEventDetailBytes);
});
