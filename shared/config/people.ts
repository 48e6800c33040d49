import { z } from 'zod';
import { deviceNamingRuleSchema } from '../people/devices/device-naming-rule.ts';
import { emailAddressSchema } from '../people/email-address.ts';
import { clockTimeSchema, timeZoneSchema } from '../time/zoned-time.ts';
import { emailTemplateSchema } from './email-template.ts';
import { lifecycleFusesSchema } from './lifecycle-fuses.ts';
import { lifecycleProfileSchema, lifecycleRoleSchema } from './lifecycle-profile.ts';
import { lifecycleSourceSchema } from './lifecycle-source.ts';
import { lifecycleSourceNameSchema, organisationNameSchema, profileNameSchema } from './names.ts';
import { vpnUserNameSchema } from './vpn-user-name.ts';

const words = z.array(z.string().trim().min(1).max(100)).max(50);

const workingDaySchema = z
  .strictObject({
    start: clockTimeSchema.default(clockTimeSchema.parse('08:00')).describe('When joiners must be in.'),
    end: clockTimeSchema.default(clockTimeSchema.parse('18:00')).describe('When leavers must be out.'),
  })
  .prefault({})
  .describe('The working day, by the clocks where a person works.');

const departuresSchema = z
  .strictObject({
    involuntary: words
      .default(['involuntary', 'dismissal', 'termination for cause', 'fristlos', 'licenciement'])
      .describe('Termination types of people who go before others when many leave.'),
    immediate: words
      .default([])
      .describe('Termination types that are carried out as soon as they are heard of, whatever the date.'),
  })
  .prefault({});

const protectedAccountsSchema = z
  .strictObject({
    breakGlass: z.array(emailAddressSchema).max(100).default([]).describe('Accounts for emergencies.'),
    apiOwners: z
      .array(emailAddressSchema)
      .max(500)
      .default([])
      .describe('People whose API keys and clients something depends on.'),
  })
  .prefault({})
  .describe('Accounts that are only offboarded when a person has agreed.');

/** Who joins and leaves, how that is heard of, and what it means. */
export const peopleSchema = z
  .strictObject({
    organisations: z
      .array(organisationNameSchema)
      .min(1)
      .max(20)
      .describe('Organisations that joiners are let into and leavers are cut off from.'),
    undoDays: z
      .int()
      .min(0)
      .max(90)
      .default(14)
      .describe(
        'How long groups and roles that were taken away can be given back. Then the person is removed from the organisation; 0: at once.',
      ),
    warnHoursBefore: z
      .int()
      .min(0)
      .max(336)
      .default(24)
      .describe('How long before somebody joins or leaves it is announced; 0: not at all.'),
    remindAfterDays: z
      .int()
      .min(1)
      .max(30)
      .default(3)
      .describe('An invitation that was not accepted for so long is sent once more, and reported daily.'),
    vpnUserNames: z
      .array(vpnUserNameSchema)
      .min(1)
      .max(5)
      .default([vpnUserNameSchema.parse('{email}')])
      .describe('How a person is called where they log in to a VPN: {email}, {mailbox}, CORP\\{mailbox}.'),
    roamingComputerNames: deviceNamingRuleSchema.optional(),
    administratorRoles: z
      .array(lifecycleRoleSchema)
      .min(1)
      .max(20)
      .default([{ product: 'Security Cloud Control', role: 'Organization Administrator' }])
      .describe('Who has one of these roles is an administrator; some must always remain.'),
    timeZone: timeZoneSchema.describe('Where somebody works of whom no other place is told.'),
    timeZonesByLocation: z
      .record(z.string().min(1).max(100), timeZoneSchema)
      .default({})
      .describe('Time zones by what tickets and files call a location.'),
    workingDay: workingDaySchema,
    emailTemplate: emailTemplateSchema
      .optional()
      .describe('How addresses are made from names, where none is told. Left out: such people are refused.'),
    umlauts: z
      .enum(['one-letter', 'two-letters'])
      .default('one-letter')
      .describe('How ä, ö and ü are written in such an address: a, o, u or ae, oe, ue.'),
    departures: departuresSchema,
    profiles: z.record(profileNameSchema, lifecycleProfileSchema).describe('What joiners get, by profile.'),
    sources: z
      .record(lifecycleSourceNameSchema, lifecycleSourceSchema)
      .describe('Who may say that somebody joins or leaves, by a name of your choice.'),
    protectedAccounts: protectedAccountsSchema,
    fuses: lifecycleFusesSchema.describe('What is not done before a person has agreed.'),
    requestsPerLeaver: z
      .int()
      .min(1)
      .max(200)
      .default(12)
      .describe(
        'Requests to Secure Access that one leaver takes at the most, to tell when many will be done.',
      ),
  })
  .superRefine(({ profiles, sources }, context) => {
    for (const [name, { profile }] of Object.entries(sources)) {
      if (profile === undefined || Object.hasOwn(profiles, profile)) continue;
      context.addIssue({
        code: 'custom',
        path: ['sources', name, 'profile'],
        input: profile,
        message: `no such profile; allowed: ${Object.keys(profiles).join(', ') || '(none is defined)'}`,
      });
    }
    const owners = new Map(Object.keys(profiles).map((name) => [name, name]));
    for (const [name, { alsoKnownAs }] of Object.entries(profiles)) {
      for (const [index, other] of alsoKnownAs.entries()) {
        const owner = owners.get(other.toLowerCase()) ?? name;
        owners.set(other.toLowerCase(), owner);
        if (owner === name) continue;
        context.addIssue({
          code: 'custom',
          path: ['profiles', name, 'alsoKnownAs', index],
          input: other,
          message: `the profile ${owner} is called so, too: one name must stand for one profile`,
        });
      }
    }
  });

export type PeopleSettings = z.infer<typeof peopleSchema>;
