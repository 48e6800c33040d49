import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tableDeploymentRecords } from '../aws/table/deployment-records.ts';
import {
  type CloudTokens,
  type OrganisationClouds,
  organisationClouds,
} from '../cisco/organisation-clouds.ts';
import type { DeploymentConfiguration } from '../config/deployment-configuration.ts';
import { systemClock } from '../time/clock.ts';
import { realSleep } from '../time/sleep.ts';

/** The clouds in which a function blocks, for one invocation. */
export function functionClouds(options: {
  configuration: DeploymentConfiguration;
  tokens: CloudTokens;
  table: { documents: DynamoDBDocumentClient; tableName: string };
  /** Ends every call. */
  signal: AbortSignal;
}): OrganisationClouds {
  const { table, ...rest } = options;
  return organisationClouds({
    ...rest,
    deploymentRecordsOf: (organisation) => tableDeploymentRecords({ ...table, organisation }),
    clock: systemClock,
    sleep: realSleep,
    random: Math.random,
  });
}
