import { z } from 'zod';
import { lifecycleSourceNameSchema } from '../config/names.ts';
import { emailAddressSchema } from '../people/email-address.ts';
import { requestIdSchema } from '../requests/request-id.ts';
import { calendarDaySchema, clockTimeSchema, timeZoneSchema } from '../time/zoned-time.ts';

/** What both commands about a person have. */
export const lifecycleCommandMembers = {
  version: z.literal(1),
  requestId: requestIdSchema
    .optional()
    .describe("Left out: derived from the event's own id, so that only a redelivery counts as a repeat."),
  email: emailAddressSchema.describe('Who it is: the address at work.'),
  day: calendarDaySchema.optional().describe('The first or last day there. Needed unless it is immediate.'),
  time: clockTimeSchema
    .optional()
    .describe('Left out: the start of the working day for joiners, its end for leavers.'),
  timeZone: timeZoneSchema
    .optional()
    .describe('The IANA time zone in which day and time are meant. Left out: the configured one.'),
  immediate: z.boolean().default(false).describe('At once, whatever the day.'),
  ticket: z
    .string()
    .max(100)
    .optional()
    .describe('The ticket that asks for it; another event with it changes what it asked for.'),
  requestedBy: z.string().max(250).optional().describe('Who asks.'),
  lifecycleSource: lifecycleSourceNameSchema
    .or(z.literal('api'))
    .optional()
    .describe("Where it was heard of. Left out: the event's own source."),
  emailOrigin: z
    .enum(['stated', 'derived'])
    .default('stated')
    .describe('"derived": the address was made from the name by a template.'),
};

/** What a person is called, for people to read. */
export const personNameSchema = z.object({
  given: z.string().trim().min(1).max(100),
  family: z.string().trim().min(1).max(100),
});

/** Whether it is told when it is to happen. */
export function tellsWhen({ day, immediate }: { day?: string | undefined; immediate: boolean }): boolean {
  return immediate || day !== undefined;
}

export const whenMissing = { path: ['day'], error: 'name a day, or say "immediate": true' };
