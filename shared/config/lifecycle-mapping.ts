import { z } from 'zod';
import { jmesPathSchema } from './jmes-path.ts';

const place = (what: string) => jmesPathSchema.optional().describe(what);

/** Where in a ticket or another body it is told who joins or leaves, and when: JMESPath expressions. */
export const lifecycleMappingSchema = z
  .strictObject({
    action: place('A word such as onboarding or offboarding.'),
    status: place('A word such as active or terminated.'),
    email: place("The person's address at work: who it is."),
    firstName: place('First name.'),
    lastName: place('Last name.'),
    fullName: place('First and last name in one, to be shown to people.'),
    employeeId: place('The number at the personnel department, for the template of addresses.'),
    startDay: place('The first day, or moment.'),
    lastDay: place('The last day, or moment.'),
    timeZone: place('An IANA time zone, such as Europe/Zurich.'),
    location: place('A place that stands in timeZonesByLocation.'),
    terminationType: place('A word such as voluntary.'),
    immediate: place('Whether it must happen at once.'),
    profile: place('The profile, by its name or one of its other names.'),
    ticket: place('The number of the ticket.'),
    requester: place('Who asks.'),
  })
  .describe('Where to find what in the body, as JMESPath expressions.');

export type LifecycleMapping = z.infer<typeof lifecycleMappingSchema>;

/** What can be told about somebody who joins or leaves. */
export type LifecycleField = keyof LifecycleMapping;

/** All that can be told, in the order in which it is looked for. */
export const lifecycleFields: readonly LifecycleField[] = lifecycleMappingSchema.keyof().options;
