import { beforeEach, describe, expect, it } from 'vitest';
import { lifecycleProfileSchema } from '#shared/config/lifecycle-profile.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { planOnboarding } from '#shared/people/onboarding/plan-onboarding.ts';
import { deathsAmong, Mortality } from '#test/mortality.ts';
import {
  analyst,
  doAll,
  joining,
  profiles,
  type SimulatedJoining,
  startSimulatedJoining,
} from './simulated-joining.ts';

let joined: SimulatedJoining;

beforeEach(async () => {
  joined = await startSimulatedJoining();
});

const eveWithEverything = {
  platform: expect.objectContaining({
    status: 'PROVISIONED',
    invitationsSent: 1,
    groups: ['SOC analysts', 'Firewall engineers'],
    roles: ['Read-only (Secure Access)', 'Read-only (Firewall)'],
  }),
  firewallManagerRoles: ['ROLE_READ_ONLY'],
};

const plan = (request = joining(), defined: Parameters<typeof planOnboarding>[1] = profiles) =>
  planOnboarding(request, defined, [joined.places]);

describe('somebody who joins', () => {
  it('is invited, gets groups, roles and the account of the profile, and all of it is read back', async () => {
    const results = await doAll(plan());

    expect(results).toEqual({
      invite: { result: 'done', summary: 'invited' },
      'add-to-groups': { result: 'done', summary: 'groups given: SOC analysts, Firewall engineers' },
      'assign-roles': {
        result: 'done',
        summary: 'roles given: Read-only (Secure Access), Read-only (Firewall)',
      },
      'create-firewall-account': { result: 'done', summary: 'account made with ROLE_READ_ONLY' },
      'verify-onboarding': {
        result: 'done',
        summary: 'read back: invited and has not accepted yet, with everything that the profile says',
      },
    });
    expect(joined.eve()).toEqual(eveWithEverything);
  });

  it('is not invited again, and nothing changes, when all of it is done again', async () => {
    await doAll(plan());
    const results = await doAll(plan());

    expect(Object.values(results).map(({ result }) => result)).toEqual([
      'already',
      'already',
      'already',
      'already',
      'done',
    ]);
    expect(joined.eve()).toEqual(eveWithEverything);
  });

  it('ends up the same, invited once, wherever the work is killed and begun anew', async () => {
    const survivor = new Mortality();
    await doAll(mortalPlan(survivor));

    for (const death of deathsAmong(survivor.calls)) {
      joined = await startSimulatedJoining();
      await expect(doAll(mortalPlan(new Mortality(death)))).rejects.toThrow('killed');
      await doAll(plan());

      expect(joined.eve(), `killed ${death.when} call ${death.call}`).toEqual(eveWithEverything);
    }
  });

  it('gets only what the profile names', async () => {
    const results = await doAll(plan(joining(), { [analyst]: lifecycleProfileSchema.parse({}) }));

    expect(Object.values(results).map(({ result }) => result)).toEqual([
      'done',
      'not-needed',
      'not-needed',
      'not-needed',
      'done',
    ]);
  });

  it('needs no account where no Firewall Manager is configured', async () => {
    const { firewallAccounts: _none, ...places } = joined.places;
    const results = await doAll(planOnboarding(joining(), profiles, [places]));

    expect(results['create-firewall-account']?.result).toBe('not-needed');
    expect(results['verify-onboarding']?.result).toBe('done');
  });
});

describe('somebody who has come back', () => {
  it('was disabled, can sign in again, and that is said', async () => {
    const results = await doAll(plan(joining('dee@acme.example')));

    expect(results.invite).toEqual({
      result: 'done',
      summary: 'was disabled and can sign in again, with the groups and roles that were left',
    });
    expect(await joined.platform.find('dee@acme.example')).toMatchObject({ state: 'active' });
  });

  it('has the account in Firewall Manager with another role: a person has to change it', async () => {
    const email = 'eve@acme.example';
    joined.firewallManager.control.putUser({
      uid: '4c8d5a8e-0000-4000-8000-000000000001',
      name: email,
      role: 'ROLE_ADMIN',
      apiOnlyUser: false,
    });

    const results = await doAll(plan());

    expect(results['create-firewall-account']).toMatchObject({
      result: 'open',
      summary: expect.stringContaining('ROLE_ADMIN instead of ROLE_READ_ONLY'),
    });
    expect(results['verify-onboarding']?.result).toBe('open');
  });
});

describe('a profile that does not fit the organisation', () => {
  it('leaves a group open that is not there, and gives the others', async () => {
    const profile = lifecycleProfileSchema.parse({ adminGroups: ['Nobody', 'SOC analysts'] });
    const [invite, addToGroups] = plan(joining(), { [analyst]: profile });
    const results = await doAll([invite, addToGroups].filter((step) => step !== undefined));

    expect(results['add-to-groups']).toMatchObject({
      result: 'open',
      summary: expect.stringMatching(/^groups given: SOC analysts; Nobody: There is no group Nobody/),
    });
  });

  it('that is no longer configured leaves everything to a person', async () => {
    const [invite] = plan(joining(), {});

    await expect(doAll([invite].filter((step) => step !== undefined))).rejects.toThrow(ConfigurationProblem);
    expect(joined.eve().platform).toBeUndefined();
  });
});

it('groups wait for the invitation: nobody is added who is not listed', async () => {
  const withoutInvitation = plan().filter(({ step }) => step === 'add-to-groups');

  await expect(doAll(withoutInvitation)).rejects.toThrow('the invitation has to come first');
});

function mortalPlan(mortality: Mortality) {
  const { places } = joined;
  const { organisation, directory, groups, roles, firewallAccounts } = places;
  if (!firewallAccounts) throw new Error('the simulated organisation has a Firewall Manager');
  return planOnboarding(joining(), profiles, [
    {
      organisation,
      directory: mortality.mortal(directory),
      groups: mortality.mortal(groups),
      roles: mortality.mortal(roles),
      firewallAccounts: mortality.mortal(firewallAccounts),
    },
  ]);
}
