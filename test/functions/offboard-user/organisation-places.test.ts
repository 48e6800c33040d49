import { expect, it } from 'vitest';
import { CallHistory } from '#shared/cisco/http/call-history.ts';
import { adminWindows } from '#shared/cisco/secure-access/admin-pace.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import type { SecureAccessEdition } from '#shared/config/organisation.ts';
import { organisationSchema } from '#shared/config/organisation.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { organisationPlaces } from '../../../functions/offboard-user/organisation-places.ts';
import { AdvancingTime } from '../../shared/cisco/advancing-time.ts';
import { storedToken } from '../../shared/cisco/firewall-manager/simulated-people.ts';
import { peopleSettings } from '../../shared/people/lifecycle/people-settings.ts';

const corp = organisationNameSchema.parse('corp');
const time = new AdvancingTime();
const noTokens = {
  current: () => Promise.reject(new Error('no call is made')),
  replace: () => Promise.reject(new Error('no call is made')),
};

function places(
  edition: SecureAccessEdition,
  own: object = {},
  people: Parameters<typeof peopleSettings>[0] = {},
) {
  const organisation = organisationSchema.parse({
    secureAccess: { edition },
    securityCloudControl: { organizationId: '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101' },
    ...own,
  });
  return organisationPlaces({
    configuration: { organisations: { [corp]: organisation } },
    settings: peopleSettings(people),
    historyOf: () => new CallHistory(adminWindows),
    tokens: {
      platform: () => noTokens,
      secureAccess: () => noTokens,
      firewallManager: () => storedToken('token'),
    },
    clock: time,
    sleep: time.sleep,
    random: () => 0,
  }).get(corp);
}

it.each<[SecureAccessEdition, string[]]>([
  ['global', ['vpnSessions', 'certifiedDevices']],
  ['china', ['vpnSessions']],
  ['government', ['vpnSessions']],
  ['umbrella', []],
])('in the edition %s a leaver is looked for in %o beside the directory', (edition, expected) => {
  expect(Object.keys(places(edition) ?? {})).toEqual([
    ...['directory', 'groups', 'roles'],
    ...expected,
    'ownedCredentials',
  ]);
});

it('with Firewall Manager the account and the sessions on firewalls are places, too', () => {
  const firewallManager = {
    region: 'eu',
    tenantUid: '3f0c7d1e-52c8-4a86-9b4e-7a6d5c4b3a01',
    apiUserUids: ['7131daad-1c6b-4c1f-9b8e-0a5d4e3f2a01', '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2a02'],
  };
  const found = places('umbrella', { firewallManager });
  expect(found?.firewallAccounts).toBeDefined();
  expect(found?.firewallVpnSessions).toBeDefined();
});

it('roaming computers are left alone without a rule that says whose they are', () => {
  expect(places('global')?.roamingComputers).toBeUndefined();
  const found = places('global', {}, { roamingComputerNames: 'LT-{mailbox}-#' });
  expect(found?.roamingComputers?.namingRule).toBe('LT-{mailbox}-#');
});

it('clients of XDR have to be looked at by hand', () => {
  const found = places('global', { xdr: { region: 'us', clientCreatedOn: '2026-11-01' } });
  expect(found?.ownedCredentials).toMatchObject([
    { what: 'API keys of Secure Access' },
    { what: 'API clients of XDR', credentials: 'look-by-hand' },
  ]);
});

it('an organisation that is not configured is a mistake in the configuration', () => {
  expect(() => places('global', {}, { organisations: ['other'] })).toThrow(ConfigurationProblem);
});
