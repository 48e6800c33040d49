import { z } from 'zod';
import { RefusedInput } from '../errors/refused-input.ts';
import { commentPart } from '../webhooks/parsers/fields/comment-part.ts';
import { confidence } from '../webhooks/parsers/fields/confidence.ts';
import { instant } from '../webhooks/parsers/fields/instant.ts';
import { hostsOf, pageLink } from '../webhooks/parsers/fields/page-link.ts';
import { severityOfWord } from '../webhooks/parsers/fields/severity.ts';
import { softField } from '../webhooks/parsers/fields/soft-field.ts';
import { textOf } from '../webhooks/parsers/fields/texts-of.ts';
import type { ClaimedIndicator } from '../webhooks/parsers/webhook-parser.ts';
import type { ParsedFinding } from './parsed-finding.ts';

const threatIndicatorSchema = z.object({ Type: z.string(), Value: z.string() });

const networkSchema = z.object({
  Direction: softField(textOf),
  DestinationDomain: softField(textOf),
  DestinationIpV4: softField(textOf),
  DestinationIpV6: softField(textOf),
});

const findingSchema = z.object({
  Id: z.string().min(1),
  Title: softField(textOf),
  ProductName: softField(textOf),
  SourceUrl: z.unknown().optional(),
  UpdatedAt: softField(instant),
  Confidence: softField(confidence),
  Severity: softField((severity) => z.object({ Label: z.string() }).safeParse(severity).data),
  RecordState: softField(textOf),
  Workflow: softField((workflow) => z.object({ Status: z.string() }).safeParse(workflow).data),
  ThreatIntelIndicators: softField((list) => z.array(threatIndicatorSchema).safeParse(list).data ?? []),
  Network: softField((network) => networkSchema.safeParse(network).data),
});

type SecurityHubFinding = z.infer<typeof findingSchema>;

const eventDetailSchema = z.object({ findings: z.array(findingSchema).min(1) });

/** ASFF's words for the types that can be blocked or looked up; processes, mutexes and the like have none of ours. */
const typeHints: Readonly<Record<string, string>> = {
  DOMAIN: 'domain',
  EMAIL_ADDRESS: 'email',
  HASH_MD5: 'md5',
  HASH_SHA1: 'sha1',
  HASH_SHA256: 'sha256',
  HASH_SHA512: 'sha512',
  IPV4_ADDRESS: 'ipv4',
  IPV6_ADDRESS: 'ipv6',
  URL: 'url',
};

/** Findings that somebody has settled. */
const settled: ReadonlySet<string> = new Set(['SUPPRESSED', 'RESOLVED']);

/**
 * The indicators in each finding of an event `Security Hub Findings - Imported` or `- Custom Action`: what threat
 * intelligence matched, and where an outgoing connection went. None of a finding that is archived or settled.
 *
 * @throws RefusedInput when it is no such event.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-syntax.html
 */
export function parseSecurityHubFindings(detail: unknown): ParsedFinding[] {
  const parsed = eventDetailSchema.safeParse(detail);
  if (!parsed.success) {
    throw new RefusedInput(
      'The event holds no findings of Security Hub. Expected a detail with findings in the AWS Security Finding Format.',
    );
  }
  return parsed.data.findings.map((finding) => ({
    findingId: finding.Id,
    eventId: finding.Id,
    source: commentPart([finding.ProductName ?? 'Security Hub', finding.Title].join(' ').trim()),
    severity: severityOfWord(finding.Severity?.Label),
    confidence: finding.Confidence,
    link: pageLink(finding.SourceUrl),
    occurredAt: finding.UpdatedAt,
    values: isSettled(finding) ? [] : valuesOf(finding),
  }));
}

function isSettled({ RecordState, Workflow }: SecurityHubFinding): boolean {
  return RecordState === 'ARCHIVED' || settled.has(Workflow?.Status ?? '');
}

function valuesOf({ ThreatIntelIndicators, Network, SourceUrl }: SecurityHubFinding): ClaimedIndicator[] {
  const matched = ThreatIntelIndicators.filter(({ Type }) => Object.hasOwn(typeHints, Type)).map(
    ({ Type, Value }) => ({ value: Value, typeHint: typeHints[Type] }),
  );
  const isOutgoing = Network?.Direction === 'OUT';
  const destinations = isOutgoing
    ? [Network.DestinationDomain, Network.DestinationIpV4, Network.DestinationIpV6]
    : [];
  const ownHosts = hostsOf(SourceUrl);
  return [...matched, ...destinations.flatMap((value) => (value === undefined ? [] : [{ value }]))].filter(
    ({ value }) => !ownHosts.includes(value),
  );
}
