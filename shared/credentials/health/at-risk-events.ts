import { createHash } from 'node:crypto';
import { credentialAtRiskSchema, credentialEventSource } from '../../events/credential-events.ts';
import type { OutgoingEvent } from '../../events/event-publisher.ts';
import type { CredentialHealth, CredentialRisk, HealthReport } from './health-report.ts';

/** One `CredentialAtRisk` for each risk of the report. */
export function atRiskEvents(report: HealthReport): OutgoingEvent[] {
  return report.credentials.flatMap((health) =>
    health.risks.map((risk) => ({
      source: credentialEventSource,
      detailType: 'CredentialAtRisk' as const,
      detail: credentialAtRiskSchema.parse({
        version: 1,
        eventId: eventId(health, risk, report.checkedAt),
        organisation: health.organisation,
        credential: health.kind,
        risk: risk.risk,
        ...(health.daysLeft !== undefined && { daysLeft: health.daysLeft }),
        ...(risk.risk === 'lacks-scopes' && { missingScopes: health.missingScopes }),
        message: risk.message,
        occurredAt: report.checkedAt,
      }),
    })),
  );
}

/** The same for every check of one day, so that checks on demand and repeats after a failure tell nothing twice. */
function eventId({ organisation, kind }: CredentialHealth, risk: CredentialRisk, checkedAt: string): string {
  const day = checkedAt.slice(0, 'yyyy-mm-dd'.length);
  const parts = [organisation, kind, risk.risk, risk.reachedDaysLeft ?? '', day];
  return `evt_${createHash('sha256').update(parts.join('/')).digest('hex').slice(0, 32)}`;
}
