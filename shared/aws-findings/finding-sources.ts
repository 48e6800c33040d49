import type { AwsFindings } from '../config/aws-findings.ts';
import { parseGuardDutyFinding } from './guardduty-finding.ts';
import type { ParsedFinding } from './parsed-finding.ts';
import { parseSecurityHubFindings } from './security-hub-finding.ts';

/** A service that puts findings on the account's default bus. */
export interface FindingSourceOnBus {
  /** Its setting under `awsFindings`. */
  readonly setting: keyof AwsFindings;
  readonly source: string;
  readonly detailType: string;
  /** @throws RefusedInput when the detail is none of its findings */
  readonly parse: (detail: unknown) => readonly ParsedFinding[];
}

/**
 * The services that are listened to. The rules of the default bus are made from this table, too.
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cwe-integration-types.html
 */
export const findingSources: readonly FindingSourceOnBus[] = [
  {
    setting: 'guardDuty',
    source: 'aws.guardduty',
    detailType: 'GuardDuty Finding',
    parse: (detail) => [parseGuardDutyFinding(detail)],
  },
  {
    setting: 'securityHub',
    source: 'aws.securityhub',
    detailType: 'Security Hub Findings - Imported',
    parse: parseSecurityHubFindings,
  },
];
