import { describe, expect, it } from 'vitest';
import { peopleSchema } from '#shared/config/people.ts';

const least = { organisations: ['corp'], timeZone: 'Europe/Zurich', profiles: { analyst: {} }, sources: {} };
const problems = (settings: object) =>
  peopleSchema
    .safeParse({ ...least, ...settings })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('the settings of people', () => {
  it('need little, and hold a lot for a person to decide until they are told otherwise', () => {
    expect(peopleSchema.parse(least)).toMatchObject({
      workingDay: { start: '08:00', end: '18:00' },
      umlauts: 'one-letter',
      protectedAccounts: { breakGlass: [], apiOwners: [] },
      fuses: { mostLeavers: 20, mostLeaversPercent: 5, leastRosterPercent: 90, leastAdministrators: 1 },
    });
  });

  it('know protected accounts in whatever case they are written', () => {
    expect(
      peopleSchema.parse({ ...least, protectedAccounts: { breakGlass: ['Glass@Corp.example'] } }),
    ).toMatchObject({
      protectedAccounts: { breakGlass: ['glass@corp.example'] },
    });
  });

  it.each<[title: string, settings: object, problem: string]>([
    ['a time zone of no place', { timeZone: 'CEST' }, 'timeZone: an IANA time zone such as Europe/Zurich'],
    [
      'a time of another clock',
      { workingDay: { end: '6 pm' } },
      'workingDay.end: a time such as 17:00, from 00:00 to 23:59',
    ],
    [
      'a source with a profile that is not there',
      { sources: { hr: { kind: 'csv', profile: 'root' } } },
      'sources.hr.profile: no such profile; allowed: analyst',
    ],
    [
      'a name for two profiles',
      { profiles: { analyst: { alsoKnownAs: ['IT'] }, guest: { alsoKnownAs: ['it'] } } },
      'profiles.guest.alsoKnownAs.0: the profile analyst is called so, too: one name must stand for one profile',
    ],
    [
      'the name of another profile',
      { profiles: { analyst: {}, guest: { alsoKnownAs: ['Analyst'] } } },
      'profiles.guest.alsoKnownAs.0: the profile analyst is called so, too: one name must stand for one profile',
    ],
    [
      'a role that Firewall Manager does not know',
      { profiles: { analyst: { firewallManagerRole: 'ROLE_READONLY' } } },
      'profiles.analyst.firewallManagerRole: Invalid option: expected one of "ROLE_SUPER_ADMIN"|"ROLE_ADMIN"|"ROLE_READ_ONLY"|"ROLE_EDIT_ONLY"|"ROLE_DEPLOY_ONLY"|"ROLE_VPN_SESSIONS_MANAGER"|"ROLE_FWAAS"|"ROLE_PASSIVE_IDENTITY_AGENT"|"ROLE_OPERATIONAL_ADMIN"',
    ],
    [
      'an expression that cannot be read',
      { sources: { desk: { kind: 'json', mapping: { email: 'a.b[' } } } },
      'sources.desk.mapping.email: not a JMESPath expression, such as alert.domains[] or items[?type==`ip`].value',
    ],
  ])('are refused with %s', (_, settings, problem) => {
    expect(problems(settings)).toEqual([problem]);
  });

  it('are refused with a mapping for a field that does not exist', () => {
    expect(problems({ sources: { desk: { kind: 'servicenow', mapping: { mail: 'x' } } } })?.[0]).toMatch(
      /mail/,
    );
  });
});
