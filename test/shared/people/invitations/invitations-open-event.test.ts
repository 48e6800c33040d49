import { expect, it } from 'vitest';
import { organisationNameSchema } from '#shared/config/names.ts';
import { invitationsOpenSchema } from '#shared/events/people-results.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import { invitationsOpenEvent } from '#shared/people/invitations/invitations-open-event.ts';

const main = organisationNameSchema.parse('main');
const other = organisationNameSchema.parse('other');
const openOf = (number: number) => ({
  email: emailAddressSchema.parse(`person-${number}@corp.example`),
  sentAgain: false,
});
const idOf = (event: ReturnType<typeof invitationsOpenEvent>) =>
  invitationsOpenSchema.parse(event.detail).eventId;

it('names two hundred of many, and counts all', () => {
  const rest = Array.from({ length: 999 }, (_, index) => openOf(index + 1));
  const { detail } = invitationsOpenEvent(main, [openOf(0), ...rest], new Date('2026-12-01T06:10:00Z'));

  expect(invitationsOpenSchema.parse(detail)).toMatchObject({ count: 1_000 });
  expect(invitationsOpenSchema.parse(detail).invitations).toHaveLength(200);
});

it('has one id for a day and an organisation', () => {
  const morning = idOf(invitationsOpenEvent(main, [openOf(1)], new Date('2026-12-01T06:10:00Z')));
  const evening = idOf(invitationsOpenEvent(main, [openOf(2)], new Date('2026-12-01T20:00:00Z')));
  const nextDay = idOf(invitationsOpenEvent(main, [openOf(1)], new Date('2026-12-02T06:10:00Z')));
  const elsewhere = idOf(invitationsOpenEvent(other, [openOf(1)], new Date('2026-12-01T06:10:00Z')));

  expect(evening).toBe(morning);
  expect(new Set([morning, nextDay, elsewhere]).size).toBe(3);
});
