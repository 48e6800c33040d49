import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tableImportLock } from '#shared/aws/table/import-lock.ts';
import { tableImportedEntities } from '#shared/aws/table/imported-entities.ts';
import { keys } from '#shared/aws/table/keys.ts';
import { LeaseLock } from '#shared/aws/table/lease-lock.ts';
import { tablePartEnrichments } from '#shared/aws/table/part-enrichments.ts';
import { tableResponseJournal } from '#shared/aws/table/response-journal.ts';
import { tableVerdictCache } from '#shared/aws/table/verdict-cache.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { deliberateHttpOptions, observeHttpOptions } from '#shared/cisco/xdr/http-options.ts';
import { xdrIntelligence } from '#shared/cisco/xdr/intelligence.ts';
import { organisationXdrClient, type XdrAccess, xdrOf } from '#shared/cisco/xdr/organisation-client.ts';
import { xdrConsoleUrl } from '#shared/cisco/xdr/regions.ts';
import type { BudgetLane } from '#shared/cisco/xdr/request-budget.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { OrganisationName } from '#shared/config/names.ts';
import type { Callbacks } from '#shared/enrichment/callbacks/callbacks.ts';
import { importLockMarginMilliseconds } from '#shared/enrichment/imports/import-lock.ts';
import { importedIncidents } from '#shared/enrichment/incidents/imported-incidents.ts';
import { journaledResponder } from '#shared/enrichment/responses/journaled-responder.ts';
import type { EnrichmentPorts } from '#shared/enrichment/worker-ports.ts';
import type { EventPublisher } from '#shared/events/event-publisher.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';

/** Kept free at the end of an invocation for recording what was done, in milliseconds. */
const reserveMilliseconds = 15_000;

/** What the enrichers of all organisations and invocations share. */
export interface SharedAccess {
  readonly configuration: DeploymentConfiguration;
  readonly table: { readonly documents: DynamoDBDocumentClient; readonly tableName: string };
  readonly access: XdrAccess;
  readonly events: EventPublisher;
  readonly callbacks: Callbacks;
}

/** Everything an enricher touches, by organisation and lane, for one invocation that may last as long as is left. */
export function enrichmentPorts(
  { configuration, table, access, events, callbacks }: SharedAccess,
  remainingMilliseconds: number,
): (organisation: OrganisationName, lane: BudgetLane) => EnrichmentPorts {
  const now = systemClock.now().getTime();
  const signal = AbortSignal.timeout(Math.max(1, remainingMilliseconds - reserveMilliseconds));
  const http = { clock: systemClock, sleep: realSleep, random: Math.random };
  const quick = httpClient(http, { ...deliberateHttpOptions, signal });
  const patient = httpClient(http, { ...observeHttpOptions, signal });
  const lock = new LeaseLock({ ...table, clock: systemClock });
  const leaseUntil = new Date(now + remainingMilliseconds + importLockMarginMilliseconds);

  return (organisation, lane) => {
    const patientClient = organisationXdrClient(organisation, access, { http: patient, lane });
    return {
      intelligence: xdrIntelligence({
        quick: {
          client: organisationXdrClient(organisation, access, { http: quick, lane }),
          limitSeconds: deliberateHttpOptions.attemptTimeLimitMilliseconds / 1_000,
        },
        patient: {
          client: patientClient,
          limitSeconds: observeHttpOptions.attemptTimeLimitMilliseconds / 1_000,
        },
        consoleUrl: xdrConsoleUrl(xdrOf(organisation, configuration)),
        signal,
      }),
      cache: tableVerdictCache({ ...table, organisation, clock: systemClock }),
      enrichments: tablePartEnrichments(table),
      responder: journaledResponder({
        client: patientClient,
        journal: tableResponseJournal(table),
        clock: systemClock,
      }),
      incidents: importedIncidents({
        client: patientClient,
        entities: tableImportedEntities({ ...table, organisation, clock: systemClock }),
        lockOf: ({ requestId }) =>
          tableImportLock(lock, keys.incidentWriter(organisation, requestId), leaseUntil),
        clock: systemClock,
        sleep: realSleep,
        waitForLockUntil: new Date(now + remainingMilliseconds / 2),
      }),
      events,
      callbacks,
      clock: systemClock,
      settings: configuration.enrichment,
      random: Math.random,
    };
  };
}
