import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfiguration } from '#infra/config/load-configuration.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'configuration-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Loads a configuration with one organisation `main`, and returns what the reader is told about it. */
function told(organisation: object): string {
  const file = join(folder, 'mine.json');
  const rest = { stage: 'trial', destinationLists: {}, connections: {} };
  writeFileSync(file, JSON.stringify({ ...rest, organisations: { main: organisation } }));
  try {
    loadConfiguration(file);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const problems = error.message.split('\n').slice(1);
    // Where it stands is the subject of load-configuration.test.ts.
    return problems.map((problem) => problem.replace(/^.*?mine\.json:\d+:\d+ {2}/, '')).join('\n');
  }
}

const secureAccess = { edition: 'global' };
const organizationId = '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101';
const user = '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2a01';
const otherUser = '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2a02';
const firewallManager = { region: 'us', tenantUid: organizationId, apiUserUids: [user, otherUser] };

describe('settings of credentials', () => {
  it.each([
    { what: 'nothing to rotate', organisation: { secureAccess } },
    {
      what: 'a log bucket key',
      organisation: { secureAccess: { ...secureAccess, logBucketKeyRotation: {} } },
    },
    {
      what: 'Security Cloud Control',
      organisation: { secureAccess, securityCloudControl: { organizationId } },
    },
    { what: 'Firewall Manager', organisation: { secureAccess, firewallManager } },
  ])('may be $what with defaults', ({ organisation }) => {
    expect(told(organisation)).toBe('accepted');
  });

  it.each([
    {
      wrong: 'a key that would expire before it is replaced',
      organisation: { secureAccess: { ...secureAccess, keyRotation: { everyDays: 60, lifetimeDays: 60 } } },
      expected:
        'organisations.main.secureAccess.keyRotation: found an object; a key must be replaced before it expires: everyDays must be less than lifetimeDays',
    },
    {
      wrong: 'a log bucket key that would be replaced after Cisco has ended it',
      organisation: { secureAccess: { ...secureAccess, logBucketKeyRotation: { everyDays: 90 } } },
      expected:
        'organisations.main.secureAccess.logBucketKeyRotation.everyDays: found 90; allowed: at most 85',
    },
    {
      wrong: 'a log bucket key of an edition that cannot replace it',
      organisation: { secureAccess: { edition: 'china', logBucketKeyRotation: {} } },
      expected:
        'organisations.main.secureAccess.logBucketKeyRotation: found an object; the API of the edition china cannot rotate the key of a log bucket; leave logBucketKeyRotation out',
    },
    {
      wrong: 'an organisation named by its name instead of its id',
      organisation: { secureAccess, securityCloudControl: { organizationId: 'acme' } },
      expected: /^organisations\.main\.securityCloudControl\.organizationId: found "acme"; /,
    },
    {
      wrong: 'an unknown way of rotating',
      organisation: { secureAccess, securityCloudControl: { organizationId, rotation: 'aws' } },
      expected: 'organisations.main.securityCloudControl.rotation: found "aws"; allowed: "lambda", "managed"',
    },
    {
      wrong: 'one API-only user twice',
      organisation: { secureAccess, firewallManager: { ...firewallManager, apiUserUids: [user, user] } },
      expected:
        'organisations.main.firewallManager.apiUserUids: found a list of 2; name two different API-only users',
    },
    {
      wrong: 'an unknown region',
      organisation: { secureAccess, firewallManager: { ...firewallManager, region: 'nam' } },
      expected:
        'organisations.main.firewallManager.region: found "nam"; allowed: "us", "eu", "apj", "au", "in", "uae"',
    },
    {
      wrong: 'a day that is none',
      organisation: { secureAccess, xdr: { region: 'us', clientCreatedOn: 'last May' } },
      expected: /^organisations\.main\.xdr\.clientCreatedOn: found "last May"; /,
    },
    {
      wrong: 'a token pasted into the configuration, which is not shown',
      organisation: { secureAccess, securityCloudControl: { organizationId, refreshToken: 'canary' } },
      expected:
        'organisations.main.securityCloudControl.refreshToken: is not a setting; allowed here: organizationId, rotation, baseUrl',
    },
  ])('are refused: $wrong', ({ organisation, expected }) => {
    expect(told(organisation)).toEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
  });
});
