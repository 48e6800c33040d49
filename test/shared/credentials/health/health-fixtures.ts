import {
  type DeploymentConfiguration,
  deploymentConfigurationSchema,
} from '#shared/config/deployment-configuration.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import type { Organisation } from '#shared/config/organisation.ts';

export const now = new Date('2026-11-22T06:00:00Z');

/** So many days before or after {@link now}. */
export function daysFromNow(days: number): Date {
  return new Date(now.getTime() + days * 86_400_000);
}

export const main = organisationNameSchema.parse('main');
export const sccOrganizationId = '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101';

/** Everything that an organisation can have; a test takes away or replaces what it is about. */
export const everything = {
  secureAccess: {
    edition: 'global',
    keyRotation: { everyDays: 30, lifetimeDays: 60 },
    logBucketKeyRotation: { everyDays: 75 },
  },
  securityCloudControl: { organizationId: sccOrganizationId },
  firewallManager: {
    region: 'us',
    tenantUid: '3f0c7d1e-52c8-4a86-9b4e-7a6d5c4b3a01',
    apiUserUids: ['7131daad-1c6b-4c1f-9b8e-0a5d4e3f2a01', '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2a02'],
    everyDays: 30,
  },
  xdr: { region: 'us', clientCreatedOn: '2026-10-01' },
};

/** A deployment whose organisation `main` has these settings, and one destination list. */
export function configurationWith(
  organisation: object = everything,
  networkGroups: Readonly<Record<string, object>> = {},
): DeploymentConfiguration {
  return deploymentConfigurationSchema.parse({
    stage: 'test',
    organisations: { main: organisation },
    destinationLists: { 'soc-block': { organisation: 'main', id: 7001234 } },
    networkGroups,
    connections: {},
  });
}

export function organisationWith(organisation: object = everything): Organisation {
  const { organisations } = configurationWith(organisation);
  const parsed = organisations[main];
  if (!parsed) throw new Error('the configuration has main');
  return parsed;
}
