import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tablePeopleChanges } from '#shared/aws/table/people/people-changes.ts';
import { tableRecordedBatches } from '#shared/aws/table/people/recorded-batches.ts';
import { tableStepJournal } from '#shared/aws/table/people/step-journal.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { adminGapMilliseconds } from '#shared/cisco/secure-access/admin-pace.ts';
import { organisationPlatform } from '#shared/cisco/security-cloud-control/organisation-platform.ts';
import { atPlatformPace, platformHttpOptions } from '#shared/cisco/security-cloud-control/platform-pace.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { OrganisationName } from '#shared/config/names.ts';
import type { PeopleSettings } from '#shared/config/people.ts';
import type { TokenSource } from '#shared/credentials/access-token.ts';
import { organisationFacts } from '#shared/people/planning/organisation-facts.ts';
import type { PlannerPorts } from '#shared/people/planning/planner-ports.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';

/** The longest that Secure Access mostly takes to answer, in milliseconds. */
const usualAnswerMilliseconds = 800;

/** Everything that planning touches, for one invocation. */
export function plannerPorts(
  context: {
    table: { documents: DynamoDBDocumentClient; tableName: string };
    configuration: DeploymentConfiguration;
    people: PeopleSettings;
    tokensOf: (organisation: OrganisationName) => TokenSource;
  } & Pick<PlannerPorts, 'events' | 'files' | 'tasks'>,
  signal: AbortSignal,
): PlannerPorts {
  const { table, configuration, people, tokensOf, events, files, tasks } = context;
  const time = { clock: systemClock, sleep: realSleep };
  const http = atPlatformPace(
    httpClient({ ...time, random: Math.random }, { ...platformHttpOptions, signal }),
    time,
  );
  return {
    changes: tablePeopleChanges(table),
    batches: tableRecordedBatches(table),
    tasks,
    journal: tableStepJournal(table),
    events,
    files,
    facts: organisationFacts(
      people.organisations.map((name) => organisationPlatform(name, { configuration, http, tokensOf })),
      people,
    ),
    clock: systemClock,
    settings: people,
    pace: {
      requestsPerLeaver: people.requestsPerLeaver,
      millisecondsPerRequest: adminGapMilliseconds + usualAnswerMilliseconds,
    },
  };
}
