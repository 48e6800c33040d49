import { z } from 'zod';
import { RefusedInput } from '../errors/refused-input.ts';
import { commentPart } from '../webhooks/parsers/fields/comment-part.ts';
import { fieldsAt } from '../webhooks/parsers/fields/field-at.ts';
import { instant } from '../webhooks/parsers/fields/instant.ts';
import { severityOfNumber } from '../webhooks/parsers/fields/severity.ts';
import { softField } from '../webhooks/parsers/fields/soft-field.ts';
import { textOf } from '../webhooks/parsers/fields/texts-of.ts';
import type { ParsedFinding } from './parsed-finding.ts';

const findingSchema = z.object({
  id: z.string().min(1),
  type: z.string(),
  region: softField(textOf),
  // From 0.1 to 10: low from 1, medium from 4, high from 7, critical from 9.
  severity: softField((severity) => severityOfNumber(severity, [1, 4, 7, 9])),
  title: softField(textOf),
  updatedAt: softField(instant),
  service: z.looseObject({
    archived: softField((archived) => archived === true),
    resourceRole: softField(textOf),
    eventLastSeen: softField(instant),
  }),
});

type GuardDutyFinding = z.infer<typeof findingSchema>;

/** The far end of what happened, whoever began it: GuardDuty says "remote" of it in all kinds of actions. */
const remoteAddresses: readonly string[] = [
  'action.networkConnectionAction.remoteIpDetails.ipAddressV4',
  'action.networkConnectionAction.remoteIpDetails.ipAddressV6',
  'action.portProbeAction.portProbeDetails.remoteIpDetails.ipAddressV4',
  'action.rdsLoginAttemptAction.remoteIpDetails.ipAddressV4',
];

/** Whoever calls an API may be one's own people elsewhere; only those on a threat list are strangers for certain. */
const callersOfApis: readonly string[] = [
  'action.awsApiCallAction.remoteIpDetails.ipAddressV4',
  'action.kubernetesApiCallAction.remoteIpDetails.ipAddressV4',
];
const onThreatList = /MaliciousIPCaller|TorIPCaller/;

/** What a machine of ours does to others, who are the victims then. */
const attacksOnOthers = /BruteForce|Portscan|PortSweep|DenialOfService|Spambot/;

const queriedName = 'action.dnsRequestAction.domain';

/**
 * The indicators in the detail of an event `GuardDuty Finding`: names asked for, and far ends of connections.
 * None of one that is archived, or a sample that somebody made to try things out.
 *
 * @throws RefusedInput when it is no finding of GuardDuty.
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
 */
export function parseGuardDutyFinding(detail: unknown): ParsedFinding {
  const parsed = findingSchema.safeParse(detail);
  if (!parsed.success) {
    throw new RefusedInput(
      'The event is not a finding of GuardDuty. Expected a detail with id, type and service.',
    );
  }
  const finding = parsed.data;
  return {
    findingId: finding.id,
    eventId: finding.id,
    source: commentPart(`GuardDuty ${finding.type}`),
    severity: finding.severity,
    link: consolePage(finding),
    occurredAt: finding.service.eventLastSeen ?? finding.updatedAt,
    values: isOfNoConcern(finding) ? [] : pathsFor(finding).flatMap((path) => valuesAt(finding, path)),
  };
}

function isOfNoConcern({ service, title }: GuardDutyFinding): boolean {
  const [isSample] = fieldsAt(service, 'additionalInfo.sample');
  return service.archived || isSample === true || title?.startsWith('[SAMPLE]') === true;
}

function pathsFor({ type, service }: GuardDutyFinding): readonly string[] {
  if (service.resourceRole === 'ACTOR' && attacksOnOthers.test(type)) return [queriedName];
  return [queriedName, ...remoteAddresses, ...(onThreatList.test(type) ? callersOfApis : [])];
}

function valuesAt({ service }: GuardDutyFinding, path: string) {
  return fieldsAt(service, path).flatMap((field) => {
    const value = textOf(field);
    return value === undefined ? [] : [{ value }];
  });
}

function consolePage({ id, region }: GuardDutyFinding): string | undefined {
  if (region === undefined || !/^[a-z0-9-]+$/.test(region)) return undefined;
  return `https://${region}.console.aws.amazon.com/guardduty/home?region=${region}#/findings?fId=${encodeURIComponent(id)}`;
}
